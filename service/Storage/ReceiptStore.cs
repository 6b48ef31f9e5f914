using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;

namespace Benchmarking.Service.Storage;

/// <summary>Receipts and, beside each, the bytes it speaks of. Written again they are the same.</summary>
internal sealed class ReceiptStore(StorageClients storage)
{
    private const string Sequence = "sequence";
    private const int Parallel = 8;

    /// <summary>Keeps a receipt and the bytes as filed; a file too large to be read leaves its receipt alone. Two instances that check the
    /// same upload may compare it with different returns: under the sequence of the ledger's announcement the later one decides. False
    /// where a receipt of a later sequence is there: begin anew. One of the same is our own, of whose writing the answer was lost; those of
    /// sign-offs have sequence 0, and there the first stays.</summary>
    public async Task<bool> Save(Receipt receipt, ReadOnlyMemory<byte>? filed, long sequence, CancellationToken cancellation)
    {
        var id = receipt.Id ?? throw new ArgumentException("A receipt that is kept has an id.", nameof(receipt));
        if (filed is { } bytes)
        {
            await storage.Receipts.GetBlobClient(StorageKeys.FiledBlob(id)).UploadAsync(
                BinaryData.FromBytes(bytes),
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" } }, cancellation);
        }

        var json = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(receipt, PublishedJson.Options));
        var blob = storage.Receipts.GetBlobClient(StorageKeys.ReceiptBlob(id));
        var conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        while (true)
        {
            try
            {
                await blob.UploadAsync(
                    json,
                    new BlobUploadOptions
                    {
                        HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                        Metadata = new Dictionary<string, string> { [Sequence] = sequence.ToString(CultureInfo.InvariantCulture) },
                        Conditions = conditions,
                    },
                    cancellation);
                return true;
            }
            catch (RequestFailedException taken) when (taken.ErrorCode == BlobErrorCode.BlobAlreadyExists
                || taken.ErrorCode == BlobErrorCode.ConditionNotMet)
            {
                var found = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value;
                var other = found.Metadata.TryGetValue(Sequence, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : 0;
                if (other >= sequence)
                {
                    return other == sequence && sequence > 0;
                }

                conditions = new BlobRequestConditions { IfMatch = found.ETag };
            }
        }
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

    /// <summary>Keeps the lists of lines that are too long to lie with their figures, each once beside its receipt.</summary>
    public Task SaveLines(IEnumerable<ObservationSource> sources, CancellationToken cancellation) =>
        System.Threading.Tasks.Parallel.ForEachAsync(
        sources.Where(source => source.Lines.List is not null).DistinctBy(source => (source.Receipt, source.Lines.List)),
        new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
        async (source, stop) => await storage.Receipts.GetBlobClient(StorageKeys.LinesBlob(source.Receipt, source.Lines.List!))
            .UploadAsync(BinaryData.FromString(source.Lines.ToString()), overwrite: true, stop));

    /// <summary>A list of lines as ranges, such as <c>2,4-9</c>; null where the receipt has none of that name.</summary>
    public async Task<string?> FindLines(string id, string list, CancellationToken cancellation) =>
        (await Download(StorageKeys.LinesBlob(id, list), cancellation))?.ToString();

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
}
