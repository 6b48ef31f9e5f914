namespace Benchmarking.Service.Rebuild;

/// <summary>A rebuild's run: its name, and into how many batches its councils are split.</summary>
internal sealed record RebuildPlan(string Run, DateTimeOffset StartedAt, int Councils, int CouncilBatches);

/// <summary>One batch of a run, counted from 0.</summary>
internal sealed record RebuildBatch(string Run, int Index);

/// <summary>How many slices a run recomputes, and in how many batches.</summary>
internal sealed record SlicePlan(int Slices, int Batches);

/// <summary>What is known when everything is recomputed: what the report says beside the drift.</summary>
internal sealed record RebuildOutcome(RebuildPlan Plan, int Slices, int Rewritten, string Snapshot);

/// <summary>The steps of a rebuild. Each may run twice, and be cut off at any instruction and begun anew; what one hands to another is in
/// storage, and in and out go names and counts only.</summary>
internal interface IRebuildSteps
{
    /// <summary>Enters that the run is under way. A run that was cut off is taken up under its own name.</summary>
    Task<RebuildPlan> Plan();

    /// <summary>Puts the figures of a batch of councils right, and keeps what their slices must hold.</summary>
    Task RepairCouncils(RebuildBatch batch);

    /// <summary>Puts together what every slice must hold, and splits the slices into batches.</summary>
    Task<SlicePlan> PlanSlices(RebuildPlan plan);

    /// <summary>Puts a batch of slices right and recomputes them; returns how many are served anew.</summary>
    Task<int> RecomputeSlices(RebuildBatch batch);

    /// <summary>Takes a snapshot of what is served; returns its id.</summary>
    Task<string> TakeSnapshot();

    /// <summary>Sweeps the versions that nothing names.</summary>
    Task Sweep();

    /// <summary>Enters the report and keeps the whole list of drift.</summary>
    Task Report(RebuildOutcome outcome);

    /// <summary>Takes away what the run handed from step to step.</summary>
    Task Clear(string run);

    /// <summary>Enters that the run failed.</summary>
    Task Fail();
}
