using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Work;

/// <summary>The one way in which a dataset's figures and ledger change, in the order of <see cref="LedgerSwitch"/>: announce the slices →
/// write receipt and figures → switch the ledger → hand the slices on → say that it is done. Whoever comes next finishes what an
/// interrupted change left.</summary>
internal sealed class DatasetSwitch(
    ReturnLedger ledgers, ReceiptStore receipts, PublishedStore published, StaleSliceStore stale, DatasetEditions editions)
{
    private const int AtOnce = 8;

    /// <summary>Keeps the receipt, puts the figures of <paramref name="wanted"/> in the place of those of <paramref name="year"/> (null
    /// leaves them) and enters <paramref name="entry"/>. Null where somebody else was faster.</summary>
    public async Task<CouncilLedger?> Run(
        CouncilLedger ledger, string? dataset, FinancialYear year, LedgerEntry entry, Receipt receipt, ReadOnlyMemory<byte>? content,
        IReadOnlyList<Observation>? wanted, CancellationToken cancellation)
    {
        // Where somebody was cut off in the middle of figures, those of the ledger are written again with what is new.
        if (ledger.Writing && wanted is null && dataset is not null)
        {
            wanted = (await editions.Serving(ledger.Find(entry.Row), cancellation))?.Figures ?? [];
        }

        var keys = dataset is null || wanted is null ? [] : KeysOf(dataset, year);
        if (await ledgers.Announce(ledger, keys, cancellation) is not { } announced
            || !await receipts.Save(receipt, content, announced.Sequence, cancellation)
            || !await Write(keys, dataset!, wanted ?? [], announced.Sequence, cancellation))
        {
            return null;
        }

        return await ledgers.Enter(announced, entry, cancellation);
    }

    /// <summary>Finishes a change that is in the ledger. False where somebody else was faster.</summary>
    public async Task<bool> HandOn(CouncilLedger ledger, string? dataset, FinancialYear year, LedgerEntry entry,
        CancellationToken cancellation)
    {
        if (ledger.Writing && dataset is not null)
        {
            var serving = (await editions.Serving(entry, cancellation))?.Figures ?? [];
            var keys = KeysOf(dataset, year);
            if (await ledgers.Announce(ledger, keys, cancellation) is not { } announced
                || !await Write(keys, dataset, serving, announced.Sequence, cancellation))
            {
                return false;
            }

            ledger = announced;
        }

        if (ledger.Unfinished)
        {
            await Parallel.ForEachAsync(ledger.Due, Limited(cancellation), async (key, stop) => await stale.Mark(key, stop));
            await ledgers.Finish(ledger, cancellation);
        }

        return true;
    }

    /// <summary>Every slice that a dataset can have figures of in a year.</summary>
    public static IReadOnlyList<SliceKey> KeysOf(string dataset, FinancialYear year) =>
    [
        .. PublishedFigures.MetricsOf(ReferenceData.Current.Datasets.Find(dataset)!, ReferenceData.Current)
            .Select(pair => new SliceKey(pair.Metric.Code, year, FigureStatus.Actual)).Distinct().Order(),
    ];

    public async Task<bool> Write(
        IReadOnlyList<SliceKey> keys, string dataset, IReadOnlyList<Observation> wanted, long sequence, CancellationToken cancellation)
    {
        var figures = wanted.ToLookup(ObservationStore.KeyOf);
        var overtaken = 0;
        await Parallel.ForEachAsync(keys, Limited(cancellation), async (key, stop) =>
        {
            if (!await published.Apply(key, dataset, [.. figures[key]], sequence, stop))
            {
                Interlocked.Increment(ref overtaken);
            }
        });
        return overtaken == 0;
    }

    private static ParallelOptions Limited(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
