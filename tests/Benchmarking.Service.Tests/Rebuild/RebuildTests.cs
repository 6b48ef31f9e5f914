using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Rebuild;

/// <summary>A rebuild's steps may run twice and be cut off anywhere, and none of what it found to differ is lost.</summary>
public sealed class RebuildTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly SliceKey Pct = SliceKey.Parse("savings-pct-net-budget|2012-13|actual");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_that_all_run_twice_end_where_steps_that_run_once_do()
    {
        using var once = await Drifted();
        using var twice = await Drifted();
        var wanted = await once.Rebuild.Run(Cancellation);
        await RebuildSequence.Run(new DoubledSteps(twice.Steps), 2);
        var found = (await twice.Reports.Latest(Cancellation))!;

        Assert.Equal((wanted.State, wanted.Snapshot, wanted.Slices), (found.State, found.Snapshot, found.Slices));
        Assert.Equal(wanted.Drift, found.Drift);
        Assert.Equal(await once.State(), await twice.State());
        Assert.Empty((await twice.Rebuild.Run(Cancellation)).Drift);
    }

    /// <summary>Steps: plan, ten batches of councils, slices planned, one batch of slices, snapshot, sweep, report.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(15)]
    public async Task A_run_that_died_is_taken_up_under_its_name_and_tells_what_it_had_found_before(int diesAfter)
    {
        using var undisturbed = await Drifted();
        var wanted = await undisturbed.Rebuild.Run(Cancellation);
        using var app = await Drifted();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RebuildSequence.Run(new DoubledSteps(app.Steps, 1, diesAfter), 1));
        var cutOff = (await app.Reports.Latest(Cancellation))!;
        Assert.Equal(RefreshReport.Running, cutOff.State);

        var report = await app.Rebuild.Run(Cancellation);
        Assert.Equal((RefreshReport.Finished, cutOff.Run, wanted.Snapshot), (report.State, report.Run, report.Snapshot));
        Assert.Equal(wanted.Drift, report.Drift);
        Assert.Equal(await undisturbed.State(), await app.State());
    }

    [Fact]
    public async Task What_a_run_hands_from_step_to_step_is_gone_after_it_and_its_list_of_drift_stays()
    {
        using var app = await Drifted();
        var report = await app.Rebuild.Run(Cancellation);
        var left = new List<string>();
        await foreach (var blob in app.Storage.Snapshots.GetBlobsAsync(cancellationToken: Cancellation))
        {
            left.Add(blob.Name);
        }

        Assert.Equal(report.DriftReport, Assert.Single(left, name => name.StartsWith(StorageKeys.Rebuilds, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_step_that_fails_is_reported_and_the_next_run_is_a_new_one()
    {
        using var app = await Drifted();
        var lost = new MissingTally(app.Steps);
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => RebuildSequence.Run(lost, 1));
        var failed = (await app.Reports.Latest(Cancellation))!;
        Assert.Equal(RefreshReport.Failed, failed.State);

        var report = await app.Rebuild.Run(Cancellation);
        Assert.Equal(RefreshReport.Finished, report.State);
        Assert.NotEqual(failed.Run, report.Run);
    }

    /// <summary>Two councils' returns, and one figure altered by hand on each side.</summary>
    private async Task<TestApp> Drifted()
    {
        var app = await TestApp.OnNewAccount(azurite);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.File("hackney/2012-13/savings.csv", Savings("4000000", "5"));
        await app.DrainQueue();
        await Alter(app.Storage.Observations, StorageKeys.ObservationPartition(Pct), "tameside");
        await Alter(app.Storage.CouncilObservations, "hackney", Pct.ToString());
        return app;
    }

    private static async Task Alter(TableClient table, string partition, string row)
    {
        var entity = (await table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Cancellation)).Value;
        entity["Json"] = "altered";
        await table.UpdateEntityAsync(entity, Azure.ETag.All, TableUpdateMode.Replace, Cancellation);
    }

    /// <summary>Leaves the first batch of councils out, so that the step after it misses what it hands on.</summary>
    private sealed class MissingTally(RebuildSteps steps) : IRebuildSteps
    {
        private readonly DoubledSteps others = new(steps, 1);

        public Task<RebuildPlan> Plan() => others.Plan();

        public Task RepairCouncils(RebuildBatch batch) => batch.Index == 0 ? Task.CompletedTask : others.RepairCouncils(batch);

        public Task<SlicePlan> PlanSlices(RebuildPlan plan) => others.PlanSlices(plan);

        public Task<int> RecomputeSlices(RebuildBatch batch) => others.RecomputeSlices(batch);

        public Task<string> TakeSnapshot() => others.TakeSnapshot();

        public Task Sweep() => others.Sweep();

        public Task Report(RebuildOutcome outcome) => others.Report(outcome);

        public Task Clear(string run) => others.Clear(run);

        public Task Fail() => others.Fail();
    }
}
