using System.Text.RegularExpressions;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>The subscription that tells the app of returns, against functions-contract B.2.</summary>
public sealed partial class EventSubscriptionTests
{
    private static readonly string Code = BicepFile.Module("event-grid").Code;

    [Fact]
    public void It_listens_to_whole_blobs_in_the_returns_container_only()
    {
        Assert.Contains("'Microsoft.Storage.BlobCreated'", Code, StringComparison.Ordinal);
        Assert.Contains("subjectBeginsWith: '/blobServices/default/containers/returns/blobs/'", Code, StringComparison.Ordinal);
        Assert.Contains("operatorType: 'StringIn'", Code, StringComparison.Ordinal);
        Assert.Contains("key: 'data.api'", Code, StringComparison.Ordinal);
        var calls = Calls().Match(Code).Groups[1].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["'PutBlob'", "'PutBlockList'", "'CopyBlob'", "'FlushWithClose'"], calls);
    }

    [Fact]
    public void It_calls_the_blob_webhook_of_the_function_that_ingests() => Assert.Contains(
        $"/runtime/webhooks/blobs?functionName=Host.Functions.{nameof(IngestReturn)}&code=${{uriComponent(blobsExtensionKey)}}", Code, StringComparison.Ordinal);

    [Fact]
    public void It_is_left_alone_where_the_webhook_has_no_key_yet() => Assert.Matches(
        @"systemTopics/eventSubscriptions@[^']+' = if \(!empty\(blobsExtensionKey\)\)", Code);

    [Fact]
    public void What_is_not_delivered_is_kept_outside_the_data_account()
    {
        Assert.Matches(@"deadLetterWithResourceIdentity: \{[\s\S]*resourceId: hostAccount\.id", Code);
        Assert.Matches(@"maxDeliveryAttempts: 30\s+eventTimeToLiveInMinutes: 1440", Code);
    }

    [GeneratedRegex(@"values: \[([^\]]*)\]")]
    private static partial Regex Calls();
}
