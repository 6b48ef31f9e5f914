using System.Threading.Channels;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Benchmarking.Service;
using Microsoft.Extensions.Options;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>Stand-alone stand-in for the blob trigger: lists the returns container and ingests what is new or changed. Of several
/// instances one watches. After a restart it looks at everything once; what is in the ledger already costs two reads. What fails five times is put aside.</summary>
internal sealed class BlobWatcher(
    StorageClients storage,
    InstanceLease lease,
    IngestReturn ingest,
    PoisonStore poison,
    IOptions<BenchmarkingOptions> options,
    ILogger<BlobWatcher> log) : BackgroundService
{
    private const string Trigger = FunctionNames.IngestReturn;
    private const int Tries = FunctionNames.Tries;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);

    private Channel<string> found = Channel.CreateUnbounded<string>();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => lease.Hold(Trigger, (_, held) => WatchAndWork(held), stoppingToken);

    private async Task WatchAndWork(CancellationToken held)
    {
        // What was under way when the lease was lost is looked at again.
        seen.Clear();
        found = Channel.CreateUnbounded<string>();
        var workers = Enumerable.Range(0, options.Value.IngestConcurrency).Select(_ => Work(held));
        await Task.WhenAll(workers.Append(Watch(held)));
    }

    private async Task Watch(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await Look(stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.LookFailed(log, failure, Trigger);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private async Task Look(CancellationToken stop)
    {
        var changed = new List<(DateTimeOffset? Modified, string Name)>();
        await foreach (var blob in storage.Returns.GetBlobsAsync(cancellationToken: stop))
        {
            var state = blob.Properties.ETag?.ToString() ?? "";
            if (!seen.TryGetValue(blob.Name, out var known) || known != state)
            {
                seen[blob.Name] = state;
                changed.Add((blob.Properties.LastModified, blob.Name));
            }
        }

        foreach (var (_, name) in changed.OrderBy(blob => blob.Modified))
        {
            await found.Writer.WriteAsync(name, stop);
        }
    }

    private async Task Work(CancellationToken stop)
    {
        await foreach (var name in found.Reader.ReadAllAsync(stop))
        {
            await Ingest(name, stop);
        }
    }

    private async Task Ingest(string name, CancellationToken stop)
    {
        var reason = "";
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                await ingest.Run(name, stop);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.TryFailed(log, failure, Trigger, name, attempt);
                reason = failure.GetType().Name;
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), stop);
            }
        }

        await poison.Put(Trigger, name, reason, stop);
    }
}
