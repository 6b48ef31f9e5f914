using Azure.Storage.Blobs;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Work;

/// <summary>A file in the datasets container, announced by Event Grid: it is taken in.</summary>
internal sealed class IngestDataset(TriggeredWork work)
{
    [Function(FunctionNames.IngestDataset)]
    public Task Run(
        [BlobTrigger("datasets/{name}", Source = BlobTriggerSource.EventGrid, Connection = StorageClients.Connection)] BlobClient blob,
        CancellationToken stop) => work.IngestDataset(blob.BlobContainerName, blob.Name, stop);
}
