using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Rebuild;

/// <summary>Finds stored figures that are not what the accepted returns say, names them and puts them right. Every repair goes over the
/// head of the council's ledger, so that an ingest under way is never overwritten: it then does the same work itself.</summary>
internal sealed class DriftRepair(
    ReturnLedger ledgers, AcceptedReturns acceptedReturns, ObservationStore observations, FilingStore filings, Instruments instruments,
    ILogger<DriftRepair> log)
{
    /// <summary>Puts one council's figures right, as its profile shows them, and tells the tally what its slices must hold.</summary>
    public async Task OfCouncil(CouncilCode council, RebuildTally tally, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(council.Value, cancellation);
        if (ledger.ETag == default)
        {
            return;
        }

        var wanted = await Wanted(council, ledger, cancellation);
        foreach (var figure in wanted)
        {
            tally.Slice(ObservationStore.KeyOf(figure)).Add(council.Value, ObservationStore.Text(figure));
        }

        foreach (var entry in ledger.Entries)
        {
            if (ReturnPath.TryParse(entry.Latest.Path, out var path))
            {
                await filings.Save(path, entry, cancellation);
            }
        }

        var stored = await observations.OfCouncil(council, cancellation);
        var changes = ObservationStore.Difference(stored, wanted, ledger.Writing ? ledger.Due : []);
        if (changes.Count > 0)
        {
            await Repair(
                council, ledger, changes, ObservationStore.Difference(stored, wanted, []), tally,
                async announced => await observations.Apply(council, changes, stored, announced.Sequence, cancellation), cancellation);
        }
        else if (ledger.Unfinished)
        {
            // Somebody was cut off after the figures were right; their slices are recomputed with all others.
            foreach (var key in ledger.Due)
            {
                tally.Slice(key);
            }

            await ledgers.Finish(ledger, cancellation);
        }
    }

    /// <summary>Puts the figures right from which a slice is computed. The councils' own sides are right by then, and what differs from
    /// them is looked into. <paramref name="wanted"/> is the digest of what the slice must hold.</summary>
    public async Task OfSlice(SliceKey key, string wanted, IEnumerable<CouncilCode> filers, RebuildTally tally,
        CancellationToken cancellation)
    {
        var stored = await observations.TextsOfSlice(key, cancellation);
        var digest = new FigureDigest();
        foreach (var (council, text) in stored)
        {
            digest.Add(council, text);
        }

        if (digest.ToString() == wanted)
        {
            return;
        }

        var known = filers.ToDictionary(council => council.Value, StringComparer.Ordinal);
        foreach (var council in known.Values)
        {
            if (stored.GetValueOrDefault(council.Value) != await observations.TextOfCouncil(council, key, cancellation))
            {
                await OfFigure(council, key, tally, cancellation);
            }
        }

        foreach (var stranger in stored.Keys.Where(council => !known.ContainsKey(council)))
        {
            await Report(tally, stranger, [key], cancellation);
            await observations.RemoveFromSlice(key, stranger, cancellation);
        }
    }

    private async Task OfFigure(CouncilCode council, SliceKey key, RebuildTally tally, CancellationToken cancellation)
    {
        var ledger = await ledgers.Read(council.Value, cancellation);
        if (ledger.Unfinished)
        {
            return;
        }

        var wanted = (await Wanted(council, ledger, cancellation)).FirstOrDefault(figure => ObservationStore.KeyOf(figure) == key);
        var stored = await observations.TextInSlice(key, council, cancellation);
        if (stored != (wanted is null ? null : ObservationStore.Text(wanted)))
        {
            var change = new ObservationChange(key, wanted, null);
            await Repair(
                council, ledger, [change], [change], tally,
                async announced =>
                    await observations.ApplyToSlice(council, change, announced.Sequence, cancellation) is not null, cancellation);
        }
    }

    private async Task Repair(
        CouncilCode council, CouncilLedger ledger, IReadOnlyList<ObservationChange> changes, IReadOnlyList<ObservationChange> drifted,
        RebuildTally tally, Func<CouncilLedger, Task<bool>> apply,
        CancellationToken cancellation)
    {
        if (await ledgers.Announce(ledger, changes.Select(change => change.Key), cancellation) is not { } announced)
        {
            return;
        }

        foreach (var change in changes)
        {
            tally.Slice(change.Key);
        }

        await Report(tally, council.Value, [.. drifted.Select(change => change.Key)], cancellation);

        // Where somebody was faster, it is theirs to finish.
        if (await apply(announced))
        {
            await ledgers.Finish(announced, cancellation);
        }
    }

    private async Task<IReadOnlyList<Observation>> Wanted(CouncilCode council, CouncilLedger ledger, CancellationToken cancellation) =>
        Figures.Of(council, await acceptedReturns.Of(ledger, cancellation));

    private async Task Report(RebuildTally tally, string council, IReadOnlyCollection<SliceKey> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0)
        {
            return;
        }

        await tally.Drifted(keys.Select(key => $"{council}|{key}"), cancellation);
        foreach (var key in keys)
        {
            instruments.Drifted();
            Log.Drift(log, council, key.ToString());
        }
    }
}
