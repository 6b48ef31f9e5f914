using Benchmarking.Core.Checking;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>Takes a return out of every figure. Its files leave the container, its history and bytes stay with their receipts, and the
/// withdrawal has a receipt of its own. Filed again, even with the same bytes, it counts again as the next revision.</summary>
internal sealed class WithdrawReturn(
    StorageClients storage, ReturnLedger ledgers, ReceiptStore receipts, AcceptedReturns acceptedReturns, LedgerSwitch ledgerSwitch,
    IOptions<BenchmarkingOptions> options, TimeProvider clock)
{
    /// <summary>Withdraws what was filed; once withdrawn the answer is the same. Null where nothing was ever filed.</summary>
    public Task<IngestedReturn?> Run(ReturnPath path, string reason, CancellationToken cancellation) =>
        ledgerSwitch.InTurn<IngestedReturn?>(
        StorageKeys.LedgerPartition(path), path.ToString(), () => Take(path, reason, cancellation), cancellation);

    private async Task<Attempt<IngestedReturn?>> Take(ReturnPath path, string reason, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(path), cancellation);
        if (ledger.Find(StorageKeys.LedgerRow(path)) is not { } entry)
        {
            return new Attempt<IngestedReturn?>(true, null);
        }

        if (entry.Latest.Status == ReturnStatus.Withdrawn)
        {
            return await ledgerSwitch.HandOn(ledger, path, entry, cancellation)
                ? new Attempt<IngestedReturn?>(true, new IngestedReturn(await receipts.Get(entry.Latest.Receipt, cancellation), ledger.Due))
                : Attempt<IngestedReturn?>.Lost;
        }

        var withdrawn = entry.Accepted ?? entry.Latest;
        var (wanted, moved) =
            Figures.Replacing(path.Council, await acceptedReturns.Of(ledger, cancellation), entry.Accepted?.Receipt, null);
        var receipt = await receipts.Get(withdrawn.Receipt, cancellation) with
        {
            Id = Receipt.IdFor(withdrawn.Path, withdrawn.Sha256, entry.Uploads + 1),
            ReceivedAt = clock.GetUtcNow(),
            Status = ReturnStatus.Withdrawn,
            Revision = null,
            Counts = new FindingCounts(0, 0, 0),
            FindingsTotal = 0,
            Findings = [],
            ComparedWith = null,
            Changes = moved,
            Reason = reason,
        };
        var latest = new LedgerUpload(
            receipt.Id!, withdrawn.Path, withdrawn.Sha256, ReturnStatus.Withdrawn, null, receipt.ReceivedAt,
            await Tags(path, entry, cancellation));
        var next = LedgerEntry.After(entry, entry.Row, latest);
        if (await ledgerSwitch.Run(ledger, path.Council, next, receipt, null, wanted, cancellation) is not { } entered)
        {
            return Attempt<IngestedReturn?>.Lost;
        }

        await ledgerSwitch.HandOn(entered, path, next, cancellation);
        return new Attempt<IngestedReturn?>(true, new IngestedReturn(receipt, entered.Due));
    }

    /// <summary>The files that are withdrawn with the return: not one that came meanwhile and has no receipt yet.</summary>
    private async Task<string> Tags(ReturnPath path, LedgerEntry entry, CancellationToken cancellation)
    {
        var tags = new List<string>();
        foreach (var extension in ReturnPath.Extensions)
        {
            var upload = await ReturnUpload.Read(storage.Returns, (path with { Extension = extension }).ToString(),
                options.Value.MaxReturnBytes,
                cancellation);
            if (upload is not null
                && (entry.Files.Has(upload.Tag) || upload.Sha256 == entry.Latest.Sha256 || upload.Sha256 == entry.Accepted?.Sha256
                    || upload.ReceivedAt < entry.Latest.ReceivedAt))
            {
                tags.Add(upload.Tag);
            }
        }

        return string.Join(' ', tags);
    }
}
