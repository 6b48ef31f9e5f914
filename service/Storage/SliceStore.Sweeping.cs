using Azure;
using Azure.Data.Tables;

namespace Benchmarking.Service.Storage;

/// <summary>The versions there are, and taking one away.</summary>
internal sealed partial class SliceStore
{
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey", "Timestamp"];

    /// <summary>Every version that has rows, as <c>slice|version</c>: a scan of the table's keys, for the nightly sweep only.</summary>
    public async Task<IReadOnlyCollection<string>> Versions(CancellationToken cancellation)
    {
        var versions = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in storage.Comparisons.QueryAsync<TableEntity>(select: KeysOnly, cancellationToken: cancellation))
        {
            versions.Add(row.PartitionKey);
        }

        return versions;
    }

    /// <summary>Takes a version's rows away, unless one of them is younger than <paramref name="before"/> or is written
    /// meanwhile.</summary>
    public async Task<bool> Remove(string version, DateTimeOffset before, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {version}");
        await foreach (var row in storage.Comparisons.QueryAsync<TableEntity>(filter, select: KeysOnly, cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        if (rows.Exists(row => row.Timestamp > before))
        {
            return false;
        }

        try
        {
            foreach (var batch in TableBatches.Of(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag))))
            {
                await storage.Comparisons.SubmitTransactionAsync(batch, cancellation);
            }

            return true;
        }
        catch (RequestFailedException written) when (written.Status is 404 or 412)
        {
            return false;
        }
    }
}
