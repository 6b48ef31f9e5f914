using System.Globalization;
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

    public static SliceKey KeyOf(Observation figure) => new(figure.Metric, figure.Year, figure.Status);

    /// <summary>All that is stored of a figure as one text: two rows are the same figure where their texts are.</summary>
    public static string Text(Observation figure) => Text(ToRow(figure, "", ""));

    /// <summary>All figures of one council, by slice, as the stored text.</summary>
    public async Task<Dictionary<SliceKey, string>> OfCouncil(CouncilCode council, CancellationToken cancellation)
    {
        var stored = new Dictionary<SliceKey, string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {council.Value}");
        await foreach (var row in storage.CouncilObservations.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            stored[SliceKey.Parse(row.RowKey)] = Text(row);
        }

        return stored;
    }

    /// <summary>One figure as its council's side has it; null where it has none.</summary>
    public async Task<string?> TextOfCouncil(CouncilCode council, SliceKey key, CancellationToken cancellation)
    {
        var row = await storage.CouncilObservations.GetEntityIfExistsAsync<TableEntity>(council.Value, key.ToString(), cancellationToken: cancellation);
        return row.HasValue ? Text(row.Value!) : null;
    }

    /// <summary>One figure as its slice's side has it; null where it has none.</summary>
    public async Task<string?> TextInSlice(SliceKey key, CouncilCode council, CancellationToken cancellation)
    {
        var row = await storage.Observations.GetEntityIfExistsAsync<TableEntity>(
            StorageKeys.ObservationPartition(key), StorageKeys.ObservationRow(council), cancellationToken: cancellation);
        return row.HasValue ? Text(row.Value!) : null;
    }

    /// <summary>All figures of one slice, by council, as the stored text.</summary>
    public async Task<Dictionary<string, string>> TextsOfSlice(SliceKey key, CancellationToken cancellation)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.ObservationPartition(key)}");
        await foreach (var row in storage.Observations.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            stored[row.RowKey] = Text(row);
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
        var now = wanted.ToDictionary(KeyOf);
        return
        [
            .. now.Where(pair => !stored.TryGetValue(pair.Key, out var text) || text != Text(pair.Value))
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

    /// <summary>Takes away a row that is no council's.</summary>
    public Task RemoveFromSlice(SliceKey key, string row, CancellationToken cancellation) =>
        storage.Observations.DeleteEntityAsync(StorageKeys.ObservationPartition(key), row, cancellationToken: cancellation);

    /// <summary>Where somebody took the row away meanwhile the batch fails as a whole; the next delivery finds what is left to do.</summary>
    private static TableTransactionAction ToAction(ObservationChange change, string partition, string row) => change.Now is null
        ? new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, row), Azure.ETag.All)
        : new TableTransactionAction(TableTransactionActionType.UpsertReplace, ToRow(change.Now, partition, row));

    private static string Text(TableEntity row)
    {
        string[] parts = ["Json", "State", "Value"];
        return string.Join('\n', parts.Select(part => row.TryGetValue(part, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null));
    }

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
