using System.Diagnostics;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Telemetry;

/// <summary>What a running service sends over OTLP.</summary>
public sealed class ExportTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Secret = "a-word-that-stands-only-in-the-return";
    private const string SecretAmount = "5912345";
    private const string Put = "PUT /api/v1/returns/{council}/{year}/{kind}";

    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "POST", "DELETE"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filing_is_one_trace_from_the_request_over_the_blob_and_the_queue_to_the_slices_that_are_served()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var app = await RunningApp.Start(azurite.NewAccount(), receiver.Settings);
        await app.Put("tameside/2012-13/savings", new StringContent(Savings("5900000", "11.3")));
        await app.WaitUntilPublished();

        var put = await Eventually(() => receiver.Spans.SingleOrDefault(span => span.Name == Put));

        // Once in the request and once when the container is looked at; each slice in the request and as a queue message.
        var work = await Eventually(() => receiver.Spans.Where(span => span.Name is "IngestReturn" or "RefreshSlice").ToArray() is var all
            && all.Count(span => span.Name == "IngestReturn") == 2 && all.Length > 6 ? all : null);
        Assert.All(work, span => Assert.Equal(put.Trace, span.Trace));
        var parents = receiver.Spans.Select(span => span.Id).ToHashSet();
        Assert.All(work, span => Assert.Contains(span.Parent, parents));
        Assert.Contains(app.Lines, line => line.Contains($"{{trace {put.Trace}}}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blob_that_is_put_straight_into_the_container_is_a_trace_with_its_slices()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var app = await RunningApp.Start(azurite.NewAccount(), receiver.Settings);
        await app.Returns.GetBlobClient(TamesideSavings).UploadAsync(BinaryData.FromString(Savings("5900000", "11.3")), Cancellation);
        var ingest = await Eventually(() => receiver.Spans.FirstOrDefault(span => span.Name == "IngestReturn"));
        var slices = await Eventually(
            () => receiver.Spans.Where(span => span.Name == "RefreshSlice").ToArray() is { Length: > 0 } found ? found : null);
        Assert.All(slices, slice => Assert.Equal(ingest.Trace, slice.Trace));
    }

    [Fact]
    public async Task Calls_of_storage_are_told_as_parts_of_work_and_neither_looks_for_work_nor_probes_are()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var app = await RunningApp.Start(azurite.NewAccount(), receiver.Settings);
        await app.Put("tameside/2012-13/savings", new StringContent(Savings("5900000", "11.3")));
        await app.WaitUntilPublished();
        var put = await Eventually(() => receiver.Spans.SingleOrDefault(span => span.Name == Put));
        await Eventually(() => receiver.Spans.FirstOrDefault(span => Methods.Contains(span.Name) && span.Trace == put.Trace));
        Assert.DoesNotContain(receiver.Spans, span => Methods.Contains(span.Name) && span.Parent.Length == 0);
        Assert.DoesNotContain(receiver.Spans, span => span.Name.Contains("health", StringComparison.Ordinal));
        Assert.DoesNotContain(
            receiver.Points, point => point.Tags.GetValueOrDefault("http.route", "").Contains("health", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Returns_findings_rows_times_lag_and_storage_calls_are_counted_and_nothing_of_a_row_leaves_the_service()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using var app = await RunningApp.Start(azurite.NewAccount(), receiver.Settings);
        await app.Put("tameside/2012-13/savings", new StringContent(
            $"financial_year,category,description,amount,unit,status,note\n2012-13,total,{Secret},{SecretAmount},gbp,actual,{Secret}\n"));
        await app.Put("hackney/2012-13/savings", new StringContent(
            $"financial_year,category,description,amount,unit,status\n2012-13,totl,{Secret},{SecretAmount}x,gbp,actual\n"));
        await app.WaitUntilPublished();
        await TestStorage.Of(app.Connection).StaleSliceMessages.SendMessageAsync("nothing|like|it", Cancellation);
        using var keyed = app.AsOperator();
        await keyed.PostAsync("/api/v1/refreshes", null, Cancellation);

        await Counted(receiver, 1, "benchmarking.returns", ("status", "accepted"), ("kind", "savings"));
        await Counted(receiver, 1, "benchmarking.returns", ("status", "rejected"), ("kind", "savings"));
        await Counted(receiver, 2, "benchmarking.rows", ("kind", "savings"));
        await Counted(receiver, 1, "benchmarking.findings", ("code", "category-unknown"), ("severity", "error"));
        await Counted(receiver, 1, "benchmarking.poison", ("trigger", FunctionNames.RefreshSlice));
        await Counted(receiver, 1, "benchmarking.refresh.duration");
        await Eventually(() => receiver.Points.FirstOrDefault(point => point.Metric == "benchmarking.ingest.duration" && point.Value >= 2));
        await Eventually(() => receiver.Points.FirstOrDefault(point => point.Metric == "benchmarking.slice.lag" && point.Value > 0));
        await Eventually(() => receiver.Points.FirstOrDefault(
            point => point.Metric == "benchmarking.slice.refresh.duration" && point.Tags["served"] == "new"));
        foreach (var service in new[] { "blob", "queue", "table" })
        {
            await Eventually(() => receiver.Points.FirstOrDefault(point =>
                point.Metric == "benchmarking.storage.call.duration" && point.Tags["service"] == service && point.Value > 0));
        }

        var log = string.Join('\n', app.Lines);
        Assert.Contains("tameside/2012-13/savings.csv", log, StringComparison.Ordinal);
        foreach (var told in new[] { receiver.Everything, log })
        {
            Assert.DoesNotContain(Secret, told, StringComparison.Ordinal);
            Assert.DoesNotContain(SecretAmount, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_receiver_nothing_is_recorded_and_no_file_carries_a_trace()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        await app.Put("tameside/2012-13/savings", new StringContent(Savings("5900000", "11.3")));
        var blob = await new BlobContainerClient(app.Connection, "returns").GetBlobClient(TamesideSavings)
            .GetPropertiesAsync(cancellationToken: Cancellation);
        Assert.Empty(blob.Value.Metadata);
        Assert.DoesNotContain(app.Lines, line => line.Contains("{trace", StringComparison.Ordinal));
    }

    private static Task<ReceivedPoint> Counted(
        OtlpReceiver receiver, long value, string metric, params (string Name, string Value)[] tags) =>
        Eventually(() => receiver.Points.SingleOrDefault(point =>
            point.Metric == metric && point.Value == value && tags.All(tag => point.Tags.GetValueOrDefault(tag.Name) == tag.Value)));

    private static async Task<T> Eventually<T>(Func<T?> look, [CallerArgumentExpression(nameof(look))] string what = "")
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            Assert.True(watch.Elapsed < Patience, $"Waited in vain for {what}");
            await Task.Delay(50, Cancellation);
        }
    }
}
