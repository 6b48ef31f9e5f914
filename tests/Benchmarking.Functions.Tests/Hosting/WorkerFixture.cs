using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>One worker on an account of its own, for tests that do not get in one another's way.</summary>
public sealed class WorkerFixture : IAsyncLifetime
{
    private readonly Azurite azurite = new();

    internal WorkerProcess Worker { get; private set; } = null!;

    internal TriggerHost Host { get; private set; } = null!;

    internal TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        var connection = azurite.NewAccount();
        Worker = await WorkerProcess.Start(connection);
        Host = new TriggerHost(connection);
        App = new TestApp(connection);
    }

    public async ValueTask DisposeAsync()
    {
        App.Dispose();
        await Worker.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
