using Benchmarking.Service.Rebuild;

namespace Benchmarking.Functions.Tests.Rebuild;

/// <summary>The steps of a process that hangs after so many, as one that is killed does for whoever waits for its answer; and how often
/// each was begun.</summary>
internal sealed class CountedSteps(RebuildSteps steps, int hangsAfter = int.MaxValue) : IRebuildSteps
{
    private readonly TaskCompletionSource hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int begun;
    private int plans;

    /// <summary>Done when it hangs.</summary>
    public Task Hangs => hangs.Task;

    public int Begun => begun;

    public int Plans => plans;

    public Task<RebuildPlan> Plan() => Step(() =>
    {
        Interlocked.Increment(ref plans);
        return steps.Plan(CancellationToken.None);
    });

    public Task RepairCouncils(RebuildBatch batch) => Step(() => Done(steps.RepairCouncils(batch, CancellationToken.None)));

    public Task<SlicePlan> PlanSlices(RebuildPlan plan) => Step(() => steps.PlanSlices(plan, CancellationToken.None));

    public Task<int> RecomputeSlices(RebuildBatch batch) => Step(() => steps.RecomputeSlices(batch, CancellationToken.None));

    public Task<string> TakeSnapshot() => Step(() => steps.TakeSnapshot(CancellationToken.None));

    public Task Sweep() => Step(() => Done(steps.Sweep(CancellationToken.None)));

    public Task Report(RebuildOutcome outcome) => Step(() => Done(steps.Report(outcome, CancellationToken.None)));

    public Task Clear(string run) => Step(() => Done(steps.Clear(run, CancellationToken.None)));

    public Task Fail() => Step(() => Done(steps.Fail(CancellationToken.None)));

    private async Task<T> Step<T>(Func<Task<T>> step)
    {
        if (Interlocked.Increment(ref begun) > hangsAfter)
        {
            hangs.TrySetResult();
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        }

        return await step();
    }

    private static async Task<int> Done(Task step)
    {
        await step;
        return 0;
    }
}
