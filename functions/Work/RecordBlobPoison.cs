using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Work;

/// <summary>A return that failed five times: operators are shown it.</summary>
internal sealed class RecordBlobPoison(TriggeredWork work)
{
    [Function(FunctionNames.RecordBlobPoison)]
    public Task Run([QueueTrigger(FunctionNames.BlobPoisonQueue, Connection = StorageClients.Connection)] string message,
        CancellationToken stop) =>
        work.RecordBlobPoison(message, stop);
}
