using Benchmarking.Functions.Rebuild;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Rebuild;
using Benchmarking.Service.Tests.Work;
using Microsoft.DurableTask.Client;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Rebuild;

/// <summary>The nightly run as an orchestration: 160 filers and 900 slices, one run however often it is started, and to its end though it
/// is killed.</summary>
public sealed class OrchestrationTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const int Slices = 900;

    /// <summary>Half of the batches of councils and slices.</summary>
    private const int HalfWay = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_half_way_it_is_resumed_and_ends_with_the_snapshot_of_an_undisturbed_run()
    {
        using var undisturbed = await Filed();
        var wanted = await undisturbed.Rebuild.Run(Cancellation);
        Assert.Equal((160, RefreshReport.Finished, wanted.Slices), (wanted.Councils, wanted.State, wanted.Rewritten));
        Assert.True(wanted.Slices > Slices);

        using var app = await Filed();
        var killed = new CountedSteps(app.Steps, HalfWay);
        await using (var host = await DurableHost.Start(app.Connection, killed))
        {
            await Schedule(host);
            await killed.Hangs.WaitAsync(Patience, Cancellation);
        }

        Assert.Equal(RefreshReport.Running, (await app.Reports.Latest(Cancellation))!.State);
        var resumed = new CountedSteps(app.Steps);
        await using var next = await DurableHost.Start(app.Connection, resumed);
        var ended = await Ended(next);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        var report = (await app.Reports.Latest(Cancellation))!;
        Assert.Equal((RefreshReport.Finished, wanted.Snapshot, 160, wanted.Slices),
            (report.State, report.Snapshot, report.Councils, report.Slices));
        Assert.Equal(await undisturbed.State(), await app.State());

        // What was done before was not done again: it was resumed, not begun anew.
        Assert.Equal(0, resumed.Plans);
        TestContext.Current.TestOutputHelper!.WriteLine($"{killed.Begun} steps begun before the kill, {resumed.Begun} after it; "
            + $"snapshot {report.Snapshot}");
        await SaysLittle(next);
    }

    [Fact]
    public async Task Of_twelve_starts_at_once_one_makes_a_run_and_when_it_has_ended_another_may_start()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var steps = new CountedSteps(app.Steps);
        await using var host = await DurableHost.Start(app.Connection, steps);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => StartRebuild.Run("rebuild", host.Client, Cancellation)));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await Ended(host)).RuntimeStatus);
        Assert.Equal(1, steps.Plans);

        await StartRebuild.Run("rebuild", host.Client, Cancellation);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await Ended(host)).RuntimeStatus);
        Assert.Equal(2, steps.Plans);
    }

    [Fact]
    public async Task Asked_for_while_it_runs_it_puts_one_message_on_the_queue()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var starter = new QueuedRebuildStarter(app.Reports, app.Storage);
        var started = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => starter.Start(Cancellation))));
        Assert.Single(started, first => first);
        Assert.Single((await app.Storage.RebuildRequests.PeekMessagesAsync(32, Cancellation)).Value);
    }

    /// <summary>The history holds names and counts only, however many slices there are: a large one would fill an instance's memory at each
    /// replay.</summary>
    private static async Task SaysLittle(DurableHost host)
    {
        var history = await host.Client.GetOrchestrationHistoryAsync(RebuildOrchestration.InstanceId, Cancellation);
        var text = System.Text.Json.JsonSerializer.Serialize(history.Select(happened => (object)happened));
        TestContext.Current.TestOutputHelper!.WriteLine($"{history.Count} events, {text.Length} characters of history");
        Assert.InRange(text.Length, 1, 64_000);
    }

    private async Task<TestApp> Filed()
    {
        var app = await TestApp.OnNewAccount(azurite);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await MadeUpSlices.Serve(app, Slices);
        return app;
    }

    private static Task Schedule(DurableHost host) => StartRebuild.Run("rebuild", host.Client, Cancellation);

    private static async Task<OrchestrationMetadata> Ended(DurableHost host)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        return await host.Client.WaitForInstanceCompletionAsync(RebuildOrchestration.InstanceId, limit.Token);
    }
}
