using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Work;

/// <summary>A slice that could not be recomputed five times: operators are shown it.</summary>
internal sealed class RecordSlicePoison(TriggeredWork work)
{
    [Function(FunctionNames.RecordSlicePoison)]
    public Task Run([QueueTrigger(FunctionNames.SlicePoisonQueue, Connection = StorageClients.Connection)] string message,
        CancellationToken stop) =>
        work.RecordSlicePoison(message, stop);
}
