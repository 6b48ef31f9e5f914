using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Work;

/// <summary>A slice that a return has changed: it is recomputed.</summary>
internal sealed class RefreshSlice(TriggeredWork work)
{
    [Function(FunctionNames.RefreshSlice)]
    public Task Run([QueueTrigger(StorageClients.StaleSlicesQueue, Connection = StorageClients.Connection)] string message,
        CancellationToken stop) =>
        work.RefreshSlice(message, stop);
}
