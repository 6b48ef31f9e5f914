using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;

namespace Benchmarking.Service.Storage;

/// <summary>What datasets publish of a metric and year: all councils packed in one row beside what councils filed of it, so that a dataset
/// costs as many calls as it has metrics and years, however many councils there are.</summary>
internal sealed class PublishedStore(StorageClients storage)
{
    private const string Figures = "Figures";
    private const string Sequence = "Sequence";

    /// <summary>Writes a dataset's figures of a slice under a sequence of the dataset's ledger; none of them leaves an empty row, so that a
    /// slower writer cannot put them back. False where a row of a higher sequence stands there: begin anew.</summary>
    public async Task<bool> Apply(
        SliceKey key, string dataset, IReadOnlyList<Observation> figures, long sequence, CancellationToken cancellation)
    {
        var row = new TableEntity(StorageKeys.ObservationPartition(key), StorageKeys.PublishedRow(dataset)) { [Sequence] = sequence };
        if (figures.Count > 0)
        {
            BinaryParts.Put(row, Figures, PackedObservations.Pack(figures));
        }

        while (true)
        {
            var found = await storage.Observations.GetEntityIfExistsAsync<TableEntity>(
                row.PartitionKey, row.RowKey, [Sequence], cancellation);
            if (found.HasValue && found.Value!.GetInt64(Sequence) > sequence)
            {
                return false;
            }

            try
            {
                await (found.HasValue
                    ? storage.Observations.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellation)
                    : storage.Observations.AddEntityAsync(row, cancellation));
                return true;
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412)
            {
                // Somebody else wrote it: look again.
            }
        }
    }

    /// <summary>A dataset's figures of a slice; none where it has none.</summary>
    public async Task<IReadOnlyList<Observation>> Of(SliceKey key, string dataset, CancellationToken cancellation)
    {
        var found = await storage.Observations.GetEntityIfExistsAsync<TableEntity>(
            StorageKeys.ObservationPartition(key), StorageKeys.PublishedRow(dataset), cancellationToken: cancellation);
        return found.HasValue ? Read(found.Value!) : [];
    }

    public static IReadOnlyList<Observation> Read(TableEntity row) =>
        BinaryParts.Get(row, Figures) is { Length: > 0 } packed
            ? ObservationJson.ReadAll(PackedObservations.Unpack(packed)) : [];
}
