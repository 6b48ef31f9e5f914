using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>One worker on an empty account for tests that only ask it.</summary>
public sealed class WorkerFixture : IAsyncLifetime
{
    private readonly Azurite azurite = new();

    internal WorkerProcess Worker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        Worker = await WorkerProcess.Start(azurite.NewAccount());
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
