using System.Data.Common;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Benchmarking.Service.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Benchmarking.Functions.Telemetry;

/// <summary>Where a receiver is named, the worker joins its host's traces and sends its log lines itself, since the host then drops them
/// (<c>docs/decisions/0039</c>): over OTLP, and to Application Insights, whose alerts read them.</summary>
internal static class WorkerTelemetry
{
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Which identity sends, as the host is told: <c>ClientId=…;Authorization=AAD</c>.</summary>
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static void AddWorkerTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var overOtlp = TelemetrySetup.IsSent(configuration);
        var connection = configuration[ApplicationInsights];
        if (!overOtlp && string.IsNullOrWhiteSpace(connection))
        {
            return;
        }

        services.AddOpenTelemetry().UseFunctionsWorkerDefaults().WithLogging(
            logs =>
            {
                if (overOtlp)
                {
                    logs.AddOtlpExporter();
                }

                if (!string.IsNullOrWhiteSpace(connection))
                {
                    logs.AddAzureMonitorLogExporter(monitor => Address(monitor, connection, configuration[Authentication]));
                }
            },
            lines => lines.IncludeFormattedMessage = true);

        // What libraries tell of each call and request is in the traces; of these lines the alerts and the bill would have nothing but the
        // cost.
        services.AddLogging(logging => logging
            .AddFilter<OpenTelemetryLoggerProvider>("Azure", LogLevel.None)
            .AddFilter<OpenTelemetryLoggerProvider>("Microsoft", LogLevel.Warning));
    }

    private static void Address(AzureMonitorExporterOptions monitor, string connection, string? authentication)
    {
        monitor.ConnectionString = connection;

        // An instance's disk does not outlive it.
        monitor.DisableOfflineStorage = true;
        if (new DbConnectionStringBuilder { ConnectionString = authentication ?? "" }.TryGetValue("ClientId", out var id))
        {
            monitor.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId((string)id));
        }
    }
}
