using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Rebuild;

/// <summary>Recomputes everything in this process, step by step in the order of the orchestration. Cut off and run again it goes on under
/// the run's name. The caller sees to it that it is the only one.</summary>
internal sealed class RefreshBenchmarks(RebuildSteps steps, RefreshReportStore reports, ILogger<RefreshBenchmarks> log)
{
    /// <summary>Batches at a time, each of which works on several councils or slices at a time.</summary>
    private const int Width = 2;

    /// <summary>Runs to the end and returns the report, which says so where it failed.</summary>
    public async Task<RefreshReport> Run(CancellationToken cancellation)
    {
        using var activity = Traces.Start(nameof(RefreshBenchmarks));
        try
        {
            await RebuildSequence.Run(new Direct(steps, cancellation), Width);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.RefreshFailed(log, failure);
        }

        return (await reports.Latest(cancellation))!;
    }

    /// <summary>Each step as a call in this process.</summary>
    private sealed class Direct(RebuildSteps steps, CancellationToken cancellation) : IRebuildSteps
    {
        public Task<RebuildPlan> Plan() => steps.Plan(cancellation);

        public Task RepairCouncils(RebuildBatch batch) => steps.RepairCouncils(batch, cancellation);

        public Task<SlicePlan> PlanSlices(RebuildPlan plan) => steps.PlanSlices(plan, cancellation);

        public Task<int> RecomputeSlices(RebuildBatch batch) => steps.RecomputeSlices(batch, cancellation);

        public Task<string> TakeSnapshot() => steps.TakeSnapshot(cancellation);

        public Task Sweep() => steps.Sweep(cancellation);

        public Task Report(RebuildOutcome outcome) => steps.Report(outcome, cancellation);

        public Task Clear(string run) => steps.Clear(run, cancellation);

        public Task Fail() => steps.Fail(cancellation);
    }
}
