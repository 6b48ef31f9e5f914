using Azure.Storage.Blobs;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Work;

/// <summary>A file in the returns container, announced by Event Grid: it is taken in.</summary>
internal sealed class IngestReturn(TriggeredWork work)
{
    [Function(FunctionNames.IngestReturn)]
    public Task Run(
        [BlobTrigger("returns/{name}", Source = BlobTriggerSource.EventGrid, Connection = StorageClients.Connection)] BlobClient blob,
        CancellationToken stop) => work.IngestReturn(blob.BlobContainerName, blob.Name, stop);
}
