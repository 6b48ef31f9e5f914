using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs.Models;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Work;

/// <summary>One try at a change of a council's ledger; not done where somebody else changed it meanwhile.</summary>
internal readonly record struct Attempt<T>(bool Done, T Result)
{
    public static Attempt<T> Lost => default;
}

/// <summary>Somebody else was faster at every try; what was left undone is finished by the next delivery.</summary>
internal sealed class LedgerContendedException(string message) : Exception(message);

/// <summary>The one way in which a council's figures and ledger change: announce the slices on the ledger's head → write receipt and
/// figures → switch the ledger → hand the slices on → say that it is done. May be cut off at any instruction; whoever comes next finishes
/// what is left.</summary>
internal sealed class LedgerSwitch(
    StorageClients storage, ReturnLedger ledgers, ReceiptStore receipts, ObservationStore observations, FilingStore filings,
    StaleSliceStore stale,
    AcceptedReturns acceptedReturns, ILogger<LedgerSwitch> log)
{
    private const int Tries = 50;

    /// <summary>Within a process the changes of one council queue up here; between processes the ledger's head decides.</summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>Tries until nobody else changed the council's ledger meanwhile.</summary>
    public async Task<T> InTurn<T>(string partition, string name, Func<Task<Attempt<T>>> change, CancellationToken cancellation)
    {
        var turn = turns.GetOrAdd(partition, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; attempt <= Tries; attempt++)
            {
                if (await change() is { Done: true } done)
                {
                    return done.Result;
                }

                Log.IngestLost(log, name, attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(10 * attempt), cancellation);
            }
        }
        finally
        {
            turn.Release();
        }

        throw new LedgerContendedException($"{name} could not be entered: its council's ledger changed {Tries} times meanwhile.");
    }

    /// <summary>Keeps the receipt, makes the council's figures <paramref name="wanted"/> and enters <paramref name="entry"/>. What an
    /// interrupted change of something else left behind is put right on the way. Null where somebody else was faster.</summary>
    public async Task<CouncilLedger?> Run(
        CouncilLedger ledger, CouncilCode? council, LedgerEntry entry, Receipt receipt, ReadOnlyMemory<byte>? content,
        IReadOnlyList<Observation> wanted, CancellationToken cancellation)
    {
        var written = await Write(ledger, council, wanted, announced => receipts.Save(receipt, content, announced.Sequence, cancellation),
            cancellation);
        return written is null ? null : await ledgers.Enter(written, entry, cancellation);
    }

    /// <summary>Finishes a change that is in the ledger: the year's list of filings, the files of a withdrawn return, and the slices to be
    /// recomputed. Where somebody may be in the middle of the figures they are first written as the ledger has them. False where somebody
    /// else was faster.</summary>
    public async Task<bool> HandOn(CouncilLedger ledger, ReturnPath? path, LedgerEntry entry, CancellationToken cancellation)
    {
        if (ledger.Writing)
        {
            IReadOnlyList<Observation> wanted = path is null
                ? []
                : Figures.Of(path.Council, await acceptedReturns.Of(ledger, cancellation));
            if (await Write(ledger, path?.Council, wanted, _ => Task.FromResult(true), cancellation) is not { } written)
            {
                return false;
            }

            ledger = written;
        }

        if (path is not null)
        {
            await filings.Save(path, entry, cancellation);
            await ClearAway(path, entry.Latest, cancellation);
        }

        if (ledger.Unfinished)
        {
            await Parallel.ForEachAsync(
                ledger.Due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
                async (key, stop) => await stale.Mark(key, stop));
            await ledgers.Finish(ledger, cancellation);
        }

        return true;
    }

    /// <summary>Announces, and writes what must be written under the announcement. Null where somebody else was faster.</summary>
    private async Task<CouncilLedger?> Write(
        CouncilLedger ledger, CouncilCode? council, IReadOnlyList<Observation> wanted, Func<CouncilLedger, Task<bool>> keep,
        CancellationToken cancellation)
    {
        var stored = council is { } code ? await observations.OfCouncil(code, cancellation) : null;
        var changes = stored is null ? [] : ObservationStore.Difference(stored, wanted, ledger.Writing ? ledger.Due : []);
        if (await ledgers.Announce(ledger, changes.Select(change => change.Key), cancellation) is not { } announced
            || !await keep(announced))
        {
            return null;
        }

        return changes.Count == 0 || await observations.Apply(council!.Value, changes, stored!, announced.Sequence, cancellation)
            ? announced
            : null;
    }

    /// <summary>Takes the files of a withdrawn return out of the container; one that was written since stays, and is a return of its
    /// own.</summary>
    private async Task ClearAway(ReturnPath path, LedgerUpload latest, CancellationToken cancellation)
    {
        if (latest.Status != ReturnStatus.Withdrawn)
        {
            return;
        }

        foreach (var tag in latest.Tags?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            foreach (var extension in ReturnPath.Extensions)
            {
                try
                {
                    await storage.Returns.GetBlobClient((path with { Extension = extension }).ToString()).DeleteIfExistsAsync(
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
