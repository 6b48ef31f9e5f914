using System.Collections.Concurrent;
using System.Diagnostics;
using Benchmarking.Core;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Storage;
using Benchmarking.Functions.Telemetry;
using Microsoft.Extensions.Options;

namespace Benchmarking.Functions.Work;

/// <summary>An upload that is in the ledger: its receipt and the slices that it touched.</summary>
internal sealed record TakenReturn(Receipt Receipt, IReadOnlyList<SliceKey> Touched);

/// <summary>Takes in one return: whatever lies at the blob name now. May be delivered twice, out of order, and be cut off at any
/// instruction; the next delivery finishes what the last one left. Every change of a council's figures goes: announce the slices on the
/// ledger's head → write the figures → switch the ledger → hand the slices on → say that it is done.</summary>
internal sealed class IngestReturn(
    StorageClients storage,
    ReturnLedger ledgers,
    ReceiptStore receipts,
    ObservationStore observations,
    FilingStore filings,
    StaleSliceStore stale,
    AcceptedReturns acceptedReturns,
    Instruments instruments,
    IOptions<BenchmarkingOptions> options,
    ILogger<IngestReturn> log)
{
    private const int Tries = 50;

    /// <summary>Within a process the ingests of one council queue up here; between processes the ledger's head decides.</summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>Takes in what lies at the blob name; null where nothing does.</summary>
    public async Task<TakenReturn?> Run(string blobName, CancellationToken cancellation)
    {
        var path = ReturnPath.TryParse(blobName, out var parsed) ? parsed : null;
        var turn = turns.GetOrAdd(StorageKeys.LedgerPartition(path), _ => new SemaphoreSlim(1));
        var started = Stopwatch.GetTimestamp();
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; attempt <= Tries; attempt++)
            {
                if (await ReturnUpload.Read(storage, blobName, options.Value.MaxReturnBytes, cancellation) is not { } upload)
                {
                    return null;
                }

                using var activity = Traces.Start(nameof(IngestReturn), upload.Cause);
                activity?.SetTag("benchmarking.path", blobName);
                if (await Take(upload, path, cancellation) is { } taken)
                {
                    activity?.SetTag("benchmarking.receipt", taken.Receipt.Id).SetTag("benchmarking.status", Codes.Of(taken.Receipt.Status));
                    instruments.Ingested(Stopwatch.GetElapsedTime(started));
                    return taken;
                }

                Log.IngestLost(log, blobName, attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(10 * attempt), cancellation);
            }
        }
        finally
        {
            turn.Release();
        }

        throw new InvalidOperationException($"{blobName} could not be entered: its council's ledger changed {Tries} times meanwhile.");
    }

    /// <summary>One attempt; null where somebody else changed the council's ledger meanwhile.</summary>
    private async Task<TakenReturn?> Take(ReturnUpload upload, ReturnPath? path, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(StorageKeys.LedgerPartition(path), cancellation);
        var row = path is null ? StorageKeys.LedgerRow(upload.BlobName) : StorageKeys.LedgerRow(path);
        var entry = ledger.Find(row);
        if (entry is not null && IsTaken(entry.Latest, upload))
        {
            await HandOn(ledger, path, entry, cancellation);
            return new TakenReturn(await receipts.Get(entry.Latest.Receipt, cancellation), ledger.Due);
        }

        var uploads = (entry?.Uploads ?? 0) + 1;
        var (receipt, checkedReturn) = Check(upload, path, entry, uploads);
        await receipts.Save(receipt, upload.Content, cancellation);
        var latest = new LedgerUpload(receipt.Id!, upload.BlobName, upload.Sha256, receipt.Status, receipt.Revision, upload.ReceivedAt);
        var accepted = receipt.Status == ReturnStatus.Accepted ? latest : entry?.Accepted;

        var changed = path is null ? ledger : await Rewrite(ledger, path, latest, checkedReturn, cancellation);
        var entered = changed is null ? null : await ledgers.Enter(changed, row, uploads, latest, accepted, cancellation);
        if (entered is null)
        {
            return null;
        }

        Log.ReturnTaken(log, upload.BlobName, Codes.Of(receipt.Status), receipt.Rows, receipt.FindingsTotal, entered.Due.Count);
        instruments.ReturnTaken(receipt, path?.Kind);
        await HandOn(entered, path, entered.Find(row)!, cancellation);
        return new TakenReturn(receipt, entered.Due);
    }

    /// <summary>Makes the council's figures those of its accepted returns, this one included if it is accepted. What an interrupted
    /// ingest of something else left behind is put right on the way.</summary>
    private async Task<CouncilLedger?> Rewrite(
        CouncilLedger ledger, ReturnPath path, LedgerUpload latest, CheckedReturn checkedReturn, CancellationToken cancellation)
    {
        var accepted = latest.Status == ReturnStatus.Accepted ? new AcceptedReturn(latest.Receipt, path.Year, checkedReturn) : null;
        var returns = await acceptedReturns.Of(ledger, StorageKeys.LedgerRow(path), accepted, cancellation);
        var wanted = Normaliser.Observe(path.Council, returns, ReferenceData.Current);
        var changes = ObservationStore.Difference(await observations.OfCouncil(path.Council, cancellation), wanted);
        if (changes.Count == 0)
        {
            return ledger;
        }

        var announced = await ledgers.Announce(ledger, changes.Select(change => change.Key), cancellation);
        if (announced is not null)
        {
            await observations.Apply(path.Council, changes, cancellation);
        }

        return announced;
    }

    /// <summary>Hands on what is due: the year's list of filings, and the slices to be recomputed.</summary>
    private async Task HandOn(CouncilLedger ledger, ReturnPath? path, LedgerEntry entry, CancellationToken cancellation)
    {
        if (path is not null)
        {
            await filings.Save(path, entry, cancellation);
        }

        if (!ledger.Unfinished)
        {
            return;
        }

        await Parallel.ForEachAsync(
            ledger.Due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (key, stop) => await stale.Mark(key, stop));
        await ledgers.Finish(ledger, cancellation);
    }

    private (Receipt Receipt, CheckedReturn Return) Check(ReturnUpload upload, ReturnPath? path, LedgerEntry? entry, int uploads)
    {
        var id = Receipt.IdFor(upload.BlobName, upload.Sha256, uploads);
        var file = new FiledReturn(upload.BlobName, upload.Sha256, upload.Size, upload.ReceivedAt, upload.Content);
        var result = ReturnPipeline.Check(file, path, options.Value.MaxReturnBytes, ReferenceData.Current);
        var revision = result.Status == ReturnStatus.Accepted ? (entry?.Accepted?.Revision ?? 0) + 1 : (int?)null;
        return (ReturnPipeline.Receipt(file, result, id, revision, ReferenceData.Current), result);
    }

    /// <summary>The newest upload again, or a file in the return's other format that is older than it. Of two as new the later name counts, in
    /// whatever order they are delivered.</summary>
    private static bool IsTaken(LedgerUpload latest, ReturnUpload upload) =>
        latest.Path == upload.BlobName ? latest.Sha256 == upload.Sha256
        : upload.ReceivedAt == latest.ReceivedAt ? string.CompareOrdinal(upload.BlobName, latest.Path) < 0
        : upload.ReceivedAt < latest.ReceivedAt;
}
