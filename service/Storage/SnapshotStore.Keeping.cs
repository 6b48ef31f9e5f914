using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;

namespace Benchmarking.Service.Storage;

/// <summary>Which snapshots are kept, and what the sweep remembers from one night to the next.</summary>
internal sealed partial class SnapshotStore
{
    private const string UnnamedBlob = "unnamed.json";

    /// <summary>Takes away all but the newest snapshots; returns the ids of those.</summary>
    public async Task<IReadOnlyList<string>> KeepNewest(int count, CancellationToken cancellation)
    {
        var taken = new List<(DateTimeOffset At, string Id)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in storage.SnapshotPointers.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey != Latest)
            {
                taken.Add((row.GetDateTimeOffset("TakenAt") ?? default, row.RowKey));
            }
        }

        string[] newestFirst = [.. taken.OrderDescending().Select(snapshot => snapshot.Id)];
        foreach (var old in newestFirst.Skip(count))
        {
            // The row last: cut off in between, the next sweep finds it again.
            await storage.Snapshots.GetBlobClient(StorageKeys.SnapshotBlob(old)).DeleteIfExistsAsync(cancellationToken: cancellation);
            await storage.SnapshotPointers.DeleteEntityAsync(Partition, old, cancellationToken: cancellation);
        }

        return [.. newestFirst.Take(count)];
    }

    /// <summary>The versions that nothing named at the last sweep, and since when.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> Unnamed(CancellationToken cancellation)
    {
        try
        {
            var answer = await storage.Snapshots.GetBlobClient(UnnamedBlob).DownloadContentAsync(cancellation);
            return JsonSerializer.Deserialize<Dictionary<string, DateTimeOffset>>(answer.Value.Content)!;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return new Dictionary<string, DateTimeOffset>();
        }
    }

    public Task SaveUnnamed(IReadOnlyDictionary<string, DateTimeOffset> versions, CancellationToken cancellation) =>
        storage.Snapshots.GetBlobClient(UnnamedBlob).UploadAsync(
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(versions, PublishedJson.Options)), overwrite: true, cancellation);
}
