using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;

namespace Benchmarking.Service.Storage;

/// <summary>Which version of a slice is served, since when. <c>ETag</c> is default where none is.</summary>
internal sealed record SlicePointer(SliceKey Key, string? Version, string? Inputs, int Councils, DateTimeOffset ComputedAt, ETag ETag);

/// <summary>Slices: immutable rows under their version in <c>Comparisons</c>, served by one conditional write of a row in
/// <c>Slices</c>.</summary>
internal sealed partial class SliceStore(StorageClients storage, TimeProvider clock)
{
    private const int VersionsKept = 2_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SliceKey, RecentRead> recent = new();

    /// <summary>Versions never change, so what was read once serves until it is pushed out.</summary>
    private readonly ConcurrentDictionary<(SliceKey, string), Slice> known = new();

    /// <summary>What was served at most a second ago by any instance, and now by this one: what this one publishes forgets the read that
    /// began before. Readers who come at once share one read, which none of them can cancel for the others.</summary>
    public async Task<SlicePointer> RecentPointer(SliceKey key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var read = recent.AddOrUpdate(key, Begin, (_, known) => known.Until > now ? known : Begin(key));
        try
        {
            return await read.Pointer.Value.WaitAsync(cancellation);
        }
        catch when (read.Pointer.Value is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            recent.TryRemove(KeyValuePair.Create(key, read));
            throw;
        }

        RecentRead Begin(SliceKey asked) => new(new(() => Pointer(asked, CancellationToken.None)), now + Remembered);
    }

    public async Task<SlicePointer> Pointer(SliceKey key, CancellationToken cancellation)
    {
        var row = await storage.Slices.GetEntityIfExistsAsync<TableEntity>(
            StorageKeys.SlicePartition(key), StorageKeys.SliceRow(key), cancellationToken: cancellation);
        return row.HasValue ? ToPointer(row.Value!) : new SlicePointer(key, null, null, 0, default, default);
    }

    /// <summary>All slices of one metric, over years and statuses.</summary>
    public async Task<IReadOnlyList<SlicePointer>> OfMetric(string metric, CancellationToken cancellation)
    {
        var pointers = new List<SlicePointer>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {metric}");
        await foreach (var row in storage.Slices.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            pointers.Add(ToPointer(row));
        }

        return pointers;
    }

    /// <summary>Every slice served: a scan of one small table, for rebuilds and snapshots only.</summary>
    public async Task<IReadOnlyList<SlicePointer>> All(CancellationToken cancellation)
    {
        var pointers = new List<SlicePointer>();
        await foreach (var row in storage.Slices.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            pointers.Add(ToPointer(row));
        }

        return pointers;
    }

    /// <summary>A version that the pointer names.</summary>
    public async Task<Slice> Load(SliceKey key, string version, CancellationToken cancellation) =>
        await Find(key, version, cancellation)
            ?? throw new InvalidOperationException($"The rows of {key} {version} are gone from storage.");

    /// <summary>A version by its name; null where its rows are not there, or not all, as while it is being swept.</summary>
    public async Task<Slice?> Find(SliceKey key, string version, CancellationToken cancellation)
    {
        if (known.TryGetValue((key, version), out var slice))
        {
            return slice;
        }

        var partition = StorageKeys.ComparisonPartition(key, version);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"values|"} and RowKey lt {"values}"}");
        var rows = new List<TableEntity>();
        await foreach (var row in storage.Comparisons.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        if (rows.Count == 0 || rows.Count != rows[0].GetInt32("Rows"))
        {
            return null;
        }

        slice = SliceCodec.Unpack(key, version, Joined(rows));
        if (known.Count >= VersionsKept)
        {
            known.Clear();
        }

        known[(key, version)] = slice;
        return slice;
    }

    /// <summary>Writes the version's rows, summaries and packed values, in as many transactions as they need: nobody reads them before they
    /// are served. Written again they are the same.</summary>
    public async Task Save(Slice slice, CancellationToken cancellation)
    {
        var partition = StorageKeys.ComparisonPartition(slice.Key, slice.Version);
        var summaries = slice.Summaries
            .Select(summary => new TableEntity(partition, StorageKeys.GroupRow(summary.Group)) { ["Summary"] = summary.Json });
        foreach (var batch in TableBatches.OfUpserts(summaries.Concat(Packed(partition, SliceCodec.Pack(slice)))))
        {
            await storage.Comparisons.SubmitTransactionAsync(batch, cancellation);
        }
    }

    /// <summary>Serves a version in place of the one that <paramref name="seen"/> names. False where somebody else was first with another;
    /// this one may be there already, by our own first try of which the answer was lost.</summary>
    public async Task<bool> Serve(SlicePointer seen, Slice slice, CancellationToken cancellation)
    {
        var row = new TableEntity(StorageKeys.SlicePartition(slice.Key), StorageKeys.SliceRow(slice.Key))
        {
            ["Version"] = slice.Version,
            ["Inputs"] = slice.Inputs,
            ["Councils"] = slice.Observations.Count,
            ["ComputedAt"] = clock.GetUtcNow(),
        };
        try
        {
            if (seen.ETag == default)
            {
                await storage.Slices.AddEntityAsync(row, cancellation);
            }
            else
            {
                await storage.Slices.UpdateEntityAsync(row, seen.ETag, TableUpdateMode.Replace, cancellation);
            }

            recent.TryRemove(slice.Key, out _);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            recent.TryRemove(slice.Key, out _);
            return (await Pointer(slice.Key, cancellation)).Version == slice.Version;
        }
    }

    private static SlicePointer ToPointer(TableEntity row) => new(
        SliceKey.Parse($"{row.PartitionKey}|{row.RowKey}"), row.GetString("Version"), row.GetString("Inputs"),
        row.GetInt32("Councils") ?? 0, row.GetDateTimeOffset("ComputedAt") ?? default, row.ETag);

    private static IEnumerable<TableEntity> Packed(string partition, byte[] packed)
    {
        var parts = packed.Chunk(BinaryParts.RowBytes).ToArray();
        for (var r = 0; r < parts.Length; r++)
        {
            var row = new TableEntity(partition, StorageKeys.ValuesRow(r)) { ["Rows"] = parts.Length };
            BinaryParts.Put(row, "Part", parts[r]);
            yield return row;
        }
    }

    /// <summary>Row keys sort as text: values|10 stands before values|2.</summary>
    private static byte[] Joined(List<TableEntity> rows) =>
    [
        .. rows.OrderBy(row => int.Parse(row.RowKey.AsSpan("values|".Length), System.Globalization.CultureInfo.InvariantCulture))
            .SelectMany(row => BinaryParts.Get(row, "Part")),
    ];

    /// <summary>A read of a pointer that is under way or done, and until when its answer is recent.</summary>
    private sealed record RecentRead(Lazy<Task<SlicePointer>> Pointer, DateTimeOffset Until);
}
