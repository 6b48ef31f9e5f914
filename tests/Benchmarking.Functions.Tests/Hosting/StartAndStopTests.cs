using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>A start that fails ends with 1, work that is broken off may be done again, and a stop lets running work finish.</summary>
public sealed class StartAndStopTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Slice = "savings-total|2012-13|actual";

    [Fact]
    public async Task A_start_that_fails_ends_with_one_and_says_why()
    {
        var account = azurite.NewAccount();
        foreach (var (name, value, reason) in new[]
        {
            ("Benchmarking__Environment", "Production", "Benchmarking__KeysFile is for development only"),
            ("NightlySchedule", "at night", "must be NCRONTAB"),
            ("Storage", "AccountName=x", "The app does not start."),
        })
        {
            var (code, said) = await WorkerProcess.Refuse(account, (name, value));
            Assert.True(code == 1, $"{name}={value} ended with {code}: {said}");
            Assert.Contains(reason, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_invocation_that_the_host_cancels_fails_and_the_next_succeeds()
    {
        await using var worker = await WorkerProcess.Start(azurite.NewAccount());
        azurite.Pause();
        try
        {
            var id = Guid.NewGuid().ToString();
            var waiting = TriggerHost.Message(worker, FunctionNames.RefreshSlice, Slice, id);
            // A cancellation that arrives before the worker has taken the invocation up is lost.
            for (var second = 0; second < 60 && !waiting.IsCompleted; second++)
            {
                worker.Channel.Cancel(id);
                await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
            }

            Assert.True(waiting.IsCompleted, "The invocation went on.");
            Assert.NotNull(await waiting);
        }
        finally
        {
            azurite.Resume();
        }

        Assert.Null(await TriggerHost.Message(worker, FunctionNames.RefreshSlice, Slice));
    }

    [Fact]
    public async Task Told_to_stop_it_finishes_the_work_that_runs_and_ends_with_zero()
    {
        await using var worker = await WorkerProcess.Start(azurite.NewAccount());
        azurite.Pause();
        Task<string?> running;
        try
        {
            running = TriggerHost.Message(worker, FunctionNames.RefreshSlice, Slice);
            await Eventually.True(() => azurite.HasUnreadTableRequest);
            worker.Signal("TERM");
            await Eventually.True(() =>
                running.IsCompleted || worker.Lines.Any(line => line.Contains("is shutting down", StringComparison.Ordinal)));
            Assert.False(running.IsCompleted, "It did not wait for its work.");
        }
        finally
        {
            azurite.Resume();
        }

        Assert.Null(await running);
        Assert.Equal(0, await worker.Exit());
    }
}
