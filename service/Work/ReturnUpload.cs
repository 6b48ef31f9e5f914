using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Work;

/// <summary>What lies at a blob name at one moment. <c>Content</c> is null where it is larger than a return may be; <c>Tag</c> is the
/// blob's entity tag, another one for every write; <c>Cause</c> is the trace of the request that wrote it, null where it came without
/// one.</summary>
internal sealed record ReturnUpload(
    string BlobName, string Sha256, long Size, DateTimeOffset ReceivedAt, string Tag, ReadOnlyMemory<byte>? Content, string? Cause)
{
    /// <summary>Who loaded the file, as the endpoint that took it wrote beside it; null where it came another way.</summary>
    public string? By { get; init; }

    public const string ByField = "loadedby";

    /// <summary>Reads one state of the blob, whole: a write in between makes it read anew. Null where there is no blob.</summary>
    public static async Task<ReturnUpload?> Read(
        BlobContainerClient container, string blobName, int maxBytes, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(blobName);
        while (true)
        {
            try
            {
                var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
                var conditions = new BlobRequestConditions { IfMatch = properties.ETag };
                var (received, tag) = (properties.LastModified, properties.ETag.ToString("H"));
                var cause = properties.Metadata.TryGetValue(Traces.Field, out var trace) ? trace : null;
                var by = properties.Metadata.TryGetValue(ByField, out var name) ? name : null;
                if (properties.ContentLength > maxBytes)
                {
                    await using var stream = await blob.OpenReadAsync(
                        new BlobOpenReadOptions(allowModifications: false) { Conditions = conditions }, cancellation);
                    var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
                    return new ReturnUpload(blobName, hash, properties.ContentLength, received, tag, null, cause) { By = by };
                }

                var answer = await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = conditions }, cancellation);
                var content = answer.Value.Content.ToMemory();
                return new ReturnUpload(blobName, Convert.ToHexStringLower(SHA256.HashData(content.Span)), content.Length, received, tag,
                    content, cause)
                {
                    By = by,
                };
            }
            catch (RequestFailedException changed) when (changed.Status == 412)
            {
                // Written again since its properties were read.
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                return null;
            }
        }
    }
}
