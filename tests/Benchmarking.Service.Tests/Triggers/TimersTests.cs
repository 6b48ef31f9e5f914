using System.Globalization;
using Benchmarking.LocalHost.Triggers;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using Benchmarking.Service.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Triggers;

/// <summary>The stand-alone timers: what was missed is made up once, by one of several instances.</summary>
public sealed class TimersTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string NeverAgain = "0 0 0 1 1 *";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Missed_runs_are_made_up_once_after_a_restart()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await LastRan(app, FunctionNames.ReconcileReturns, TimeProvider.System.GetUtcNow().AddYears(-3));
        await LastRan(app, FunctionNames.RefreshBenchmarks, TimeProvider.System.GetUtcNow());
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));

        using var timers = Timers(app);
        await timers.StartAsync(Cancellation);
        await WaitFor(async () => await LastRun(app, FunctionNames.ReconcileReturns) > TimeProvider.System.GetUtcNow().AddHours(-1));
        await timers.StopAsync(Cancellation);

        Assert.NotNull((await app.Ledgers.Read("tameside", Cancellation)).Find("2012-13|savings"));
        Assert.Null(await app.Reports.Latest(Cancellation));
    }

    [Fact]
    public async Task Of_two_instances_one_holds_the_work_until_it_ends_and_then_the_other_does()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var holders = 0;
        var most = 0;
        var turns = new List<int>();
        using var firstEnds = new CancellationTokenSource();
        using var secondEnds = new CancellationTokenSource();
        var leases = new[] { firstEnds, secondEnds }.Select((ends, n) => LocalHosts.Lease(app)
            .Hold("work", (_, held) => Work(n, held), ends.Token)).ToArray();

        await WaitFor(() => Task.FromResult(turns.Count == 1));
        await (turns[0] == 0 ? firstEnds : secondEnds).CancelAsync();
        await WaitFor(() => Task.FromResult(turns.Count == 2));
        await firstEnds.CancelAsync();
        await secondEnds.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(leases));

        Assert.Equal(1, most);
        Assert.Equal([0, 1], turns.Order());

        async Task Work(int instance, CancellationToken held)
        {
            most = Math.Max(most, Interlocked.Increment(ref holders));
            turns.Add(instance);
            var ended = new TaskCompletionSource();
            await using var end = held.Register(ended.SetResult);
            await ended.Task;
            Interlocked.Decrement(ref holders);
        }
    }

    private static Timers Timers(TestApp app) => new(
        LocalHosts.Lease(app), LocalHosts.Rebuild(app), app.Reconcile,
        Options.Create(new Schedules { NightlySchedule = NeverAgain, ReconcileSchedule = NeverAgain }), TimeProvider.System,
        NullLogger<Timers>.Instance);

    private static async Task LastRan(TestApp app, string timer, DateTimeOffset at)
    {
        await app.Storage.Instances.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await app.Storage.Instances.GetBlobClient($"timers/{timer}")
            .UploadAsync(BinaryData.FromString(at.ToString("O", CultureInfo.InvariantCulture)), Cancellation);
    }

    private static async Task<DateTimeOffset> LastRun(TestApp app, string timer) => DateTimeOffset.Parse(
        (await app.Storage.Instances.GetBlobClient($"timers/{timer}").DownloadContentAsync(Cancellation)).Value.Content.ToString(),
        CultureInfo.InvariantCulture);

    private static async Task WaitFor(Func<Task<bool>> condition)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "Waited in vain.");
            await Task.Delay(50, Cancellation);
        }
    }
}
