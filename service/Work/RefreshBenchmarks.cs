using System.Diagnostics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Work;

/// <summary>What a rebuild of everything did. <c>Drift</c> names each stored figure that was not what the accepted returns say.</summary>
internal sealed record RefreshReport(
    string State,
    DateTimeOffset StartedAt,
    double Seconds,
    int Councils,
    int Slices,
    int Rewritten,
    IReadOnlyList<string> Drift,
    string? Snapshot);

/// <summary>Recomputes everything: each council's figures from its accepted returns, each slice from the figures. What differed is
/// reported before it is repaired. Then a snapshot names the versions served, and what nothing names any more is swept.</summary>
internal sealed class RefreshBenchmarks(
    DriftRepair drift,
    SliceStore slices,
    RefreshSlice refreshSlice,
    SnapshotStore snapshots,
    SweepVersions sweep,
    Instruments instruments,
    TimeProvider clock,
    ILogger<RefreshBenchmarks> log)
{
    private static readonly ParallelOptions Width = new() { MaxDegreeOfParallelism = 4 };

    private int running;

    /// <summary>Runs to the end, unless a run is under way in this process; null then.</summary>
    public async Task<RefreshReport?> Run(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
        {
            return null;
        }

        try
        {
            return await Rebuild(await Announce(cancellation), cancellation);
        }
        finally
        {
            Volatile.Write(ref running, 0);
        }
    }

    /// <summary>Starts a run and comes back when it is announced as running; null where one is under way in this process.</summary>
    public async Task<RefreshReport?> Start(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
        {
            return null;
        }

        var announced = await Announce(cancellation);
        _ = Finish(announced, cancellation);
        return announced;
    }

    private async Task Finish(RefreshReport announced, CancellationToken cancellation)
    {
        try
        {
            await Rebuild(announced, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RefreshFailed(log, failure);
            await snapshots.Report(announced with { State = "failed" }, cancellation);
        }
        finally
        {
            Volatile.Write(ref running, 0);
        }
    }

    private async Task<RefreshReport> Announce(CancellationToken cancellation)
    {
        var report = new RefreshReport("running", clock.GetUtcNow(), 0, 0, 0, 0, [], null);
        await snapshots.Report(report, cancellation);
        return report;
    }

    private async Task<RefreshReport> Rebuild(RefreshReport announced, CancellationToken cancellation)
    {
        using var activity = Traces.Start(nameof(RefreshBenchmarks));
        var watch = Stopwatch.StartNew();
        var tally = new RebuildTally();
        var filers = Filers();
        await Parallel.ForEachAsync(filers, Limited(cancellation), async (council, stop) => await drift.OfCouncil(council, tally, stop));
        foreach (var pointer in await slices.All(cancellation))
        {
            tally.Slice(pointer.Key);
        }

        var rewritten = 0;
        await Parallel.ForEachAsync(tally.Slices.Keys, Limited(cancellation), async (key, stop) =>
        {
            await drift.OfSlice(key, filers, tally, stop);
            if (await refreshSlice.Run(key, stop))
            {
                Interlocked.Increment(ref rewritten);
            }
        });

        var snapshot = await snapshots.Take(await slices.All(cancellation), cancellation);
        await sweep.Run(cancellation);
        var report = new RefreshReport(
            "finished", announced.StartedAt, watch.Elapsed.TotalSeconds, filers.Length, tally.Slices.Count, rewritten,
            [.. tally.Drift.Distinct().Order(StringComparer.Ordinal)], snapshot);
        await snapshots.Report(report, cancellation);
        instruments.Refreshed(report.Seconds);
        Log.Refreshed(log, report.Councils, report.Slices, report.Rewritten, report.Drift.Count, report.Seconds);
        return report;
    }

    /// <summary>Every council and partnership that may ever have filed.</summary>
    private static CouncilCode[] Filers() =>
    [
        .. ReferenceData.Current.Councils.All.Select(council => council.Code)
            .Concat(ReferenceData.Current.Groups.Partnerships.Select(partnership => CouncilCode.Parse(partnership.Code)))
            .Distinct()
            .Order(),
    ];

    private static ParallelOptions Limited(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Width.MaxDegreeOfParallelism, CancellationToken = cancellation };
}
