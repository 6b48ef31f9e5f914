using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Benchmarking.Functions.Telemetry;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Functions.Tests.Telemetry;

/// <summary>Takes what is sent to Application Insights (a JSON object a line, packed or not) and keeps it.</summary>
internal sealed class InsightsReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<JsonElement> records = new();

    private InsightsReceiver(WebApplication app) => this.app = app;

    /// <summary>Lines of the app and exceptions: what alerts read.</summary>
    public IReadOnlyList<JsonElement> Records =>
        [.. records.Where(record => record.GetProperty("data").GetProperty("baseType").GetString() is "MessageData" or "ExceptionData")];

    /// <summary>The settings with which a worker sends here, and nowhere else.</summary>
    public required (string Name, string? Value)[] Settings { get; init; }

    public static async Task<InsightsReceiver> Start()
    {
        var address = FormattableString.Invariant($"http://127.0.0.1:{Azurite.FreePort()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var receiver = new InsightsReceiver(builder.Build())
        {
            Settings =
            [
                (WorkerTelemetry.ApplicationInsights,
                    $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={address}/;LiveEndpoint={address}/"),
                ("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"), ("APPLICATIONINSIGHTS_SDKSTATS_DISABLED_ALL", "true"),
                ("OTEL_BLRP_SCHEDULE_DELAY", "100"),
            ],
        };
        receiver.app.MapPost("/{**path}", (Delegate)receiver.Keep);
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Keep(HttpRequest request)
    {
        await using var body = request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(request.Body, CompressionMode.Decompress)
            : request.Body;
        using var reader = new StreamReader(body);
        var taken = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            records.Enqueue(JsonElement.Parse(line));
            taken++;
        }

        return Results.Json(new { itemsReceived = taken, itemsAccepted = taken, errors = Array.Empty<object>() });
    }
}
