using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Benchmarking.Functions.Rebuild;

/// <summary>Starts the orchestration for a message that asks for it. Where one is under way there is nothing to do: it is asked and not
/// looked up, since between a look and a start another may come.</summary>
internal sealed class StartRebuild
{
    [Function(FunctionNames.StartRebuild)]
    public static async Task Run(
        [QueueTrigger(StorageClients.RebuildRequestsQueue, Connection = StorageClients.Connection)] string message,
        [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(RebuildOrchestration), new StartOrchestrationOptions(RebuildOrchestration.InstanceId), stop);
        }
        catch (OrchestrationAlreadyExistsException)
        {
        }
    }
}
