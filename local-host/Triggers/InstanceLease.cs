using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Blobs;
using Azure;
using Benchmarking.Service.Storage;
using Benchmarking.Service;

namespace Benchmarking.LocalHost.Triggers;

/// <summary>Lets one stand-alone instance at a time do a piece of work, as a Functions host does for its timers: by a lease on a blob.
/// Another takes over when the holder ends, or some seconds after it was killed.</summary>
internal sealed class InstanceLease(StorageClients storage, TimeProvider clock, ILogger<InstanceLease> log)
{
    /// <summary>The shortest that storage grants.</summary>
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>Does the work whenever this instance holds the lease; the work's token says when it no longer does.</summary>
    public async Task Hold(string name, Func<LeasedBlob, CancellationToken, Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (await Acquire(name, stop) is { } blob)
                {
                    await Run(blob, work, stop);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.LookFailed(log, failure, name);
            }

            await Task.Delay(Retry, clock, stop);
        }
    }

    private async Task<LeasedBlob?> Acquire(string name, CancellationToken stop)
    {
        var blob = storage.Instances.GetBlobClient(name);
        try
        {
            var lease = await blob.GetBlobLeaseClient().AcquireAsync(Duration, cancellationToken: stop);
            return new LeasedBlob(blob, lease.Value.LeaseId);
        }
        catch (RequestFailedException held) when (held.Status == 409)
        {
            return null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await Make(blob, stop);
            return null;
        }
    }

    private async Task Make(BlobClient blob, CancellationToken stop)
    {
        await storage.Instances.CreateIfNotExistsAsync(cancellationToken: stop);
        try
        {
            await blob.UploadAsync(BinaryData.FromString(""), overwrite: false, stop);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // Another instance made it.
        }
    }

    private async Task Run(LeasedBlob blob, Func<LeasedBlob, CancellationToken, Task> work, CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var working = work(blob, lost.Token);
        try
        {
            while (await Task.WhenAny(working, Task.Delay(Renewal, clock, stop)) != working && !stop.IsCancellationRequested)
            {
                await blob.Lease.RenewAsync(cancellationToken: stop);
            }
        }
        finally
        {
            await lost.CancelAsync();
            await Task.WhenAny(working);
            await Release(blob);
        }

        await working;
    }

    private static async Task Release(LeasedBlob blob)
    {
        try
        {
            await blob.Lease.ReleaseAsync();
        }
        catch (RequestFailedException)
        {
            // Lost already, or it will run out.
        }
    }
}

/// <summary>A blob under this instance's lease. Its content is what the work remembers; written only while the lease is held.</summary>
internal sealed record LeasedBlob(BlobClient Blob, string LeaseId)
{
    public BlobLeaseClient Lease => Blob.GetBlobLeaseClient(LeaseId);

    public async Task<string> Read(CancellationToken cancellation) =>
        (await Blob.DownloadContentAsync(cancellation)).Value.Content.ToString();

    public Task Write(string content, CancellationToken cancellation) => Blob.UploadAsync(
        BinaryData.FromString(content), new BlobUploadOptions { Conditions = new BlobRequestConditions { LeaseId = LeaseId } },
        cancellation);
}
