using Azure;
using Azure.Storage.Blobs.Models;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>Takes a dataset's year out of every figure: what councils filed themselves serves again. The history stays, and the withdrawal
/// has a receipt of its own.</summary>
internal sealed class WithdrawDataset(
    StorageClients storage, ReturnLedger ledgers, ReceiptStore receipts, LedgerSwitch turns, DatasetSwitch datasetSwitch,
    DatasetEditions editions, IOptions<BenchmarkingOptions> options, TimeProvider clock)
{
    /// <summary>Withdraws what was loaded; once withdrawn the answer is the same. Null where nothing was ever loaded.</summary>
    public Task<IngestedReturn?> Run(DatasetPath path, string reason, CancellationToken cancellation) => turns.InTurn<IngestedReturn?>(
        IngestDataset.Partition(path), $"{DatasetPath.Container}/{path}", () => Take(path, reason, cancellation), cancellation);

    private async Task<Attempt<IngestedReturn?>> Take(DatasetPath path, string reason, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(IngestDataset.Partition(path), cancellation);
        if (ledger.Find(IngestDataset.Row(path, "")) is not { } entry)
        {
            return new Attempt<IngestedReturn?>(true, null);
        }

        if (entry.Latest.Status == ReturnStatus.Withdrawn)
        {
            await ClearAway(path, entry.Latest, cancellation);
            return await datasetSwitch.HandOn(ledger, path.Dataset, path.Year, entry, cancellation)
                ? new Attempt<IngestedReturn?>(true, new IngestedReturn(await receipts.Get(entry.Latest.Receipt, cancellation), ledger.Due))
                : Attempt<IngestedReturn?>.Lost;
        }

        var withdrawn = entry.Accepted ?? entry.Latest;
        var serving = (await editions.Serving(entry, cancellation))?.Figures ?? [];
        var receipt = await receipts.Get(withdrawn.Receipt, cancellation) with
        {
            Id = Receipt.IdFor($"{DatasetPath.Container}/{withdrawn.Path}", withdrawn.Sha256, entry.Uploads + 1),
            ReceivedAt = clock.GetUtcNow(),
            Status = ReturnStatus.Withdrawn,
            Revision = null,
            Counts = new FindingCounts(0, 0, 0),
            FindingsTotal = 0,
            Findings = [],
            Changes = ChangeList.Between(serving, []),
            Reason = reason,
        };
        var latest = new LedgerUpload(
            receipt.Id!, withdrawn.Path, withdrawn.Sha256, ReturnStatus.Withdrawn, null, receipt.ReceivedAt,
            await Tags(path, entry, cancellation));
        var next = LedgerEntry.After(entry, entry.Row, latest);
        if (await datasetSwitch.Run(ledger, path.Dataset, path.Year, next, receipt, null, [], cancellation) is not { } entered)
        {
            return Attempt<IngestedReturn?>.Lost;
        }

        await ClearAway(path, latest, cancellation);
        await datasetSwitch.HandOn(entered, path.Dataset, path.Year, next, cancellation);
        return new Attempt<IngestedReturn?>(true, new IngestedReturn(receipt, entered.Due));
    }

    /// <summary>The files that are withdrawn: not one that came meanwhile and has no receipt yet.</summary>
    private async Task<string> Tags(DatasetPath path, LedgerEntry entry, CancellationToken cancellation)
    {
        var tags = new List<string>();
        foreach (var extension in ReturnPath.Extensions)
        {
            var upload = await ReturnUpload.Read(storage.Datasets, (path with { Extension = extension }).ToString(),
                options.Value.MaxReturnBytes, cancellation);
            if (upload is not null && (upload.Sha256 == entry.Latest.Sha256 || upload.Sha256 == entry.Accepted?.Sha256
                || upload.ReceivedAt < entry.Latest.ReceivedAt))
            {
                tags.Add(upload.Tag);
            }
        }

        return string.Join(' ', tags);
    }

    private async Task ClearAway(DatasetPath path, LedgerUpload latest, CancellationToken cancellation)
    {
        foreach (var tag in latest.Tags?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            foreach (var extension in ReturnPath.Extensions)
            {
                try
                {
                    await storage.Datasets.GetBlobClient((path with { Extension = extension }).ToString()).DeleteIfExistsAsync(
                        conditions: new BlobRequestConditions { IfMatch = new ETag(tag) }, cancellationToken: cancellation);
                }
                catch (RequestFailedException other) when (other.Status == 412)
                {
                    // Another file: it was not withdrawn.
                }
            }
        }
    }
}
