using Azure.Data.Tables;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Functions.Storage;

/// <summary>The figures of one council that are to be written or taken away.</summary>
internal sealed record ObservationChange(SliceKey Key, Observation? Now);

/// <summary>Observations twice over: by metric, year and status for slices, by council for profiles. The council's side is written last,
/// so that a difference found against it is a difference until both sides are right.</summary>
internal sealed class ObservationStore(StorageClients storage)
{
    private const string Json = "Json";
    private const int BatchSize = 100;
    private const int Parallel = 8;

    /// <summary>All figures of one council, by slice, as the stored text.</summary>
    public async Task<Dictionary<SliceKey, string>> OfCouncil(CouncilCode council, CancellationToken cancellation)
    {
        var stored = new Dictionary<SliceKey, string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {council.Value}");
        await foreach (var row in storage.CouncilObservations.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            stored[SliceKey.Parse(row.RowKey)] = row.GetString(Json)!;
        }

        return stored;
    }

    /// <summary>All councils' figures of one slice, by council.</summary>
    public async Task<IReadOnlyList<Observation>> OfSlice(SliceKey key, CancellationToken cancellation)
    {
        var observations = new List<Observation>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.ObservationPartition(key)}");
        await foreach (var row in storage.Observations.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            observations.Add(ObservationJson.Read(row.GetString(Json)!));
        }

        return observations;
    }

    /// <summary>What must change so that the stored figures are <paramref name="wanted"/>.</summary>
    public static IReadOnlyList<ObservationChange> Difference(
        IReadOnlyDictionary<SliceKey, string> stored, IReadOnlyList<Observation> wanted)
    {
        var now = wanted.ToDictionary(o => new SliceKey(o.Metric, o.Year, o.Status));
        return
        [
            .. now.Where(pair => !stored.TryGetValue(pair.Key, out var text) || text != ObservationJson.Write(pair.Value))
                .Select(pair => new ObservationChange(pair.Key, pair.Value)),
            .. stored.Keys.Where(key => !now.ContainsKey(key)).Select(key => new ObservationChange(key, null)),
        ];
    }

    public async Task Apply(CouncilCode council, IReadOnlyList<ObservationChange> changes, CancellationToken cancellation)
    {
        await System.Threading.Tasks.Parallel.ForEachAsync(
            changes,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            async (change, stop) => await ApplyToSlice(council, change, stop));
        foreach (var batch in changes.Chunk(BatchSize))
        {
            await storage.CouncilObservations.SubmitTransactionAsync(
                batch.Select(change => ToAction(change, council.Value, change.Key.ToString())), cancellation);
        }
    }

    /// <summary>Puts one council's figure back into its slice's partition: what the nightly repair does when only that side is wrong.</summary>
    public async Task ApplyToSlice(CouncilCode council, ObservationChange change, CancellationToken cancellation)
    {
        var partition = StorageKeys.ObservationPartition(change.Key);
        var row = StorageKeys.ObservationRow(council);
        if (change.Now is null)
        {
            await storage.Observations.DeleteEntityAsync(partition, row, cancellationToken: cancellation);
        }
        else
        {
            await storage.Observations.UpsertEntityAsync(ToRow(change.Now, partition, row), TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>Where somebody took the row away meanwhile the batch fails as a whole; the next delivery finds what is left to do.</summary>
    private static TableTransactionAction ToAction(ObservationChange change, string partition, string row) => change.Now is null
        ? new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, row), Azure.ETag.All)
        : new TableTransactionAction(TableTransactionActionType.UpsertReplace, ToRow(change.Now, partition, row));

    private static TableEntity ToRow(Observation observation, string partition, string row)
    {
        var entity = new TableEntity(partition, row) { [Json] = ObservationJson.Write(observation), ["State"] = Codes.Of(observation.State) };
        if (observation.Value is { } value)
        {
            entity["Value"] = (double)value;
        }

        return entity;
    }
}
