using System.Diagnostics;
using System.Reflection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Benchmarking.Service.Telemetry;

/// <summary>Sends traces and metrics over OTLP where a receiver is named, by the variables that OpenTelemetry's specification
/// defines: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin. Without one nothing is recorded.</summary>
internal static class TelemetrySetup
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static AssemblyInformationalVersionAttribute? Version =>
        typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();

    /// <summary>Whether a receiver is named.</summary>
    public static bool IsSent(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Endpoint]);

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsSent(configuration))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(Describe)
            .WithTracing(traces => traces
                .AddSource(Traces.Name)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation(calls => calls.FilterHttpRequestMessage = _ => !IsPoll(Activity.Current))
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(Traces.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
                .AddOtlpExporter());
        return services;
    }

    /// <summary>What <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> say goes before what the app says of itself.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("benchmarking", serviceVersion: Version?.InformationalVersion)
        .AddEnvironmentVariableDetector();

    /// <summary>Probes come many times a minute and say nothing.</summary>
    private static bool IsProbe(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/api/v1/health");

    /// <summary>A call of storage that belongs to no piece of work looks whether there is any.</summary>
    private static bool IsPoll(Activity? call) => call?.Parent is null && call?.HasRemoteParent != true;
}
