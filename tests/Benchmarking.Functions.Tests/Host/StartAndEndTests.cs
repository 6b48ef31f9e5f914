using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>A start that fails ends with 1, an invocation that is cancelled ends, and a worker that is told to end lets running work finish.</summary>
public sealed class StartAndEndTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task A_start_that_fails_ends_with_one_and_says_why_in_one_line()
    {
        var account = azurite.NewAccount();
        foreach (var (name, value, reason) in new[]
        {
            ("Benchmarking__Environment", "Production", "Benchmarking__KeysFile is for development only"),
            ("NightlySchedule", "at night", "must be NCRONTAB"),
            ("Storage", "AccountName=x", "The app does not start."),
        })
        {
            var (code, lines) = await WorkerProcess.Refuse(account, (name, value));
            Assert.True(code == 1, $"{name}={value} ended with {code}: {string.Join('\n', lines)}");
            Assert.Contains(lines, line => line.Contains(reason, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_invocation_that_storage_keeps_waiting_is_cancelled_when_the_host_says_so_and_the_next_succeeds()
    {
        await using var worker = await WorkerProcess.Start(azurite.NewAccount());
        var message = "savings-total|2012-13|actual";
        azurite.Pause();
        try
        {
            Assert.NotNull(await worker.Invoke(FunctionNames.RefreshSlice, Invocations.Queue(message), TimeSpan.FromSeconds(1)));
        }
        finally
        {
            azurite.Resume();
        }

        Assert.Null(await worker.Invoke(FunctionNames.RefreshSlice, Invocations.Queue(message)));
    }

    [Fact]
    public async Task A_worker_that_is_told_to_end_does_so_with_0()
    {
        await using var worker = await WorkerProcess.Start(azurite.NewAccount());
        Assert.Equal(0, await worker.Terminate());
    }
}
