using System.Text.Json;
using Azure.Data.Tables;

namespace Benchmarking.Service.Storage;

/// <summary>Rows in batches that a transaction takes, by their number and by their length as they are sent.</summary>
internal static class TableBatches
{
    /// <summary>What a row costs beside its properties: its part of the multipart body, its address and its keys.</summary>
    private const int RowOverhead = 4_000;

    private const int PropertyOverhead = 100;

    /// <summary>Batches of rows in their order; <paramref name="spare"/> rows are left free in each for what the caller adds.</summary>
    public static IEnumerable<IReadOnlyList<TableTransactionAction>> Of(IEnumerable<TableTransactionAction> actions, int spare = 0)
    {
        var (batch, bytes) = (new List<TableTransactionAction>(), 0);
        foreach (var action in actions)
        {
            var length = Length((TableEntity)action.Entity);
            if (batch.Count == TableLimits.TransactionRows - spare
                || (batch.Count > 0 && bytes + length > TableLimits.TransactionBytes - (spare * RowOverhead)))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(action);
            bytes += length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    public static IEnumerable<IReadOnlyList<TableTransactionAction>> OfUpserts(IEnumerable<TableEntity> rows) =>
        Of(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)));

    private static int Length(TableEntity row) => RowOverhead + row.Sum(property => PropertyOverhead + property.Value switch
    {
        byte[] bytes => (bytes.Length + 2) / 3 * 4,
        string text => JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length,
        _ => 0,
    });
}
