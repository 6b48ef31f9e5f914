using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Telemetry;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Benchmarking.Service.Storage;

/// <summary>The account in which everything lies: by connection string (<c>Storage</c>), or by service addresses and the app's identity
/// (<c>Storage__blobServiceUri</c>, <c>Storage__queueServiceUri</c>, <c>Storage__tableServiceUri</c>, <c>Storage__clientId</c>).</summary>
internal static class StorageSetup
{
    private const int Retries = 3;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    /// <summary>Adds the clients. <paramref name="adjust"/> is handed each service's options and its name: in a test, to put faults into
    /// its calls.</summary>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration configuration, Action<ClientOptions, string>? adjust = null)
    {
        var section = configuration.GetSection(StorageClients.Connection);
        services.AddAzureClients(clients =>
        {
            clients.ConfigureDefaults(options =>
            {
                options.Retry.MaxRetries = Retries;
                options.Retry.Delay = FirstDelay;
                options.Retry.MaxDelay = LongestDelay;
                options.Retry.NetworkTimeout = TryTime(configuration);

                // A line for each call, put into words whether or not anybody reads it: calls are counted by our own policy.
                options.Diagnostics.IsLoggingEnabled = false;
            });
            if (section.Value is { Length: > 0 } connection)
            {
                clients.AddBlobServiceClient(connection).ConfigureOptions(Of("blob"));
                clients.AddQueueServiceClient(connection).ConfigureOptions(Of("queue")).ConfigureOptions(AsFunctionsDo);
                clients.AddTableServiceClient(connection).ConfigureOptions(Of("table"));
            }
            else
            {
                clients.UseCredential(
                    new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = section["clientId"] }));
                clients.AddBlobServiceClient(Address(section, "blobServiceUri")).ConfigureOptions(Of("blob"));
                clients.AddQueueServiceClient(Address(section, "queueServiceUri"))
                    .ConfigureOptions(Of("queue")).ConfigureOptions(AsFunctionsDo);
                clients.AddTableServiceClient(Address(section, "tableServiceUri")).ConfigureOptions(Of("table"));
            }
        });
        services.TryAddSingleton<Instruments>();
        return services.AddSingleton<StorageClients>().AddLogging(logging => logging.AddFilter("Azure", LogLevel.Warning));

        Action<ClientOptions, IServiceProvider> Of(string service) => (options, provider) =>
        {
            options.AddPolicy(new StorageCallPolicy(provider.GetRequiredService<Instruments>(), service), HttpPipelinePosition.PerCall);
            adjust?.Invoke(options, service);
        };
    }

    /// <summary>The encoding that a queue trigger reads.</summary>
    private static void AsFunctionsDo(QueueClientOptions options) => options.MessageEncoding = QueueMessageEncoding.Base64;

    private static TimeSpan TryTime(IConfiguration configuration) => TimeSpan.FromSeconds(
        (configuration.GetSection(BenchmarkingOptions.Section).Get<BenchmarkingOptions>() ?? new()).StorageTrySeconds);

    private static Uri Address(IConfigurationSection section, string name) =>
        Uri.TryCreate(section[name], UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException(
                $"No storage is configured: set {StorageClients.Connection} to a connection string, "
                + $"or {StorageClients.Connection}__{name} to the service's address.");
}
