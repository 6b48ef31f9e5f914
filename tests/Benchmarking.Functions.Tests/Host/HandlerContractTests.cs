using System.Net;
using System.Text;
using Benchmarking.Functions.Triggers;
using static Benchmarking.Functions.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>The published handler answers a Functions host as its contract demands.</summary>
public sealed class HandlerContractTests(HandlerFixture fixture) : IClassFixture<HandlerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ping_is_answered_and_leaves_no_trace_and_a_callers_page_is_the_page()
    {
        var before = fixture.Handler.Lines.Count;
        Assert.Equal("ready", await fixture.Handler.Http.GetStringAsync("/", Cancellation));
        Assert.Equal(before, fixture.Handler.Lines.Count);
        using var page = await fixture.Handler.Forward(HttpMethod.Get, "/");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_function_answers_a_success_that_ends_the_invocation()
    {
        await fixture.App.Upload("tameside/2012-13/every.csv", "x");
        var blob = fixture.Host.Returns.GetBlobClient("tameside/2012-13/every.csv").Uri;
        foreach (var (function, payload) in new[]
        {
            (FunctionNames.IngestReturn, HostPayloads.Blob(blob, "x"u8.ToArray(), "every.csv")),
            (FunctionNames.RefreshSlice, HostPayloads.Queue("savings-total|2012-13|actual")),
            (FunctionNames.RefreshBenchmarks, HostPayloads.Timer(pastDue: true)),
            (FunctionNames.ReconcileReturns, HostPayloads.Timer(monitored: false)),
            (FunctionNames.RecordBlobPoison, HostPayloads.Queue("""{"BlobName":"a/b.csv"}""")),
            (FunctionNames.RecordSlicePoison, HostPayloads.Queue("no slice")),
        })
        {
            Assert.Null(await FunctionsHost.Invoke(fixture.Handler, function, payload));
        }
    }

    [Fact]
    public async Task The_blob_is_the_one_of_the_address_whatever_token_and_content_are_sent()
    {
        await fixture.App.Upload("hackney/2012-13/with space %41.csv", "x");
        var blob = fixture.Host.Returns.GetBlobClient("hackney/2012-13/with space %41.csv").Uri;
        Assert.Null(await FunctionsHost.Invoke(fixture.Handler, FunctionNames.IngestReturn, HostPayloads.Blob(blob, "other"u8.ToArray(), "2012-13/wrong.csv")));
        var ledger = await fixture.App.Ledgers.Read(Core.Storing.StorageKeys.Unfiled, Cancellation);
        Assert.Contains(ledger.Entries, entry => entry.Latest.Path == "hackney/2012-13/with space %41.csv");
    }

    [Fact]
    public async Task A_blob_that_is_gone_or_lies_in_another_container_is_done()
    {
        var gone = fixture.Host.Returns.GetBlobClient("tameside/2012-13/budget.csv").Uri;
        Assert.Null(await FunctionsHost.Invoke(fixture.Handler, FunctionNames.IngestReturn, HostPayloads.Blob(gone, [], "budget.csv")));
        var elsewhere = new Uri(gone.AbsoluteUri.Replace("/returns/", "/receipts/", StringComparison.Ordinal));
        Assert.Null(await FunctionsHost.Invoke(fixture.Handler, FunctionNames.IngestReturn, HostPayloads.Blob(elsewhere, [], "budget.csv")));
    }

    [Fact]
    public async Task A_payload_of_forty_megabytes_is_taken_in()
    {
        await fixture.App.Upload(TamesideSavings, Savings("5900000", "11.3"));
        var blob = fixture.Host.Returns.GetBlobClient(TamesideSavings).Uri;
        Assert.Null(await FunctionsHost.Invoke(fixture.Handler, FunctionNames.IngestReturn, HostPayloads.Blob(blob, new byte[40_000_000], "x")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"Data\":{}}")]
    [InlineData("{\"Metadata\":{\"Uri\":\"\\\"not an address\\\"\"}}")]
    [InlineData("not json")]
    public async Task A_payload_without_its_blob_fails_and_the_reason_is_one_line_with_the_invocation(string payload)
    {
        var invocation = Guid.NewGuid().ToString();
        Assert.StartsWith("500 ", await FunctionsHost.Invoke(fixture.Handler, FunctionNames.IngestReturn, payload, invocation), StringComparison.Ordinal);
        await WaitFor(() => fixture.Handler.Lines.Any(line => line.Contains(invocation, StringComparison.Ordinal)));
        var said = Assert.Single(fixture.Handler.Lines, line => line.Contains(invocation, StringComparison.Ordinal));
        Assert.StartsWith("fail: ", said, StringComparison.Ordinal);
        Assert.Contains("   at Benchmarking", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_does_not_exist_is_no_success()
    {
        Assert.StartsWith("404 ", await FunctionsHost.Invoke(fixture.Handler, "NoSuchFunction", "{}"), StringComparison.Ordinal);
        Assert.StartsWith("404 ", await FunctionsHost.Invoke(fixture.Handler, "Http", "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_whose_request_is_forwarded_cannot_fire_a_trigger()
    {
        foreach (var function in new[] { "/RecordBlobPoison", "/recordblobpoison", "/RefreshBenchmarks" })
        {
            using var payload = new StringContent(HostPayloads.Queue("{\"BlobName\":\"forged.csv\"}"), Encoding.UTF8, "application/json");
            using var answer = await fixture.Handler.Forward(HttpMethod.Post, function, content: payload);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain(await fixture.App.Poison.All(Cancellation), aside => aside.Subject.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_names_no_slice_is_put_aside_at_once()
    {
        Assert.Null(await FunctionsHost.Invoke(fixture.Handler, FunctionNames.RefreshSlice, HostPayloads.Queue("what is this")));
        Assert.Contains(await fixture.App.Poison.All(Cancellation), aside => aside.Subject == "what is this" && aside.Reason == "not a slice");
    }

    private static async Task WaitFor(Func<bool> condition)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "Waited in vain.");
            await Task.Delay(20, Cancellation);
        }
    }
}
