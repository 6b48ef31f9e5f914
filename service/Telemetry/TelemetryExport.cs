using System.Reflection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Benchmarking.Service.Telemetry;

/// <summary>Sends traces and metrics over OTLP where a receiver is named, by the variables that OpenTelemetry's specification
/// defines: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin. Without one nothing is recorded.</summary>
internal sealed class TelemetryExport : IDisposable
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string HttpServer = "Microsoft.AspNetCore";

    private readonly TracerProvider? traces;
    private readonly MeterProvider? metrics;

    public TelemetryExport(IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[Endpoint]))
        {
            return;
        }

        traces = OpenTelemetry.Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddSource(Traces.Name, HttpServer)
            .AddOtlpExporter()
            .Build();
        metrics = OpenTelemetry.Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(Resource())
            .AddMeter(Traces.Name, $"{HttpServer}.Hosting", "System.Runtime")
            .AddOtlpExporter()
            .Build();
    }

    /// <summary>Sends what has not been sent yet.</summary>
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    /// <summary>What <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> say goes before what the app says of itself.</summary>
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddService("benchmarking", serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
