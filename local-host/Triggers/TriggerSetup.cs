using Benchmarking.Service.Rebuild;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Queues;
using Microsoft.Extensions.Azure;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>What fires the work in this process: the queues by the WebJobs SDK, which is the engine of the Functions host too, the rest as
/// hosted services.</summary>
internal static class TriggerSetup
{
    public static void AddTriggers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InstanceLease>();
        builder.Services.AddSingleton<LocalRebuild>()
            .AddSingleton<IRebuildStarter>(services => services.GetRequiredService<LocalRebuild>());
        builder.Services.AddSingleton<ITypeLocator, QueueFunctions.Locator>().AddSingleton<IQueueProcessorFactory, QueueProcessors>();
        QueueClientOptionsFactory.Use(builder.Services);
        builder.Host.ConfigureWebJobs(jobs => jobs.AddAzureStorageQueues());
        builder.Services.AddSingleton(Ended);
        builder.Services.AddHostedService<BlobWatcher>().AddHostedService<Timers>()
            .AddHostedService(services => services.GetRequiredService<LocalRebuild>());
    }

    /// <summary>The SDK would have every storage call described at length, to log that a row was not there or had changed, which is how the
    /// service works. A forwarder that has ended does not begin again.</summary>
    private static AzureEventSourceLogForwarder Ended(IServiceProvider services)
    {
        var forwarder = new AzureEventSourceLogForwarder(services.GetRequiredService<ILoggerFactory>());
        forwarder.Start();
        forwarder.Dispose();
        return forwarder;
    }
}
