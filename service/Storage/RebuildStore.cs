using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Benchmarking.Core.Storing;

namespace Benchmarking.Service.Storage;

/// <summary>What a rebuild hands from step to step, and its list of drift: blobs beside the snapshots, under the run's name. Neither has a
/// bound, so that neither goes through a history or a table property. Written again they are the same.</summary>
internal sealed class RebuildStore(StorageClients storage)
{
    private const int LinesPerBlock = 10_000;

    /// <summary>What a batch of councils must be found to hold: for each slice the digest of its figures.</summary>
    public Task SaveTally(string run, int batch, IReadOnlyDictionary<string, string> digests, CancellationToken cancellation) =>
        Save(StorageKeys.RebuildTally(run, batch), digests, cancellation);

    public Task<Dictionary<string, string>> Tally(string run, int batch, CancellationToken cancellation) =>
        Load<Dictionary<string, string>>(StorageKeys.RebuildTally(run, batch), cancellation);

    /// <summary>A batch of slices to be recomputed, each with the digest of what it must hold.</summary>
    public Task SaveSlices(string run, int batch, IReadOnlyDictionary<string, string> digests, CancellationToken cancellation) =>
        Save(StorageKeys.RebuildSlices(run, batch), digests, cancellation);

    public Task<Dictionary<string, string>> Slices(string run, int batch, CancellationToken cancellation) =>
        Load<Dictionary<string, string>>(StorageKeys.RebuildSlices(run, batch), cancellation);

    /// <summary>Adds to what a part of the run found to differ. A part that runs again adds to what it found before, when it had repaired
    /// less.</summary>
    public async Task AddDrift(string run, string part, IEnumerable<string> lines, CancellationToken cancellation)
    {
        var blob = storage.Snapshots.GetAppendBlobClient(StorageKeys.RebuildDrift(run, part));
        await blob.CreateIfNotExistsAsync(cancellationToken: cancellation);
        foreach (var block in lines.Chunk(LinesPerBlock))
        {
            using var content = new MemoryStream(JsonLines(block));
            await blob.AppendBlockAsync(content, cancellationToken: cancellation);
        }
    }

    /// <summary>All that the run found to differ, each once, in order.</summary>
    public async Task<IReadOnlyCollection<string>> Drift(string run, CancellationToken cancellation)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        var parts = storage.Snapshots.GetBlobsAsync(new GetBlobsOptions { Prefix = StorageKeys.RebuildDrift(run, "") }, cancellation);
        await foreach (var part in parts)
        {
            var content = await storage.Snapshots.GetBlobClient(part.Name).DownloadContentAsync(cancellation);
            foreach (var line in content.Value.Content.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                lines.Add(JsonSerializer.Deserialize<string>(line)!);
            }
        }

        return lines;
    }

    /// <summary>Writes the whole list of drift as JSON lines; returns the blob's name.</summary>
    public async Task<string> SaveDriftReport(string run, IReadOnlyCollection<string> lines, CancellationToken cancellation)
    {
        var name = StorageKeys.DriftReport(run);
        await storage.Snapshots.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(JsonLines(lines)), overwrite: true, cancellation);
        return name;
    }

    /// <summary>A whole list of drift, to be read as it comes; null where it is gone.</summary>
    public async Task<Stream?> OpenDriftReport(string name, CancellationToken cancellation)
    {
        try
        {
            return (await storage.Snapshots.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Takes away what runs handed from step to step, and lists of drift from before <paramref name="oldest"/>. What is younger of
    /// other runs stays: somebody may be at it.</summary>
    public async Task Clear(string run, DateTimeOffset oldest, CancellationToken cancellation)
    {
        var all = storage.Snapshots.GetBlobsAsync(new GetBlobsOptions { Prefix = StorageKeys.Rebuilds }, cancellation);
        await foreach (var blob in all)
        {
            var ofRun = blob.Name.StartsWith(StorageKeys.RebuildWork(run), StringComparison.Ordinal);
            if (ofRun || blob.Properties.LastModified < oldest)
            {
                await storage.Snapshots.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
            }
        }
    }

    private async Task Save<T>(string name, T content, CancellationToken cancellation) => await storage.Snapshots.GetBlobClient(name)
        .UploadAsync(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(content)), overwrite: true, cancellation);

    private async Task<T> Load<T>(string name, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<T>((await storage.Snapshots.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content)!;

    private static byte[] JsonLines(IEnumerable<string> lines) =>
        System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{JsonSerializer.Serialize(line)}\n")));
}
