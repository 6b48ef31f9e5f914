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
                // The ledger first: what lies there is then no older than what the ledger has, or the ledger will have changed.
                var ledger = await ledgers.Read(StorageKeys.LedgerPartition(path), cancellation);
                if (await Lying(blobName, cancellation) is not { } upload)
                {
                    return new Attempt<IngestedReturn?>(true, null);
                }

                var taken = await Take(upload, path, ledger, isNext: false, cancellation);
                if (taken.Done)
                {
                    instruments.Ingested(Stopwatch.GetElapsedTime(started));
                }

                return taken;
            },
            cancellation);
    }

    /// <summary>What lies at a blob name now; null where nothing does.</summary>
    public Task<ReturnUpload?> Lying(string blobName, CancellationToken cancellation) =>
        ReturnUpload.Read(storage.Returns, blobName, options.Value.MaxReturnBytes, cancellation);

    /// <summary>One try to enter an upload, in the council's turn. One that <paramref name="isNext"/> comes after whatever the ledger has;
    /// another may be older.</summary>
    public async Task<Attempt<IngestedReturn?>> Take(
        ReturnUpload upload, ReturnPath? path, CouncilLedger ledger, bool isNext, CancellationToken cancellation)
    {
        using var activity = Traces.Start(nameof(IngestReturn), upload.Cause);
        activity?.SetTag("benchmarking.path", upload.BlobName);
        var taken = await Enter(upload, path, ledger, isNext, cancellation);
        if (taken.Done)
        {
            activity?.SetTag("benchmarking.receipt", taken.Result!.Receipt.Id)
                .SetTag("benchmarking.status", Codes.Of(taken.Result.Receipt.Status));
        }

        return taken;
    }

    /// <summary>Finishes what is in the ledger, and gives the receipt of one of its uploads.</summary>
    public async Task<Attempt<IngestedReturn?>> HandOn(
        CouncilLedger ledger, ReturnPath? path, LedgerEntry entry, LedgerUpload upload, CancellationToken cancellation) =>
        await ledgerSwitch.HandOn(ledger, path, entry, cancellation)
            ? new Attempt<IngestedReturn?>(true, new IngestedReturn(await receipts.Get(upload.Receipt, cancellation), ledger.Due))
            : Attempt<IngestedReturn?>.Lost;

    private async Task<Attempt<IngestedReturn?>> Enter(
        ReturnUpload upload, ReturnPath? path, CouncilLedger ledger, bool isNext, CancellationToken cancellation)
    {
        var row = path is null ? StorageKeys.LedgerRow(upload.BlobName) : StorageKeys.LedgerRow(path);
        var entry = ledger.Find(row);
        if (entry is not null && IsTaken(entry, upload, isNext))
        {
            return await HandOn(ledger, path, entry, entry.Latest, cancellation);
        }

        var id = Receipt.IdFor(upload.BlobName, upload.Sha256, (entry?.Uploads ?? 0) + 1);
        var file = new FiledReturn(upload.BlobName, upload.Sha256, upload.Size, upload.ReceivedAt, upload.Content);
        var result = await check.Run(file, path, ledger, HeldAgainst.Everything, cancellation);
        var accepted = result.Result.Status == ReturnStatus.Accepted ? new AcceptedReturn(id, path!.Year, result.Result) : null;
        var (wanted, moved) = path is null ? ([], [])
            : Figures.Replacing(path.Council, result.Accepted, accepted is null ? null : entry?.Accepted?.Receipt, accepted);
        var receipt = result.Receipt(file, id, accepted is null ? null : (entry?.Revisions ?? 0) + 1) with { Changes = accepted is null
            ? null : moved };
        var latest = new LedgerUpload(id, upload.BlobName, upload.Sha256, receipt.Status, receipt.Revision, upload.ReceivedAt, upload.Tag);
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

    /// <summary>A file that the ledger has, known by its tag or as the newest upload's bytes again; or one that lies in the return's other
    /// format and is older than the newest upload. Of two as new the later name counts, in whatever order they are delivered. Of a
    /// withdrawn return it is the very file that was withdrawn, not the same bytes filed again.</summary>
    private static bool IsTaken(LedgerEntry entry, ReturnUpload upload, bool isNext)
    {
        var latest = entry.Latest;
        return latest.Status == ReturnStatus.Withdrawn ? latest.Tags?.Split(' ').Contains(upload.Tag) == true
            : entry.Files.Has(upload.Tag) || (latest.Path == upload.BlobName ? latest.Sha256 == upload.Sha256
            : !isNext && (upload.ReceivedAt == latest.ReceivedAt ? string.CompareOrdinal(upload.BlobName, latest.Path) < 0
                : upload.ReceivedAt < latest.ReceivedAt));
    }
}
