using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Storage;

/// <summary>Slices that wait to be recomputed: one queue message each, however many ingests touch them. A marker says that a message is
/// on its way; whoever recomputes takes the marker away before it reads, so that a later change asks again.</summary>
internal sealed class StaleSliceStore(StorageClients storage, TimeProvider clock)
{
    private const string Sent = "Sent";

    public async Task Mark(SliceKey key, CancellationToken cancellation)
    {
        if (!await IsMessageNeeded(key, cancellation))
        {
            return;
        }

        await Send(new StaleSlice(key, clock.GetUtcNow(), Traces.Current), ETag.All, cancellation);
    }

    public Task Unmark(SliceKey key, CancellationToken cancellation) =>
        storage.StaleSlices.DeleteEntityAsync(StorageKeys.SlicePartition(key), StorageKeys.SliceRow(key), cancellationToken: cancellation);

    /// <summary>Asks again for slices that were marked longer ago than any queue takes: their message is lost. Returns how many.</summary>
    public async Task<int> SendAgain(TimeSpan after, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var marker in storage.StaleSlices.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (marker.Timestamp + after > clock.GetUtcNow())
            {
                continue;
            }

            var key = SliceKey.Parse($"{marker.PartitionKey}|{marker.RowKey}");
            await Send(new StaleSlice(key, marker.Timestamp), marker.ETag, cancellation);
            count++;
        }

        return count;
    }

    /// <summary>About how many slices wait or are being recomputed: a message leaves the queue when its slice is served.</summary>
    public async Task<int> Count(CancellationToken cancellation) =>
        (await storage.StaleSliceMessages.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;

    private async Task Send(StaleSlice slice, ETag marker, CancellationToken cancellation)
    {
        await storage.StaleSliceMessages.SendMessageAsync(slice.ToString(), cancellation);
        try
        {
            await storage.StaleSlices.UpdateEntityAsync(Marker(slice.Key, sent: true), marker, TableUpdateMode.Replace, cancellation);
        }
        catch (RequestFailedException taken) when (taken.Status is 404 or 412)
        {
            // The message was taken before the marker said that it was sent.
        }
    }

    /// <summary>A marker without its message means that somebody was cut off between the two.</summary>
    private async Task<bool> IsMessageNeeded(SliceKey key, CancellationToken cancellation)
    {
        try
        {
            await storage.StaleSlices.AddEntityAsync(Marker(key, sent: false), cancellation);
            return true;
        }
        catch (RequestFailedException marked) when (marked.Status == 409)
        {
            var marker = await storage.StaleSlices.GetEntityIfExistsAsync<TableEntity>(
                StorageKeys.SlicePartition(key), StorageKeys.SliceRow(key), cancellationToken: cancellation);
            return !marker.HasValue || marker.Value!.GetBoolean(Sent) != true;
        }
    }

    private static TableEntity Marker(SliceKey key, bool sent) =>
        new(StorageKeys.SlicePartition(key), StorageKeys.SliceRow(key)) { [Sent] = sent };
}
