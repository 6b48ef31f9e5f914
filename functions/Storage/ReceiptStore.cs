using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;

namespace Benchmarking.Functions.Storage;

/// <summary>Receipts and, beside each, the bytes it speaks of. Written again they are the same.</summary>
internal sealed class ReceiptStore(StorageClients storage)
{
    /// <summary>Keeps a receipt and the bytes as filed; a file too large to be read leaves its receipt alone.</summary>
    public async Task Save(Receipt receipt, ReadOnlyMemory<byte>? filed, CancellationToken cancellation)
    {
        var id = receipt.Id ?? throw new ArgumentException("A receipt that is kept has an id.", nameof(receipt));
        if (filed is { } bytes)
        {
            await Upload(StorageKeys.FiledBlob(id), BinaryData.FromBytes(bytes), "application/octet-stream", cancellation);
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(receipt, PublishedJson.Options);
        await Upload(StorageKeys.ReceiptBlob(id), BinaryData.FromBytes(json), "application/json", cancellation);
    }

    /// <summary>The receipt, or null where there is none of that id.</summary>
    public async Task<Receipt?> Find(string id, CancellationToken cancellation)
    {
        var content = await Download(StorageKeys.ReceiptBlob(id), cancellation);
        return content is null ? null : JsonSerializer.Deserialize<Receipt>(content, PublishedJson.Options);
    }

    /// <summary>A receipt that the ledger names.</summary>
    public async Task<Receipt> Get(string id, CancellationToken cancellation) =>
        await Find(id, cancellation) ?? throw new InvalidOperationException($"Receipt {id} is gone from storage.");

    /// <summary>The bytes as filed under a receipt; null where they were too large to be kept.</summary>
    public async Task<ReadOnlyMemory<byte>?> FindFiled(string id, CancellationToken cancellation) =>
        await Download(StorageKeys.FiledBlob(id), cancellation) is { } content ? content.ToMemory() : null;

    /// <summary>The bytes as filed under a receipt that has them.</summary>
    public async Task<ReadOnlyMemory<byte>> Filed(string id, CancellationToken cancellation) =>
        await FindFiled(id, cancellation)
        ?? throw new InvalidOperationException($"The return of receipt {id} is gone from storage.");

    private async Task<BinaryData?> Download(string blob, CancellationToken cancellation)
    {
        try
        {
            var answer = await storage.Receipts.GetBlobClient(blob).DownloadContentAsync(cancellation);
            return answer.Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private async Task Upload(string blob, BinaryData content, string type, CancellationToken cancellation) =>
        await storage.Receipts.GetBlobClient(blob).UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type } }, cancellation);
}
