using System.Collections.Concurrent;
using System.Text;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Service.Tests.Telemetry;

/// <summary>A span as it arrived; <c>Parent</c> is empty for a root.</summary>
internal sealed record ReceivedSpan(string Name, string Trace, string Id, string Parent);

/// <summary>A metric's data point as it arrived: a counter's value, or how many were timed.</summary>
internal sealed record ReceivedPoint(string Metric, IReadOnlyDictionary<string, string> Tags, long Value);

/// <summary>A log line as it arrived: the name of its event, its text, and the trace in which it was written.</summary>
internal sealed record ReceivedLine(string Event, string Text, string Trace);

/// <summary>Takes OTLP over HTTP (protobuf, opentelemetry-proto v1) and keeps what arrives.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<byte[]> traces = new();
    private readonly ConcurrentQueue<byte[]> metrics = new();
    private readonly ConcurrentQueue<byte[]> logs = new();

    private OtlpReceiver(WebApplication app) => this.app = app;

    public string Address { get; private init; } = "";

    public IReadOnlyList<ReceivedSpan> Spans =>
    [
        .. from body in traces
           from span in ProtoMessage.Read(body).Each(1).SelectMany(resource => resource.Each(2)).SelectMany(scope => scope.Each(2))
           select new ReceivedSpan(span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4)),
    ];

    /// <summary>The newest state of each counter and histogram.</summary>
    public IReadOnlyList<ReceivedPoint> Points =>
    [
        .. (from body in metrics
            from metric in ProtoMessage.Read(body).Each(1).SelectMany(resource => resource.Each(2)).SelectMany(scope => scope.Each(2))
            from point in metric.Each(7).SelectMany(sum => sum.Each(1)).Select(point => (Of: point, Value: point.Number(6)))
                .Concat(metric.Each(9).SelectMany(histogram => histogram.Each(1)).Select(point => (Of: point, Value: point.Number(4))))
            let tags = Tags(point.Of, metric.Each(9).Any() ? 9 : 7)
            group new ReceivedPoint(metric.Text(1), tags,
                point.Value) by $"{metric.Text(1)} {string.Join(' ', tags.OrderBy(tag => tag.Key))}" into same
            select same.Last()),
    ];

    public IReadOnlyList<ReceivedLine> Logs =>
    [
        .. from body in logs
           from line in ProtoMessage.Read(body).Each(1).SelectMany(resource => resource.Each(2)).SelectMany(scope => scope.Each(2))
           select new ReceivedLine(line.Text(12), line.Each(5).Single().Text(1), line.Hex(9)),
    ];

    /// <summary>All that arrived, as text: what is in there can be searched for.</summary>
    public string Everything => string.Join('\n', traces.Concat(metrics).Concat(logs).Select(Encoding.UTF8.GetString));

    /// <summary>The settings with which an app sends here, and soon.</summary>
    public (string Name, string? Value)[] Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
    ];

    public static async Task<OtlpReceiver> Start()
    {
        var address = FormattableString.Invariant($"http://127.0.0.1:{Azurite.FreePort()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var receiver = new OtlpReceiver(builder.Build()) { Address = address };
        receiver.app.MapPost("/v1/traces", (Delegate)((HttpRequest request) => Keep(request, receiver.traces)));
        receiver.app.MapPost("/v1/metrics", (Delegate)((HttpRequest request) => Keep(request, receiver.metrics)));
        receiver.app.MapPost("/v1/logs", (Delegate)((HttpRequest request) => Keep(request, receiver.logs)));
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<IResult> Keep(HttpRequest request, ConcurrentQueue<byte[]> bodies)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        bodies.Enqueue(body.ToArray());
        return Results.Bytes([], "application/x-protobuf");
    }

    private static Dictionary<string, string> Tags(ProtoMessage point, int field) =>
        point.Each(field).ToDictionary(tag => tag.Text(1), tag => Value(tag.Each(2).Single()));

    /// <summary>Text, or a whole number as text.</summary>
    private static string Value(ProtoMessage value) =>
        value.Text(1) is { Length: > 0 } text ? text : value.Number(3).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
