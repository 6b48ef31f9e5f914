namespace Benchmarking.Service.Rebuild;

/// <summary>The order of a rebuild, the same in every host: first all councils, since a slice is held against what its councils say, then
/// all slices, then the snapshot. Deterministic, as an orchestrator must be: it knows no clock and no storage and waits for steps
/// only.</summary>
internal static class RebuildSequence
{
    /// <summary>Runs to the end, or enters that it failed and throws; <paramref name="width"/> is how many batches are worked on at a
    /// time.</summary>
    public static async Task<RebuildOutcome> Run(IRebuildSteps steps, int width)
    {
        try
        {
            return await InOrder(steps, width);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await steps.Fail();
            throw;
        }
    }

    private static async Task<RebuildOutcome> InOrder(IRebuildSteps steps, int width)
    {
        var plan = await steps.Plan();
        await InBatches(plan.CouncilBatches, width, async index =>
        {
            await steps.RepairCouncils(new RebuildBatch(plan.Run, index));
            return 0;
        });
        var slices = await steps.PlanSlices(plan);
        var rewritten = await InBatches(slices.Batches, width, index => steps.RecomputeSlices(new RebuildBatch(plan.Run, index)));
        var outcome = new RebuildOutcome(plan, slices.Slices, rewritten.Sum(), await steps.TakeSnapshot());
        await steps.Sweep();
        await steps.Report(outcome);
        await steps.Clear(plan.Run);
        return outcome;
    }

    /// <summary>Batches after one that failed are still done: they are the better part of the work, and done again they are
    /// quick.</summary>
    private static async Task<T[]> InBatches<T>(int count, int width, Func<int, Task<T>> step)
    {
        var all = new List<Task<T>>(count);
        var running = new List<Task<T>>(width);
        for (var index = 0; index < count; index++)
        {
            if (running.Count == width)
            {
                running.Remove(await Task.WhenAny(running));
            }

            var task = step(index);
            all.Add(task);
            running.Add(task);
        }

        return await Task.WhenAll(all);
    }
}
