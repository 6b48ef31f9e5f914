using Azure.Storage.Blobs.Models;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Work;

/// <summary>What a comparison of the container with the ledger did.</summary>
internal sealed record ReconcileReport(int Seen, int Taken, int Failed, int Resent);

/// <summary>Compares the returns container with the ledger and takes in what no event announced, and what an ingest left unfinished. Also
/// sends again the messages of slices that have waited too long. Holds one council's blobs at a time.</summary>
internal sealed class ReconcileReturns(
    StorageClients storage, ReturnLedger ledgers, IngestReturn ingest, IngestDataset ingestDataset, StaleSliceStore stale,
        PoisonStore poison,
    ILogger<ReconcileReturns> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public async Task<ReconcileReport> Run(CancellationToken cancellation)
    {
        using var activity = Traces.Start(nameof(ReconcileReturns));
        var report = new ReconcileReport(0, 0, 0, 0);
        var council = new List<FiledBlob>();
        await foreach (var blob in storage.Returns.GetBlobsAsync(cancellationToken: cancellation))
        {
            report = report with { Seen = report.Seen + 1 };
            if (!ReturnPath.TryParse(blob.Name, out var path))
            {
                report = await CompareUnfiled(report, blob, cancellation);
                continue;
            }

            if (council.Count > 0 && council[0].Path.Council != path.Council)
            {
                report = await Compare(report, council, cancellation);
                council.Clear();
            }

            council.Add(new FiledBlob(path, blob.Properties.LastModified ?? default, blob.Properties.ETag?.ToString("H") ?? ""));
        }

        report = await Compare(report, council, cancellation);
        report = await CompareDatasets(report, cancellation);
        report = report with { Resent = await stale.SendAgain(LongestWait, cancellation) };
        Log.Reconciled(log, report.Seen, report.Taken, report.Failed, report.Resent);
        return report;
    }

    /// <summary>Of the two formats of a return only the newest counts, and of two as new the later name, as in the ingest.</summary>
    private async Task<ReconcileReport> Compare(
        ReconcileReport report, List<FiledBlob> council, CancellationToken cancellation)
    {
        if (council.Count == 0)
        {
            return report;
        }

        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(council[0].Path), cancellation);
        foreach (var formats in council.GroupBy(blob => StorageKeys.LedgerRow(blob.Path)))
        {
            var newest = formats.OrderBy(blob => blob.FiledAt).ThenBy(blob => blob.Path.ToString(), StringComparer.Ordinal).Last();
            var entry = ledger.Find(formats.Key);

            // A file of a withdrawn return is either the one withdrawn, which the ingest clears away, or a new one.
            if (entry is null || entry.Latest.Status == ReturnStatus.Withdrawn || ledger.Unfinished
                || (!entry.Files.Has(newest.Tag) && entry.Latest.ReceivedAt <= newest.FiledAt))
            {
                report = await TakeReturn(report, newest.Path.ToString(), cancellation);
            }
        }

        return report;
    }

    private async Task<ReconcileReport> CompareUnfiled(ReconcileReport report, BlobItem blob, CancellationToken cancellation)
    {
        var entry = await ledgers.Find(StorageKeys.Unfiled, StorageKeys.LedgerRow(blob.Name), cancellation);
        return entry is null || entry.Latest.ReceivedAt < blob.Properties.LastModified
            ? await TakeReturn(report, blob.Name, cancellation)
            : report;
    }

    /// <summary>Datasets are few: each is asked for by itself.</summary>
    private async Task<ReconcileReport> CompareDatasets(ReconcileReport report, CancellationToken cancellation)
    {
        await foreach (var blob in storage.Datasets.GetBlobsAsync(cancellationToken: cancellation))
        {
            report = report with { Seen = report.Seen + 1 };
            var path = IngestDataset.PathOf(blob.Name);
            var ledger = await ledgers.Read(IngestDataset.Partition(path), cancellation);
            var latest = ledger.Find(IngestDataset.Row(path, blob.Name))?.Latest;
            if (latest is null || latest.ReceivedAt < blob.Properties.LastModified || latest.Status == ReturnStatus.Withdrawn
                || ledger.Unfinished)
            {
                report = await Take(report, FunctionNames.IngestDataset, blob.Name, () => ingestDataset.Run(blob.Name, cancellation),
                    cancellation);
            }
        }

        return report;
    }

    private Task<ReconcileReport> TakeReturn(ReconcileReport report, string blobName, CancellationToken cancellation) =>
        Take(report, FunctionNames.IngestReturn, blobName, () => ingest.Run(blobName, cancellation), cancellation);

    /// <summary>One return that cannot be taken in must not keep back the others: an operator sees it among what was put aside.</summary>
    private async Task<ReconcileReport> Take(
        ReconcileReport report, string function, string blobName, Func<Task> ingest, CancellationToken cancellation)
    {
        try
        {
            await ingest();
            return report with { Taken = report.Taken + 1 };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.TryFailed(log, failure, FunctionNames.ReconcileReturns, blobName, 1);
            await poison.Put(function, blobName, failure.GetType().Name, cancellation);
            return report with { Failed = report.Failed + 1 };
        }
    }

    private sealed record FiledBlob(ReturnPath Path, DateTimeOffset FiledAt, string Tag);
}
