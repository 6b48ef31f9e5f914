using Benchmarking.Service.Rebuild;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Benchmarking.Functions.Rebuild;

/// <summary>The rebuild of everything as a Durable orchestration under one fixed id: one run at a time over all instances.</summary>
internal static class RebuildOrchestration
{
    public const string InstanceId = "rebuild";

    /// <summary>Batches under way at a time over all instances; how many of them one instance takes is in host.json.</summary>
    private const int Width = 16;

    [Function(nameof(RebuildOrchestration))]
    public static Task<RebuildOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RebuildSequence.Run(new ActivityCalls(context), Width);
}
