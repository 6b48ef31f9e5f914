using System.Globalization;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Rebuild;

/// <summary>The steps of a rebuild as this process does them: the activities of the orchestration, and the local host's run.</summary>
internal sealed class RebuildSteps(
    DriftRepair drift, DatasetDrift datasetDrift, SliceStore slices, RefreshSlice refreshSlice, SnapshotStore snapshots,
        SweepVersions sweep, RebuildStore store,
    RefreshReportStore reports, Instruments instruments, TimeProvider clock, ILogger<RebuildSteps> log)
{
    /// <summary>A batch is some seconds of work: long enough to be worth a message, short enough to be done again.</summary>
    public const int CouncilsPerBatch = 16;
    public const int SlicesPerBatch = 50;

    private const int Width = 4;

    private static readonly TimeSpan ReportsKept = TimeSpan.FromDays(30);

    public async Task<RebuildPlan> Plan(CancellationToken cancellation)
    {
        var started = clock.GetUtcNow();
        var last = await reports.Latest(cancellation);
        var cutOff = last is { State: RefreshReport.Running, Run: not null } ? last : null;
        var plan = new RebuildPlan(
            cutOff?.Run ?? started.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'.'fffffff'Z'", CultureInfo.InvariantCulture),
            cutOff?.StartedAt ?? started, Filers.All.Count, OfFilers + ReferenceData.Current.Datasets.All.Count);
        await reports.Save(Running(plan, 0), cancellation);
        return plan;
    }

    public async Task RepairCouncils(RebuildBatch batch, CancellationToken cancellation)
    {
        var tally = Tally(batch, "councils");
        if (batch.Index >= OfFilers)
        {
            await datasetDrift.Of(ReferenceData.Current.Datasets.All[batch.Index - OfFilers], tally, cancellation);
        }
        else
        {
            await Parallel.ForEachAsync(
                Filers.All.Skip(batch.Index * CouncilsPerBatch).Take(CouncilsPerBatch), Limited(cancellation),
                async (council, stop) => await drift.OfCouncil(council, tally, stop));
        }

        await store.SaveTally(batch.Run, batch.Index, tally.Digests(), cancellation);
    }

    public async Task<SlicePlan> PlanSlices(RebuildPlan plan, CancellationToken cancellation)
    {
        var all = new SortedDictionary<string, FigureDigest>(StringComparer.Ordinal);
        for (var batch = 0; batch < plan.CouncilBatches; batch++)
        {
            foreach (var (slice, digest) in await store.Tally(plan.Run, batch, cancellation))
            {
                Of(slice).Add(digest);
            }
        }

        foreach (var pointer in await slices.All(cancellation))
        {
            Of(pointer.Key.ToString());
        }

        var batches = all.Chunk(SlicesPerBatch).ToArray();
        for (var batch = 0; batch < batches.Length; batch++)
        {
            var digests = batches[batch].ToDictionary(slice => slice.Key, slice => slice.Value.ToString());
            await store.SaveSlices(plan.Run, batch, digests, cancellation);
        }

        await reports.Save(Running(plan, all.Count), cancellation);
        return new SlicePlan(all.Count, batches.Length);

        FigureDigest Of(string slice) => all.TryGetValue(slice, out var digest) ? digest : all[slice] = new FigureDigest();
    }

    public async Task<int> RecomputeSlices(RebuildBatch batch, CancellationToken cancellation)
    {
        var tally = Tally(batch, "slices");
        var rewritten = 0;
        await Parallel.ForEachAsync(await store.Slices(batch.Run, batch.Index, cancellation), Limited(cancellation), async (slice, stop) =>
        {
            var key = SliceKey.Parse(slice.Key);
            await drift.OfSlice(key, slice.Value, Filers.All, tally, stop);
            if (await refreshSlice.Run(key, stop))
            {
                Interlocked.Increment(ref rewritten);
            }
        });
        return rewritten;
    }

    public async Task<string> TakeSnapshot(CancellationToken cancellation) =>
        await snapshots.Take(await slices.All(cancellation), cancellation);

    public Task Sweep(CancellationToken cancellation) => sweep.Run(cancellation);

    /// <summary>Reported once: a step that comes late and finds its run finished changes nothing.</summary>
    public async Task Report(RebuildOutcome outcome, CancellationToken cancellation)
    {
        var plan = outcome.Plan;
        if (await reports.Latest(cancellation) is { State: RefreshReport.Finished } last && last.Run == plan.Run)
        {
            return;
        }

        var lines = await store.Drift(plan.Run, cancellation);
        var all = lines.Count == 0 ? null : await store.SaveDriftReport(plan.Run, lines, cancellation);
        var report = new RefreshReport(
            RefreshReport.Finished, plan.StartedAt, (clock.GetUtcNow() - plan.StartedAt).TotalSeconds, plan.Councils, outcome.Slices,
            outcome.Rewritten,
            [.. lines.Take(RefreshReport.FirstLines)], outcome.Snapshot, plan.Run, lines.Count, all);
        await reports.Save(report, cancellation);
        instruments.Refreshed(report.Seconds);
        Log.Refreshed(log, report.Councils, report.Slices, report.Rewritten, report.DriftTotal, report.Seconds);
    }

    public Task Clear(string run, CancellationToken cancellation) => store.Clear(run, clock.GetUtcNow() - ReportsKept, cancellation);

    public async Task Fail(CancellationToken cancellation)
    {
        var last = await reports.Latest(cancellation);
        await reports.Save(
            (last ?? new RefreshReport(RefreshReport.Failed, clock.GetUtcNow(), 0, 0, 0, 0, [], null)) with {
                State = RefreshReport.Failed }, cancellation);
    }

    private RebuildTally Tally(RebuildBatch batch, string phase) =>
        new(store, batch.Run, string.Create(CultureInfo.InvariantCulture, $"{phase}-{batch.Index:00000}"));

    private static RefreshReport Running(RebuildPlan plan, int slices) =>
        new(RefreshReport.Running, plan.StartedAt, 0, plan.Councils, slices, 0, [], null, plan.Run);

    /// <summary>The batches of councils; each dataset is one after them.</summary>
    private static int OfFilers => (Filers.All.Count + CouncilsPerBatch - 1) / CouncilsPerBatch;

    private static ParallelOptions Limited(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Width, CancellationToken = cancellation };
}
