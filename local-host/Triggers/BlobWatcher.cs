using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Benchmarking.Service;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>Stands in Event Grid's place: lists the containers of returns and datasets and puts a message on a queue for each blob that is
/// new or changed by its entity tag. (The SDK's own blob trigger looks for times and loses blobs.) Of several instances one watches. After
/// a restart it names every blob once; what is in the ledger already costs two reads.</summary>
internal sealed class BlobWatcher(StorageClients storage, InstanceLease lease, ILogger<BlobWatcher> log) : BackgroundService
{
    /// <summary>The names of returns to be taken in.</summary>
    public const string Queue = "returns-changed";

    /// <summary>The names of datasets to be taken in.</summary>
    public const string DatasetQueue = "datasets-changed";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        lease.Hold(FunctionNames.IngestReturn, (_, held) => Watch(held), stoppingToken);

    private async Task Watch(CancellationToken held)
    {
        // Whoever held the lease before may have been cut off between seeing and saying: everything is named again.
        Watched[] all =
        [
            new(storage.Returns, storage.Queue(Queue), new(StringComparer.Ordinal)),
            new(storage.Datasets, storage.Queue(DatasetQueue), new(StringComparer.Ordinal)),
        ];
        foreach (var watched in all)
        {
            await watched.Queue.CreateIfNotExistsAsync(cancellationToken: held);
        }

        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                foreach (var watched in all)
                {
                    await Look(watched, held);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.LookFailed(log, failure, FunctionNames.IngestReturn);
            }
        }
        while (await timer.WaitForNextTickAsync(held));
    }

    private static async Task Look(Watched watched, CancellationToken stop)
    {
        var (container, queue, seen) = watched;
        var changed = new List<(DateTimeOffset? Modified, string Name, string Tag)>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: stop))
        {
            var tag = blob.Properties.ETag?.ToString() ?? "";
            if (!seen.TryGetValue(blob.Name, out var known) || known != tag)
            {
                changed.Add((blob.Properties.LastModified, blob.Name, tag));
            }
        }

        // The oldest first; seen is what was said.
        foreach (var (_, name, tag) in changed.OrderBy(blob => blob.Modified))
        {
            await queue.SendMessageAsync(name, stop);
            seen[name] = tag;
        }
    }

    private sealed record Watched(BlobContainerClient Container, QueueClient Queue, Dictionary<string, string> Seen);
}
