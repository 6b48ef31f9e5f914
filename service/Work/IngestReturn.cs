using System.Diagnostics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Core;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>An upload that is in the ledger: its receipt and the slices that it touched.</summary>
internal sealed record IngestedReturn(Receipt Receipt, IReadOnlyList<SliceKey> Touched);

/// <summary>Takes in one return: whatever lies at the blob name now. May be delivered twice, out of order, and be cut off at any
/// instruction; the next delivery finishes what the last one left.</summary>
internal sealed class IngestReturn(
    StorageClients storage, ReturnLedger ledgers, ReceiptStore receipts, CheckReturn check, LedgerSwitch ledgerSwitch,
    Instruments instruments, IOptions<BenchmarkingOptions> options, ILogger<IngestReturn> log)
{
    /// <summary>Takes in what lies at the blob name; null where nothing does.</summary>
    public Task<IngestedReturn?> Run(string blobName, CancellationToken cancellation)
    {
        var path = ReturnPath.TryParse(blobName, out var parsed) ? parsed : null;
        var started = Stopwatch.GetTimestamp();
        return ledgerSwitch.InTurn<IngestedReturn?>(
            StorageKeys.LedgerPartition(path), blobName,
            async () =>
            {
                if (await ReturnUpload.Read(storage.Returns, blobName, options.Value.MaxReturnBytes, cancellation) is not { } upload)
                {
                    return new Attempt<IngestedReturn?>(true, null);
                }

                using var activity = Traces.Start(nameof(IngestReturn), upload.Cause);
                activity?.SetTag("benchmarking.path", blobName);
                var taken = await Take(upload, path, cancellation);
                if (taken.Done)
                {
                    activity?.SetTag("benchmarking.receipt", taken.Result!.Receipt.Id)
                        .SetTag("benchmarking.status", Codes.Of(taken.Result.Receipt.Status));
                    instruments.Ingested(Stopwatch.GetElapsedTime(started));
                }

                return taken;
            },
            cancellation);
    }

    private async Task<Attempt<IngestedReturn?>> Take(ReturnUpload upload, ReturnPath? path, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(path), cancellation);
        var row = path is null ? StorageKeys.LedgerRow(upload.BlobName) : StorageKeys.LedgerRow(path);
        var entry = ledger.Find(row);
        if (entry is not null && IsTaken(entry.Latest, upload))
        {
            return await ledgerSwitch.HandOn(ledger, path, entry, cancellation)
                ? new Attempt<IngestedReturn?>(true, new IngestedReturn(await receipts.Get(entry.Latest.Receipt, cancellation), ledger.Due))
                : Attempt<IngestedReturn?>.Lost;
        }

        var id = Receipt.IdFor(upload.BlobName, upload.Sha256, (entry?.Uploads ?? 0) + 1);
        var file = new FiledReturn(upload.BlobName, upload.Sha256, upload.Size, upload.ReceivedAt, upload.Content);
        var result = await check.Run(file, path, ledger, HeldAgainst.Everything, cancellation);
        var accepted = result.Result.Status == ReturnStatus.Accepted ? new AcceptedReturn(id, path!.Year, result.Result) : null;
        var (wanted, moved) = path is null ? ([], [])
            : Figures.Replacing(path.Council, result.Accepted, accepted is null ? null : entry?.Accepted?.Receipt, accepted);
        var receipt = result.Receipt(file, id, accepted is null ? null : (entry?.Revisions ?? 0) + 1) with { Changes = accepted is null
            ? null : moved };
        var latest = new LedgerUpload(id, upload.BlobName, upload.Sha256, receipt.Status, receipt.Revision, upload.ReceivedAt);
        var next = LedgerEntry.After(entry, row, latest);
        if (await ledgerSwitch.Run(ledger, path?.Council, next, receipt, upload.Content, wanted, cancellation) is not { } entered)
        {
            return Attempt<IngestedReturn?>.Lost;
        }

        Log.ReturnTaken(log, upload.BlobName, Codes.Of(receipt.Status), receipt.Rows, receipt.FindingsTotal, entered.Due.Count);
        instruments.ReturnTaken(receipt, path?.Kind);
        await ledgerSwitch.HandOn(entered, path, next, cancellation);
        return new Attempt<IngestedReturn?>(true, new IngestedReturn(receipt, entered.Due));
    }

    /// <summary>The newest upload again, or a file in the return's other format that is older than it. Of two as new the later name counts,
    /// in whatever order they are delivered. Of a withdrawn return it is the very file that was withdrawn, not the same bytes filed
    /// again.</summary>
    private static bool IsTaken(LedgerUpload latest, ReturnUpload upload) =>
        latest.Status == ReturnStatus.Withdrawn ? latest.Tags?.Split(' ').Contains(upload.Tag) == true
        : latest.Path == upload.BlobName ? latest.Sha256 == upload.Sha256
        : upload.ReceivedAt == latest.ReceivedAt ? string.CompareOrdinal(upload.BlobName, latest.Path) < 0
        : upload.ReceivedAt < latest.ReceivedAt;
}
