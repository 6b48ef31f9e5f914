using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Rebuild;

/// <summary>Finds stored figures of datasets that are not what the accepted editions say, names them and puts them right, over the head of
/// the dataset's ledger as an ingest does.</summary>
internal sealed class DatasetDrift(
    ReturnLedger ledgers, DatasetEditions editions, PublishedStore published, DatasetSwitch datasetSwitch, Instruments instruments,
    ILogger<DatasetDrift> log)
{
    public async Task Of(DatasetDeclaration dataset, RebuildTally tally, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(StorageKeys.DatasetPartition(dataset.Code), cancellation);
        foreach (var entry in ledger.Entries)
        {
            if (DatasetPath.TryParse(entry.Latest.Path, out var path))
            {
                ledger = await OfYear(ledger, entry, path, tally, cancellation) ?? ledger;
            }
        }

        if (ledger.Unfinished)
        {
            // Somebody was cut off; the slices are recomputed with all others.
            foreach (var key in ledger.Due)
            {
                tally.Slice(key);
            }

            await ledgers.Finish(ledger, cancellation);
        }
    }

    /// <summary>The ledger as it is then; null where nothing was written.</summary>
    private async Task<CouncilLedger?> OfYear(
        CouncilLedger ledger, LedgerEntry entry, DatasetPath path, RebuildTally tally, CancellationToken cancellation)
    {
        var figures = (await editions.Serving(entry, cancellation))?.Figures ?? [];
        var wanted = figures.ToLookup(ObservationStore.KeyOf);
        var drifted = new List<SliceKey>();
        foreach (var key in DatasetSwitch.KeysOf(path.Dataset, path.Year))
        {
            tally.Slice(key);
            var stored = await published.Of(key, path.Dataset, cancellation);
            if (!ObservationJson.Write(stored).AsSpan().SequenceEqual(ObservationJson.Write(wanted[key])))
            {
                drifted.Add(key);
            }
        }

        if (drifted.Count == 0 && !ledger.Writing)
        {
            return null;
        }

        if (await ledgers.Announce(ledger, drifted, cancellation) is not { } announced)
        {
            return null;
        }

        if (drifted.Count > 0)
        {
            await tally.Drifted(drifted.Select(key => $"{path.Dataset}|{key}"), cancellation);
            foreach (var key in drifted)
            {
                instruments.Drifted();
                Log.Drift(log, path.Dataset, key.ToString());
            }
        }

        return await datasetSwitch.Write(DatasetSwitch.KeysOf(path.Dataset, path.Year), path.Dataset, figures, announced.Sequence,
            cancellation)
            ? announced
            : null;
    }
}
