using Benchmarking.Service.Rebuild;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Rebuild;

/// <summary>The activities of the orchestration: each is a step of the service.</summary>
internal sealed class RebuildActivities(RebuildSteps steps)
{
    public const string Prefix = "Rebuild";

    [Function(Prefix + nameof(Plan))]
    public Task<RebuildPlan> Plan([ActivityTrigger] object? nothing, CancellationToken stop) => steps.Plan(stop);

    [Function(Prefix + nameof(RepairCouncils))]
    public Task RepairCouncils([ActivityTrigger] RebuildBatch batch, CancellationToken stop) => steps.RepairCouncils(batch, stop);

    [Function(Prefix + nameof(PlanSlices))]
    public Task<SlicePlan> PlanSlices([ActivityTrigger] RebuildPlan plan, CancellationToken stop) => steps.PlanSlices(plan, stop);

    [Function(Prefix + nameof(RecomputeSlices))]
    public Task<int> RecomputeSlices([ActivityTrigger] RebuildBatch batch, CancellationToken stop) => steps.RecomputeSlices(batch, stop);

    [Function(Prefix + nameof(TakeSnapshot))]
    public Task<string> TakeSnapshot([ActivityTrigger] object? nothing, CancellationToken stop) => steps.TakeSnapshot(stop);

    [Function(Prefix + nameof(Sweep))]
    public Task Sweep([ActivityTrigger] object? nothing, CancellationToken stop) => steps.Sweep(stop);

    [Function(Prefix + nameof(Report))]
    public Task Report([ActivityTrigger] RebuildOutcome outcome, CancellationToken stop) => steps.Report(outcome, stop);

    [Function(Prefix + nameof(Clear))]
    public Task Clear([ActivityTrigger] string run, CancellationToken stop) => steps.Clear(run, stop);

    [Function(Prefix + nameof(Fail))]
    public Task Fail([ActivityTrigger] object? nothing, CancellationToken stop) => steps.Fail(stop);
}
