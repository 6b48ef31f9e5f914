using Benchmarking.Service.Rebuild;
using Microsoft.DurableTask;

namespace Benchmarking.Functions.Rebuild;

/// <summary>Each step of a rebuild as a call of the activity that has its name, tried again where it fails: that a worker died is a failure
/// too.</summary>
internal sealed class ActivityCalls(TaskOrchestrationContext context) : IRebuildSteps
{
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromMinutes(1)));

    public Task<RebuildPlan> Plan() => Call<RebuildPlan>(nameof(Plan), null);

    public Task RepairCouncils(RebuildBatch batch) =>
        context.CallActivityAsync(RebuildActivities.Prefix + nameof(RepairCouncils), batch, Retried);

    public Task<SlicePlan> PlanSlices(RebuildPlan plan) => Call<SlicePlan>(nameof(PlanSlices), plan);

    public Task<int> RecomputeSlices(RebuildBatch batch) => Call<int>(nameof(RecomputeSlices), batch);

    public Task<string> TakeSnapshot() => Call<string>(nameof(TakeSnapshot), null);

    public Task Sweep() => context.CallActivityAsync(RebuildActivities.Prefix + nameof(Sweep), null, Retried);

    public Task Report(RebuildOutcome outcome) => context.CallActivityAsync(RebuildActivities.Prefix + nameof(Report), outcome, Retried);

    public Task Clear(string run) => context.CallActivityAsync(RebuildActivities.Prefix + nameof(Clear), run, Retried);

    public Task Fail() => context.CallActivityAsync(RebuildActivities.Prefix + nameof(Fail), null, Retried);

    private Task<T> Call<T>(string step, object? input) => context.CallActivityAsync<T>(RebuildActivities.Prefix + step, input, Retried);
}
