using Benchmarking.Service;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.Azure.WebJobs;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>The functions that queues trigger. After its last try a message is on the queue's poison queue, and from there in the list that
/// operators see, as under a Functions host.</summary>
internal sealed class QueueFunctions(IngestReturn ingest, IngestDataset ingestDataset, TriggeredWork work, ILogger<QueueFunctions> log)
{
    private const string Storage = StorageClients.Connection;

    [FunctionName(FunctionNames.IngestReturn)]
    public Task IngestReturn([QueueTrigger(BlobWatcher.Queue, Connection = Storage)] string blobName, long dequeueCount,
        CancellationToken stop) =>
        Try(FunctionNames.IngestReturn, blobName, dequeueCount, () => ingest.Run(blobName, stop));

    [FunctionName(FunctionNames.IngestDataset)]
    public Task IngestDataset([QueueTrigger(BlobWatcher.DatasetQueue, Connection = Storage)] string blobName, long dequeueCount,
        CancellationToken stop) =>
        Try(FunctionNames.IngestDataset, blobName, dequeueCount, () => ingestDataset.Run(blobName, stop));

    [FunctionName("RecordDatasetPoison")]
    public Task RecordDatasetPoison([QueueTrigger(BlobWatcher.DatasetQueue + "-poison", Connection = Storage)] string blobName,
        CancellationToken stop) =>
        work.RecordDatasetPoison(blobName, stop);

    [FunctionName(FunctionNames.RefreshSlice)]
    public Task RefreshSlice([QueueTrigger(StorageClients.StaleSlicesQueue, Connection = Storage)] string message, long dequeueCount,
        CancellationToken stop) =>
        Try(FunctionNames.RefreshSlice, message, dequeueCount, () => work.RefreshSlice(message, stop));

    [FunctionName(FunctionNames.RecordBlobPoison)]
    public Task RecordBlobPoison([QueueTrigger(BlobWatcher.Queue + "-poison", Connection = Storage)] string blobName,
        CancellationToken stop) =>
        work.RecordBlobPoison(blobName, stop);

    [FunctionName(FunctionNames.RecordSlicePoison)]
    public Task RecordSlicePoison([QueueTrigger(FunctionNames.SlicePoisonQueue, Connection = Storage)] string message,
        CancellationToken stop) =>
        work.RecordSlicePoison(message, stop);

    /// <summary>The SDK tries again; here the failure is written down under our own number.</summary>
    private async Task Try(string trigger, string subject, long attempt, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.TryFailed(log, failure, trigger, subject, (int)attempt);
            throw;
        }
    }

    /// <summary>These functions and no others: nothing is searched for.</summary>
    internal sealed class Locator : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [typeof(QueueFunctions)];
    }
}
