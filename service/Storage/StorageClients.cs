using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Storage;

/// <summary>The account in which everything lies: by connection string (<c>Storage</c>), or by service addresses and the app's identity
/// (<c>Storage__blobServiceUri</c>, <c>Storage__queueServiceUri</c>, <c>Storage__tableServiceUri</c>, <c>Storage__clientId</c>).</summary>
internal sealed class StorageClients
{
    public const string Connection = "Storage";

    public const string StaleSlicesQueue = "stale-slices";

    public const string RebuildRequestsQueue = "rebuild-requests";

    private readonly BlobServiceClient blobs;
    private readonly QueueServiceClient queues;
    private readonly TableServiceClient tables;

    private StorageClients(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
    {
        this.blobs = blobs;
        this.queues = queues;
        this.tables = tables;
        StaleSliceMessages = queues.GetQueueClient(StaleSlicesQueue);
        RebuildRequests = queues.GetQueueClient(RebuildRequestsQueue);
    }

    /// <summary>Returns as filed: <c>{council}/{year}/{kind}.csv</c>.</summary>
    public BlobContainerClient Returns => blobs.GetBlobContainerClient(ReturnPath.Container);

    /// <summary>Receipts with the bytes they speak of.</summary>
    public BlobContainerClient Receipts => blobs.GetBlobContainerClient("receipts");

    public BlobContainerClient Snapshots => blobs.GetBlobContainerClient("snapshots");

    /// <summary>What stand-alone instances agree on: who does what, and when it was last done.</summary>
    public BlobContainerClient Instances => blobs.GetBlobContainerClient("instances");

    public QueueClient StaleSliceMessages { get; }

    /// <summary>Rebuilds asked for under a Functions host, where only a function with a binding can start an orchestration.</summary>
    public QueueClient RebuildRequests { get; }

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

    /// <summary>Opens the account that the configuration names. <paramref name="adjust"/> is handed each service's options and its
    /// name, to count its calls or, in a test, to put faults into them.</summary>
    public static StorageClients Open(IConfiguration configuration, Action<ClientOptions, string>? adjust = null)
    {
        var blobOptions = new BlobClientOptions();
        var queueOptions = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var tableOptions = new TableClientOptions();
        foreach (var (options, service) in new (ClientOptions, string)[] { (blobOptions, "blob"), (queueOptions, "queue"), (tableOptions, "table") })
        {
            options.Retry.MaxRetries = 5;
            options.Retry.Delay = TimeSpan.FromMilliseconds(200);
            adjust?.Invoke(options, service);
        }

        if (configuration[Connection] is { Length: > 0 } connection)
        {
            return new StorageClients(
                new BlobServiceClient(connection, blobOptions),
                new QueueServiceClient(connection, queueOptions),
                new TableServiceClient(connection, tableOptions));
        }

        var section = configuration.GetSection(Connection);
        var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = section["clientId"] });
        return new StorageClients(
            new BlobServiceClient(Address(section, "blobServiceUri"), credential, blobOptions),
            new QueueServiceClient(Address(section, "queueServiceUri"), credential, queueOptions),
            new TableServiceClient(Address(section, "tableServiceUri"), credential, tableOptions));
    }

    /// <summary>Makes the containers, queue and tables that are not there yet.</summary>
    public async Task CreateMissing(CancellationToken cancellation)
    {
        TableClient[] all = [Ledger, Filings, Observations, CouncilObservations, Slices, Comparisons, StaleSlices, SnapshotPointers, Keys, Poison, Saved];
        await Task.WhenAll(
            all.Select(table => (Task)table.CreateIfNotExistsAsync(cancellation))
                .Concat(new[] { Returns, Receipts, Snapshots }.Select(container => (Task)container.CreateIfNotExistsAsync(cancellationToken: cancellation)))
                .Concat(new[] { StaleSliceMessages, RebuildRequests }.Select(queue => (Task)queue.CreateIfNotExistsAsync(cancellationToken: cancellation))));
    }

    private static Uri Address(IConfigurationSection section, string name) =>
        Uri.TryCreate(section[name], UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException(
                $"No storage is configured: set {Connection} to a connection string, or {Connection}__{name} to the service's address.");
}
