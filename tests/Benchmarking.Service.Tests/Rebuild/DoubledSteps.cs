using Benchmarking.Service.Rebuild;

namespace Benchmarking.Service.Tests.Rebuild;

/// <summary>Every step twice, as a queue that delivers at least once may have it; and dead before or after the n-th, as a process that is
/// killed.</summary>
internal sealed class DoubledSteps(RebuildSteps steps, int times = 2, int diesAfter = int.MaxValue) : IRebuildSteps
{
    private int done;

    public Task<RebuildPlan> Plan() => Again(() => steps.Plan(CancellationToken.None));

    public Task RepairCouncils(RebuildBatch batch) => Again(() => Done(steps.RepairCouncils(batch, CancellationToken.None)));

    public Task<SlicePlan> PlanSlices(RebuildPlan plan) => Again(() => steps.PlanSlices(plan, CancellationToken.None));

    public Task<int> RecomputeSlices(RebuildBatch batch) => Again(() => steps.RecomputeSlices(batch, CancellationToken.None));

    public Task<string> TakeSnapshot() => Again(() => steps.TakeSnapshot(CancellationToken.None));

    public Task Sweep() => Again(() => Done(steps.Sweep(CancellationToken.None)));

    public Task Report(RebuildOutcome outcome) => Again(() => Done(steps.Report(outcome, CancellationToken.None)));

    public Task Clear(string run) => Again(() => Done(steps.Clear(run, CancellationToken.None)));

    public Task Fail() => Again(() => Done(steps.Fail(CancellationToken.None)));

    private async Task<T> Again<T>(Func<Task<T>> step)
    {
        var result = await step();
        for (var time = 1; time < times; time++)
        {
            result = await step();
        }

        return Interlocked.Increment(ref done) < diesAfter ? result : throw new OperationCanceledException("The process died here.");
    }

    private static async Task<int> Done(Task step)
    {
        await step;
        return 0;
    }
}
