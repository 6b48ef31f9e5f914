using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Storage;

/// <summary>A figure of one council that is to be written or, where <c>Now</c> is null, taken away. <c>Tag</c> is the entity tag that its
/// row on the slice's side had when it was last written; null where that is not known.</summary>
internal sealed record ObservationChange(SliceKey Key, Observation? Now, string? Tag);

/// <summary>A council's figures as stored on its own side. <c>Fence</c> is written with every change of them, on condition that it is still
/// the same.</summary>
internal sealed record StoredFigures(IReadOnlyDictionary<SliceKey, StoredFigure> All, ETag Fence);

/// <summary>What councils filed of one metric, year and status, and what datasets publish of it.</summary>
internal sealed record SliceFigures(IReadOnlyList<Observation> Filed, IReadOnlyList<Observation> Published);

/// <summary>A figure as the stored text, and the entity tag of its row on the slice's side.</summary>
internal sealed record StoredFigure(string Text, string? Tag);

/// <summary>Observations twice over: by metric, year and status for slices, by council for profiles. The council's side is written last,
/// so that a difference found against it is a difference until both sides are right. Rows of both sides are fenced by the sequence of the
/// council's ledger: a writer that was overtaken changes nothing any more.</summary>
internal sealed class ObservationStore(StorageClients storage, ReceiptStore receipts)
{
    private const string Json = "Json";
    private const string Sequence = "Sequence";
    private const string SliceTag = "SliceTag";

    private const int Parallel = 8;

    public static SliceKey KeyOf(Observation figure) => new(figure.Metric, figure.Year, figure.Status);

    /// <summary>All that is stored of a figure as one text: two rows are the same figure where their texts are.</summary>
    public static string Text(Observation figure) => Text(ToRow(figure, "", ""));

    /// <summary>All figures of one council, by slice, as the stored text.</summary>
    public async Task<StoredFigures> OfCouncil(CouncilCode council, CancellationToken cancellation)
    {
        var stored = new Dictionary<SliceKey, StoredFigure>();
        ETag fence = default;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {council.Value}");
        await foreach (var row in storage.CouncilObservations.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey == StorageKeys.FigureFence)
            {
                fence = row.ETag;
            }
            else
            {
                stored[SliceKey.Parse(row.RowKey)] = new StoredFigure(Text(row), row.GetString(SliceTag));
            }
        }

        return new StoredFigures(stored, fence);
    }

    /// <summary>One figure as its council's side has it; null where it has none.</summary>
    public async Task<string?> TextOfCouncil(CouncilCode council, SliceKey key, CancellationToken cancellation)
    {
        var row = await storage.CouncilObservations.GetEntityIfExistsAsync<TableEntity>(council.Value, key.ToString(),
            cancellationToken: cancellation);
        return row.HasValue ? Text(row.Value!) : null;
    }

    /// <summary>One figure as its slice's side has it; null where it has none.</summary>
    public async Task<string?> TextInSlice(SliceKey key, CouncilCode council, CancellationToken cancellation)
    {
        var row = await storage.Observations.GetEntityIfExistsAsync<TableEntity>(
            StorageKeys.ObservationPartition(key), StorageKeys.ObservationRow(council), cancellationToken: cancellation);
        return row.HasValue && !IsTombstone(row.Value!) ? Text(row.Value!) : null;
    }

    /// <summary>All figures of one slice, by council, as the stored text.</summary>
    public async Task<Dictionary<string, string>> TextsOfSlice(SliceKey key, CancellationToken cancellation)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.ObservationPartition(key)}");
        await foreach (var row in storage.Observations.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (!IsTombstone(row) && !StorageKeys.IsPublishedRow(row.RowKey))
            {
                stored[row.RowKey] = Text(row);
            }
        }

        return stored;
    }

    /// <summary>All councils' figures of one slice: what they filed, and what datasets publish.</summary>
    public async Task<SliceFigures> OfSlice(SliceKey key, CancellationToken cancellation)
    {
        var (filed, published) = (new List<Observation>(), new List<Observation>());
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {StorageKeys.ObservationPartition(key)}");
        await foreach (var row in storage.Observations.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (StorageKeys.IsPublishedRow(row.RowKey))
            {
                published.AddRange(PublishedStore.Read(row));
            }
            else if (!IsTombstone(row))
            {
                filed.Add(ObservationJson.Read(row.GetString(Json)!));
            }
        }

        return new SliceFigures(filed, published);
    }

    /// <summary>What must change so that the stored figures are <paramref name="wanted"/>. What somebody may be in the middle of writing
    /// (<paramref name="announced"/>) is written anew, right or not, so that it is fenced.</summary>
    public static IReadOnlyList<ObservationChange> Difference(StoredFigures stored, IReadOnlyList<Observation> wanted,
        IEnumerable<SliceKey> announced)
    {
        var now = wanted.ToDictionary(KeyOf);
        return
        [
            .. now.Where(pair => stored.All.GetValueOrDefault(pair.Key)?.Text != Text(pair.Value)).Select(pair => pair.Key)
                .Concat(stored.All.Keys.Where(key => !now.ContainsKey(key)))
                .Union(announced)
                .Select(key => new ObservationChange(key, now.GetValueOrDefault(key), stored.All.GetValueOrDefault(key)?.Tag)),
        ];
    }

    /// <summary>Writes both sides under a sequence of the council's ledger. False where somebody with a higher one was there: begin
    /// anew.</summary>
    public async Task<bool> Apply(
        CouncilCode council, IReadOnlyList<ObservationChange> changes, StoredFigures stored, long sequence, CancellationToken cancellation)
    {
        await receipts.SaveLines(changes.SelectMany(change => change.Now?.Sources ?? []), cancellation);
        var tags = new ConcurrentDictionary<SliceKey, string>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            changes,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            async (change, stop) =>
            {
                if (await ApplyToSlice(council, change, sequence, stop) is { } tag)
                {
                    tags[change.Key] = tag;
                }
            });
        if (tags.Count < changes.Count)
        {
            return false;
        }

        var fence = stored.Fence;
        var actions = changes.Select(change => ToAction(council, change, tags[change.Key], stored.All.ContainsKey(change.Key)))
            .OfType<TableTransactionAction>();
        foreach (var batch in TableBatches.Of(actions, spare: 1).DefaultIfEmpty([]))
        {
            var first = new TableEntity(council.Value, StorageKeys.FigureFence) { [Sequence] = sequence };
            try
            {
                var answer = await storage.CouncilObservations.SubmitTransactionAsync(
                    [
                        fence == default ? new TableTransactionAction(TableTransactionActionType.Add, first)
                            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, first, fence),
                        .. batch,
                    ],
                    cancellation);
                fence = answer.Value[0].Headers.ETag!.Value;
            }
            catch (RequestFailedException overtaken) when (overtaken.Status is 404 or 409 or 412)
            {
                if (await OwnFence(council, fence, sequence, cancellation) is not { } own)
                {
                    return false;
                }

                fence = own;
            }
        }

        return true;
    }

    /// <summary>The fence where we have moved it ourselves and the answer was lost: nobody else writes under our sequence. Null
    /// otherwise.</summary>
    private async Task<ETag?> OwnFence(CouncilCode council, ETag known, long sequence, CancellationToken cancellation)
    {
        var found = await storage.CouncilObservations.GetEntityIfExistsAsync<TableEntity>(council.Value, StorageKeys.FigureFence,
            cancellationToken: cancellation);
        return found.HasValue && found.Value!.GetInt64(Sequence) == sequence && found.Value.ETag != known ? found.Value.ETag : null;
    }

    /// <summary>Puts one council's figure into its slice's partition and returns the row's new entity tag; null where a row of a higher
    /// sequence stands there. A figure that is taken away leaves a row without a figure, so that a slower writer cannot put it
    /// back.</summary>
    public async Task<string?> ApplyToSlice(CouncilCode council, ObservationChange change, long sequence, CancellationToken cancellation)
    {
        var (partition, key) = (StorageKeys.ObservationPartition(change.Key), StorageKeys.ObservationRow(council));
        var row = change.Now is null ? new TableEntity(partition, key) : ToRow(change.Now, partition, key);
        row[Sequence] = sequence;
        var tag = change.Tag;
        while (true)
        {
            try
            {
                var answer = tag is null
                    ? await storage.Observations.AddEntityAsync(row, cancellation)
                    : await storage.Observations.UpdateEntityAsync(row, new ETag(tag), TableUpdateMode.Replace, cancellation);
                return answer.Headers.ETag!.Value.ToString();
            }
            catch (RequestFailedException other) when (other.Status is 404 or 409 or 412)
            {
                var found = await storage.Observations.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
                if (found.HasValue && found.Value!.GetInt64(Sequence) > sequence)
                {
                    return null;
                }

                tag = found.HasValue ? found.Value!.ETag.ToString() : null;
            }
        }
    }

    /// <summary>Takes away a row that is no council's.</summary>
    public Task RemoveFromSlice(SliceKey key, string row, CancellationToken cancellation) =>
        storage.Observations.DeleteEntityAsync(StorageKeys.ObservationPartition(key), row, cancellationToken: cancellation);

    /// <summary>Null where there is nothing to take away.</summary>
    private static TableTransactionAction? ToAction(CouncilCode council, ObservationChange change, string tag, bool isStored)
    {
        if (change.Now is null)
        {
            return isStored
                ? new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(council.Value, change.Key.ToString()),
                    ETag.All)
                : null;
        }

        var row = ToRow(change.Now, council.Value, change.Key.ToString());
        row[SliceTag] = tag;
        return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
    }

    private static bool IsTombstone(TableEntity row) => row.GetString(Json) is null;

    private static string Text(TableEntity row)
    {
        string[] parts = ["Json", "State", "Value"];
        return string.Join('\n',
            parts.Select(part => row.TryGetValue(part, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null));
    }

    private static TableEntity ToRow(Observation observation, string partition, string row)
    {
        var entity =
            new TableEntity(partition, row) { [Json] = ObservationJson.Write(observation), ["State"] = Codes.Of(observation.State) };
        if (observation.Value is { } value)
        {
            entity["Value"] = (double)value;
        }

        return entity;
    }
}
