using System.Diagnostics;
using System.Text.RegularExpressions;
using Benchmarking.Functions.Telemetry;
using Benchmarking.Functions.Tests.Emulation;
using Benchmarking.Functions.Tests.Host;
using Benchmarking.Functions.Tests.Work;
using Benchmarking.Functions.Triggers;
using static Benchmarking.Functions.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Telemetry;

/// <summary>What the published app sends over OTLP while a Functions host drives it.</summary>
public sealed partial class TelemetryTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Secret = "a-word-that-stands-only-in-the-return";
    private const string SecretAmount = "5912345";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filing_is_one_trace_from_the_request_over_the_event_and_the_queue_to_the_slices_that_are_served()
    {
        await using var receiver = await OtlpReceiver.Start();
        var connection = azurite.NewAccount();
        await using var handler = await HandlerProcess.Start(connection, receiver.Settings);
        using var answer = await handler.Forward(
            HttpMethod.Put, "/api/v1/returns/tameside/2012-13/savings", handler.OperatorKey, new StringContent(Savings("5900000", "11.3")));
        Assert.True(answer.IsSuccessStatusCode);

        var host = new FunctionsHost(connection);
        Assert.Null(await host.Deliver(handler, TamesideSavings));
        await host.RunSlices(() => handler);

        var put = await Eventually(() => receiver.Spans.SingleOrDefault(span => span.Name == "PUT /api/v1/returns/{council}/{year}/{kind}"));
        await Eventually(() => receiver.Spans.Count(span => span.Name == "IngestReturn") == 2 ? "" : null);
        var work = await Eventually(() => receiver.Spans.Where(span => span.Name is "IngestReturn" or "RefreshSlice").ToArray() is { Length: > 6 } all ? all : null);
        Assert.All(work, span => Assert.Equal(put.Trace, span.Trace));
        Assert.All(work, span => Assert.Contains(span.Parent, work.Append(put).Select(parent => parent.Id)));
        Assert.Contains(handler.Lines, line => line.Contains($"[200] {{trace {put.Trace}}}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blob_that_is_put_straight_into_the_container_goes_on_in_the_trace_of_the_hosts_invocation()
    {
        await using var receiver = await OtlpReceiver.Start();
        var connection = azurite.NewAccount();
        await using var handler = await HandlerProcess.Start(connection, receiver.Settings);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
        var host = new FunctionsHost(connection);
        using var invocation = new Activity("the host's").SetIdFormat(ActivityIdFormat.W3C);
        invocation.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        invocation.Start();
        Assert.Null(await host.Deliver(handler, TamesideSavings));
        invocation.Stop();
        await host.RunSlices(() => handler);

        var trace = invocation.TraceId.ToHexString();
        var ingest = await Eventually(() => receiver.Spans.SingleOrDefault(span => span.Name == "IngestReturn"));
        Assert.Equal(trace, ingest.Trace);
        var slices = await Eventually(() => receiver.Spans.Where(span => span.Name == "RefreshSlice").ToArray() is { Length: > 0 } found ? found : null);
        Assert.All(slices, slice => Assert.Equal((trace, ingest.Id), (slice.Trace, slice.Parent)));
    }

    [Fact]
    public async Task Returns_findings_rows_times_lag_and_storage_calls_are_counted_and_nothing_of_a_row_leaves_the_app()
    {
        await using var receiver = await OtlpReceiver.Start();
        var connection = azurite.NewAccount();
        await using var handler = await HandlerProcess.Start(connection, receiver.Settings);
        using var app = new TestApp(connection);
        var host = new FunctionsHost(connection);
        await app.Upload(TamesideSavings, $"financial_year,category,description,amount,unit,status,note\n2012-13,total,{Secret},{SecretAmount},gbp,actual,{Secret}\n");
        await app.Upload("hackney/2012-13/savings.csv", $"financial_year,category,description,amount,unit,status\n2012-13,totl,{Secret},{SecretAmount}x,gbp,actual\n");
        Assert.Null(await host.Deliver(handler, TamesideSavings));
        Assert.Null(await host.Deliver(handler, TamesideSavings));
        Assert.Null(await host.Deliver(handler, "hackney/2012-13/savings.csv"));
        await host.RunSlices(() => handler);
        Assert.Null(await FunctionsHost.Invoke(handler, FunctionNames.RefreshBenchmarks, HostPayloads.Timer()));
        await host.Send(FunctionNames.SlicePoisonQueue, "nothing|like|it");
        Assert.Equal(1, await host.RunQueue(FunctionNames.SlicePoisonQueue, FunctionNames.RecordSlicePoison, () => handler));

        await Counted(receiver, 1, "benchmarking.returns", ("status", "accepted"), ("kind", "savings"));
        await Counted(receiver, 1, "benchmarking.returns", ("status", "rejected"), ("kind", "savings"));
        await Counted(receiver, 2, "benchmarking.rows", ("kind", "savings"));
        await Counted(receiver, 1, "benchmarking.findings", ("code", "category-unknown"), ("severity", "error"));
        await Counted(receiver, 1, "benchmarking.poison", ("trigger", "RefreshSlice"));
        await Counted(receiver, 3, "benchmarking.ingest.duration");
        await Counted(receiver, 1, "benchmarking.refresh.duration");
        await Eventually(() => receiver.Points.FirstOrDefault(point => point.Metric == "benchmarking.slice.lag" && point.Value > 0));
        await Eventually(() => receiver.Points.FirstOrDefault(point => point.Metric == "benchmarking.slice.refresh.duration" && point.Tags["served"] == "new"));
        foreach (var service in new[] { "blob", "queue", "table" })
        {
            await Eventually(() => receiver.Points.FirstOrDefault(point =>
                point.Metric == "benchmarking.storage.call.duration" && point.Tags["service"] == service && point.Value > 0));
        }

        Assert.DoesNotContain(Secret, receiver.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(SecretAmount, receiver.Everything, StringComparison.Ordinal);
        var log = string.Join('\n', handler.Lines);
        Assert.Contains("tameside/2012-13/savings.csv", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, log, StringComparison.Ordinal);
        Assert.DoesNotContain(SecretAmount, log, StringComparison.Ordinal);
        Assert.DoesNotContain(receiver.Spans, span => span.Name is "GET /" or "GET");
    }

    [Fact]
    public void Every_instrument_is_explained_to_operators_and_none_that_there_is_not()
    {
        using var instruments = new Instruments();
        var there = new List<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter, instruments.Meter))
            {
                there.Add(instrument.Name);
            }
        };
        listener.Start();

        var explained = InstrumentName().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/operations.md"))).Select(found => found.Groups[1].Value);
        Assert.Equal(there.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(benchmarking\.[a-z.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex InstrumentName();

    private static Task<ReceivedPoint> Counted(OtlpReceiver receiver, long value, string metric, params (string Name, string Value)[] tags) =>
        Eventually(() => receiver.Points.SingleOrDefault(point =>
            point.Metric == metric && point.Value == value && tags.All(tag => point.Tags.GetValueOrDefault(tag.Name) == tag.Value)));

    private static async Task<T> Eventually<T>(Func<T?> look, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(look))] string what = "")
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
