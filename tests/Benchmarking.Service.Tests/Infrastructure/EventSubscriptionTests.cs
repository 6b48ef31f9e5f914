using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>The subscription that tells the app of returns, against functions-contract B.2.</summary>
public sealed partial class EventSubscriptionTests
{
    private const string Type = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    private static readonly JsonNode Properties = Deployment.Production.OfType(Type)
        .Single(subscription => subscription.Text("name").EndsWith("/returns-to-ingest", StringComparison.Ordinal)).At("properties");

    [Fact]
    public void Every_container_whose_blobs_fire_a_function_has_one()
    {
        var fired = Directory.GetFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => BlobTrigger().Matches(File.ReadAllText(file)))
            .Select(match => $"/blobServices/default/containers/{match.Groups[1].Value}/blobs/");
        var listened = Deployment.Production.OfType(Type).Select(subscription => subscription.Text("properties/filter/subjectBeginsWith"));
        Assert.NotEmpty(fired);
        Assert.Equal(fired.Order(StringComparer.Ordinal), listened.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_listens_to_whole_blobs_in_the_returns_container_only()
    {
        var filter = Properties.At("filter");
        Assert.Equal(["Microsoft.Storage.BlobCreated"], filter.Texts("includedEventTypes"));
        Assert.Equal("/blobServices/default/containers/returns/blobs/", filter.Text("subjectBeginsWith"));
        var whole = Assert.Single(filter.List("advancedFilters"));
        Assert.Equal(("StringIn", "data.api"), (whole.Text("operatorType"), whole.Text("key")));
        Assert.Equal(["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose"], whole.Texts("values"));
    }

    [Fact]
    public void It_calls_the_blob_webhook_of_the_function_that_ingests()
    {
        const string Webhook = "[format('{0}?functionName=Host.Functions.{1}&code={2}', format('https://{0}/runtime/webhooks/blobs', ";
        var url = Properties.Text("destination/properties/endpointUrl");
        Assert.StartsWith(Webhook, url, StringComparison.Ordinal);
        Assert.Contains($", '{FunctionNames.IngestReturn}', uriComponent(listKeys('", url, StringComparison.Ordinal);
        Assert.EndsWith("/host/default', '2024-04-01').systemKeys.blobs_extension))]", url, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_left_alone_before_the_code_is_there_for_then_the_webhook_has_no_key() =>
        Assert.Empty(Deployment.Of("prod", variable: "BENCHMARKING_CODE_DEPLOYED=false").OfType(Type));

    [Fact]
    public void What_is_not_delivered_is_put_into_a_container_of_the_host_account_where_the_topic_may_write()
    {
        var deadLetter = Properties.At("deadLetterWithResourceIdentity/deadLetterDestination/properties");
        var containers = Deployment.Production.NamesIn("bmhost", "Microsoft.Storage/storageAccounts/blobServices/containers");
        Assert.Contains("/storageAccounts/bmhost", deadLetter.Text("resourceId"), StringComparison.Ordinal);
        Assert.Contains(deadLetter.Text("blobContainerName"), containers);
        var retries = Properties.At("retryPolicy");
        Assert.Equal(30, retries.At("maxDeliveryAttempts").GetValue<int>());
        Assert.Equal(1440, retries.At("eventTimeToLiveInMinutes").GetValue<int>());
    }

    [GeneratedRegex(@"BlobTrigger\(""([\w-]+)/")]
    private static partial Regex BlobTrigger();
}
