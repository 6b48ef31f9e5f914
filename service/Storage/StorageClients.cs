using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Storage;

/// <summary>Every container, queue and table of the account, by what it holds.</summary>
internal sealed class StorageClients(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
{
    public const string Connection = "Storage";

    public const string StaleSlicesQueue = "stale-slices";

    public const string RebuildRequestsQueue = "rebuild-requests";

    /// <summary>Returns as filed: <c>{council}/{year}/{kind}.csv</c>.</summary>
    public BlobContainerClient Returns => blobs.GetBlobContainerClient(ReturnPath.Container);

    /// <summary>Publishers' datasets as loaded: <c>{dataset}/{year}.csv</c>.</summary>
    public BlobContainerClient Datasets => blobs.GetBlobContainerClient(DatasetPath.Container);

    /// <summary>Receipts with the bytes they speak of.</summary>
    public BlobContainerClient Receipts => blobs.GetBlobContainerClient("receipts");

    public BlobContainerClient Snapshots => blobs.GetBlobContainerClient("snapshots");

    /// <summary>What stand-alone instances agree on: who does what, and when it was last done.</summary>
    public BlobContainerClient Instances => blobs.GetBlobContainerClient("instances");

    public QueueClient StaleSliceMessages { get; } = queues.GetQueueClient(StaleSlicesQueue);

    /// <summary>Rebuilds asked for under a Functions host, where only a function with a binding can start an orchestration.</summary>
    public QueueClient RebuildRequests { get; } = queues.GetQueueClient(RebuildRequestsQueue);

    /// <summary>A queue that one host has for itself.</summary>
    public QueueClient Queue(string name) => queues.GetQueueClient(name);

    /// <summary>The ledger, by council.</summary>
    public TableClient Ledger => tables.GetTableClient("Returns");

    /// <summary>The ledger's newest state, by year: who has filed what.</summary>
    public TableClient Filings => tables.GetTableClient("Filings");

    public TableClient Observations => tables.GetTableClient("Observations");

    public TableClient CouncilObservations => tables.GetTableClient("CouncilObservations");

    public TableClient Slices => tables.GetTableClient("Slices");

    public TableClient Comparisons => tables.GetTableClient("Comparisons");

    public TableClient StaleSlices => tables.GetTableClient("StaleSlices");

    public TableClient SnapshotPointers => tables.GetTableClient("Snapshots");

    public TableClient Keys => tables.GetTableClient("Keys");

    public TableClient Poison => tables.GetTableClient("Poison");

    /// <summary>What users keep under names: programmes and peer groups.</summary>
    public TableClient Saved => tables.GetTableClient("Saved");

    /// <summary>The name of a blob in the returns container by its address, unescaped once; null where the address leads
    /// elsewhere.</summary>
    public string? NameInReturns(Uri blob)
    {
        var container = Returns.Uri.AbsolutePath + "/";
        return blob.AbsolutePath.StartsWith(container, StringComparison.Ordinal)
            ? Uri.UnescapeDataString(blob.AbsolutePath[container.Length..])
            : null;
    }

    /// <summary>Makes the containers, queue and tables that are not there yet.</summary>
    public async Task CreateMissing(CancellationToken cancellation)
    {
        TableClient[] all =
            [Ledger, Filings, Observations, CouncilObservations, Slices, Comparisons, StaleSlices, SnapshotPointers, Keys, Poison, Saved];
        BlobContainerClient[] containers = [Returns, Datasets, Receipts, Snapshots];
        QueueClient[] messages = [StaleSliceMessages, RebuildRequests];
        await Task.WhenAll(
        [
            .. all.Select(table => table.CreateIfNotExistsAsync(cancellation)),
            .. containers.Select(container => container.CreateIfNotExistsAsync(cancellationToken: cancellation)),
            .. messages.Select(queue => queue.CreateIfNotExistsAsync(cancellationToken: cancellation)),
        ]);
    }
}
