using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Storing;

namespace Benchmarking.Service.Storage;

/// <summary>An immutable list of slice versions. <c>Id</c> is the hash of what it names, so the same versions are the same
/// snapshot.</summary>
internal sealed record Snapshot(
    string Id, IReadOnlyDictionary<string, string> Slices, string TaxonomyVersion, string CatalogueVersion);

/// <summary>A snapshot that is kept: when it was taken, and how many slices it names.</summary>
internal sealed record SnapshotEntry(string Id, DateTimeOffset TakenAt, int Slices);

/// <summary>Snapshots as blobs, the newest one's id in table <c>Snapshots</c>.</summary>
internal sealed partial class SnapshotStore(StorageClients storage, TimeProvider clock)
{
    private const string Partition = "snapshots";
    private const string Latest = "latest";

    /// <summary>Keeps the versions served now under their snapshot id. Where they are the latest snapshot already nothing is
    /// written.</summary>
    public async Task<string> Take(IReadOnlyList<SlicePointer> served, CancellationToken cancellation)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pointer in served.Where(pointer => pointer.Version is not null))
        {
            versions[pointer.Key.ToString()] = pointer.Version!;
        }

        var reference = ReferenceData.Current;
        var text = string.Join('\n', versions.Select(pair => $"{pair.Key} {pair.Value}")) + reference.Taxonomy.Version
            + reference.Measures.Version;
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
        var snapshot = new Snapshot(id, versions, reference.Taxonomy.Version, reference.Measures.Version);
        var before = await storage.SnapshotPointers.GetEntityIfExistsAsync<TableEntity>(Partition, Latest, cancellationToken: cancellation);
        if (before.HasValue && before.Value!.GetString("Snapshot") == id)
        {
            return id;
        }

        await storage.Snapshots.GetBlobClient(StorageKeys.SnapshotBlob(id))
            .UploadAsync(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(snapshot, PublishedJson.Options)), overwrite: true,
                cancellation);
        var row = new TableEntity(Partition, id) { ["TakenAt"] = clock.GetUtcNow(), ["Slices"] = versions.Count };
        await storage.SnapshotPointers.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        var latest = new TableEntity(Partition, Latest) { ["Snapshot"] = id, ["TakenAt"] = clock.GetUtcNow() };
        await storage.SnapshotPointers.UpsertEntityAsync(latest, TableUpdateMode.Replace, cancellation);
        return id;
    }

    public async Task<Snapshot?> Find(string id, CancellationToken cancellation)
    {
        try
        {
            var answer = await storage.Snapshots.GetBlobClient(StorageKeys.SnapshotBlob(id)).DownloadContentAsync(cancellation);
            return JsonSerializer.Deserialize<Snapshot>(answer.Value.Content, PublishedJson.Options);
        }
        catch (Azure.RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The snapshots that are kept, newest first.</summary>
    public async Task<IReadOnlyList<SnapshotEntry>> List(CancellationToken cancellation)
    {
        var entries = new List<SnapshotEntry>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in storage.SnapshotPointers.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            entries.AddRange(row.RowKey == Latest
                ? []
                : [new SnapshotEntry(row.RowKey, row.GetDateTimeOffset("TakenAt") ?? default, row.GetInt32("Slices") ?? 0)]);
        }

        return [.. entries.OrderByDescending(entry => entry.TakenAt).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
    }
}
