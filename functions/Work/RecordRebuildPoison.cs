using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Work;

/// <summary>A rebuild that could not be started five times: operators are shown it.</summary>
internal sealed class RecordRebuildPoison(TriggeredWork work)
{
    [Function(FunctionNames.RecordRebuildPoison)]
    public Task Run([QueueTrigger(FunctionNames.RebuildPoisonQueue, Connection = StorageClients.Connection)] string message,
        CancellationToken stop) =>
        work.RecordRebuildPoison(message, stop);
}
