using Benchmarking.Functions.Rebuild;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Tests.Emulation;
using DurableTask.AzureStorage;
using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Functions.Tests.Rebuild;

/// <summary>What a Functions host and its worker are to an orchestration: Durable's own engine and its storage, on the emulator, and a
/// worker beside it that talks to it over gRPC. Disposed of without a word it is a process that died.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    private readonly AzureStorageOrchestrationService engine;
    private readonly WebApplication sidecar;
    private readonly IHost worker;

    private DurableHost(AzureStorageOrchestrationService engine, WebApplication sidecar, IHost worker) =>
        (this.engine, this.sidecar, this.worker) = (engine, sidecar, worker);

    public DurableTaskClient Client => worker.Services.GetRequiredService<DurableTaskClient>();

    public static async Task<DurableHost> Start(string account, IRebuildSteps steps)
    {
        var engine = new AzureStorageOrchestrationService(new AzureStorageOrchestrationServiceSettings
        {
            StorageAccountClientProvider = new StorageAccountClientProvider(account),
            TaskHubName = "Benchmarking",
            PartitionCount = 1,
            ControlQueueVisibilityTimeout = TimeSpan.FromSeconds(10),
            WorkItemQueueVisibilityTimeout = TimeSpan.FromSeconds(10),
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(500),
            MaxConcurrentTaskActivityWorkItems = 4,
            UseAppLease = false,
            LeaseInterval = TimeSpan.FromSeconds(15),
            LeaseRenewInterval = TimeSpan.FromSeconds(5),
            LeaseAcquireInterval = TimeSpan.FromSeconds(2),
        });
        await engine.CreateIfNotExistsAsync();
        var address = $"http://127.0.0.1:{Azurite.FreePort()}";
        var sidecar = Sidecar(engine, address);
        await sidecar.StartAsync();
        var worker = Worker(GrpcChannel.ForAddress(address), steps);
        await worker.StartAsync();
        return new DurableHost(engine, sidecar, worker);
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await worker.StopAsync(atOnce.Token);
        worker.Dispose();
        await engine.StopAsync(isForced: true);
        await sidecar.StopAsync(atOnce.Token);
        await sidecar.DisposeAsync();
    }

    private static WebApplication Sidecar(AzureStorageOrchestrationService engine, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address)
            .ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<IOrchestrationService>(engine).AddSingleton<IOrchestrationServiceClient>(engine)
            .AddSingleton<TaskHubGrpcServer>();
        var app = builder.Build();
        app.MapGrpcService<TaskHubGrpcServer>();
        return app;
    }

    private static IHost Worker(GrpcChannel channel, IRebuildSteps steps)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddDurableTaskClient(client => client.UseGrpc(channel));
        builder.Services.AddDurableTaskWorker(work =>
        {
            work.UseGrpc(channel);
            work.AddTasks(tasks => Register(tasks, steps));
        });
        return builder.Build();
    }

    /// <summary>The orchestrator of the app, and its activities under their names; <see cref="RebuildActivities"/> hands each on to the
    /// step.</summary>
    private static void Register(DurableTaskRegistry tasks, IRebuildSteps steps)
    {
        tasks.AddOrchestratorFunc<RebuildOutcome>(nameof(RebuildOrchestration), RebuildOrchestration.Run);
        tasks.AddActivityFunc<RebuildPlan>(Name(nameof(steps.Plan)), _ => steps.Plan());
        tasks.AddActivityFunc<RebuildBatch>(Name(nameof(steps.RepairCouncils)), (_, batch) => steps.RepairCouncils(batch));
        tasks.AddActivityFunc<RebuildPlan, SlicePlan>(Name(nameof(steps.PlanSlices)), (_, plan) => steps.PlanSlices(plan));
        tasks.AddActivityFunc<RebuildBatch, int>(Name(nameof(steps.RecomputeSlices)), (_, batch) => steps.RecomputeSlices(batch));
        tasks.AddActivityFunc<string>(Name(nameof(steps.TakeSnapshot)), _ => steps.TakeSnapshot());
        tasks.AddActivityFunc(Name(nameof(steps.Sweep)), _ => steps.Sweep());
        tasks.AddActivityFunc<RebuildOutcome>(Name(nameof(steps.Report)), (_, outcome) => steps.Report(outcome));
        tasks.AddActivityFunc<string>(Name(nameof(steps.Clear)), (_, run) => steps.Clear(run));
        tasks.AddActivityFunc(Name(nameof(steps.Fail)), _ => steps.Fail());
    }

    private static string Name(string step) => RebuildActivities.Prefix + step;
}
