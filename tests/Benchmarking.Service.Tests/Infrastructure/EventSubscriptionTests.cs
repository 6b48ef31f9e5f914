using System.Text.Json.Nodes;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>The subscription that tells the app of returns, against functions-contract B.2.</summary>
public sealed class EventSubscriptionTests
{
    private const string Type = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    private static readonly JsonNode Properties = Deployment.Production.Single(Type)["properties"]!;

    [Fact]
    public void It_listens_to_whole_blobs_in_the_returns_container_only()
    {
        var filter = Properties["filter"]!;
        Assert.Equal(["Microsoft.Storage.BlobCreated"], Strings(filter["includedEventTypes"]));
        Assert.Equal("/blobServices/default/containers/returns/blobs/", (string?)filter["subjectBeginsWith"]);
        var whole = Assert.Single(filter["advancedFilters"]!.AsArray())!;
        Assert.Equal(("StringIn", "data.api"), ((string?)whole["operatorType"], (string?)whole["key"]));
        Assert.Equal(["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose"], Strings(whole["values"]));
    }

    [Fact]
    public void It_calls_the_blob_webhook_of_the_function_that_ingests()
    {
        var url = (string)Properties["destination"]!["properties"]!["endpointUrl"]!;
        Assert.StartsWith("[format('{0}?functionName=Host.Functions.{1}&code={2}', format('https://{0}/runtime/webhooks/blobs', ", url, StringComparison.Ordinal);
        Assert.Contains($", '{FunctionNames.IngestReturn}', uriComponent(listKeys('", url, StringComparison.Ordinal);
        Assert.EndsWith("/host/default', '2024-04-01').systemKeys.blobs_extension))]", url, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_left_alone_before_the_code_is_there_for_then_the_webhook_has_no_key() =>
        Assert.Empty(Deployment.Of("prod", variable: "BENCHMARKING_CODE_DEPLOYED=false").OfType(Type));

    [Fact]
    public void What_is_not_delivered_is_put_into_a_container_of_the_host_account_where_the_topic_may_write()
    {
        var deadLetter = Properties["deadLetterWithResourceIdentity"]!["deadLetterDestination"]!["properties"]!;
        Assert.Contains("/storageAccounts/bmhost", (string?)deadLetter["resourceId"], StringComparison.Ordinal);
        Assert.Contains((string)deadLetter["blobContainerName"]!, Deployment.Production.NamesIn("bmhost", "Microsoft.Storage/storageAccounts/blobServices/containers"));
        Assert.Equal((30, 1440), ((int)Properties["retryPolicy"]!["maxDeliveryAttempts"]!, (int)Properties["retryPolicy"]!["eventTimeToLiveInMinutes"]!));
    }

    private static IEnumerable<string> Strings(JsonNode? list) => list!.AsArray().Select(item => (string)item!);
}
