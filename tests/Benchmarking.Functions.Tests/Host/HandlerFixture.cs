using Benchmarking.Functions.Tests.Emulation;
using Benchmarking.Functions.Tests.Work;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>One handler process on an account of its own, for tests that do not get in one another's way.</summary>
public sealed class HandlerFixture : IAsyncLifetime
{
    private readonly Azurite azurite = new();

    internal HandlerProcess Handler { get; private set; } = null!;

    internal FunctionsHost Host { get; private set; } = null!;

    internal TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        var connection = azurite.NewAccount();
        Handler = await HandlerProcess.Start(connection);
        Host = new FunctionsHost(connection);
        App = new TestApp(connection);
    }

    public async ValueTask DisposeAsync()
    {
        App.Dispose();
        await Handler.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
