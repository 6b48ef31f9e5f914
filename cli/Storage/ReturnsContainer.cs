using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Benchmarking.CommandLine.Storage;

/// <summary>The container into which councils' systems put their returns.</summary>
internal sealed class ReturnsContainer(BlobContainerClient container)
{
    public const string Variable = "STORAGE_CONNECTION";
    public const string Usual = "UseDevelopmentStorage=true";
    private const string Name = "returns";
    private const int AtOnce = 8;

    public static ReturnsContainer Open(string? option, ProcessEnvironment environment)
    {
        var connection = option ?? environment.Variable(Variable) ?? Usual;
        try
        {
            var options = new BlobClientOptions { Retry = { MaxRetries = 2 } };
            return new ReturnsContainer(new BlobContainerClient(connection, Name, options));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            // The fault could quote the connection string, and that holds the account's key.
            throw CommandFailedException.Usage($"The storage connection (--storage or {Variable}) cannot be read.");
        }
    }

    public async Task UploadAsync(IReadOnlyCollection<Upload> uploads, Action<int> done, CancellationToken stop)
    {
        var sent = 0;
        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: stop);
            await Parallel.ForEachAsync(
                uploads,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
                async (upload, halt) =>
                {
                    await UploadAsync(upload, halt);
                    done(Interlocked.Increment(ref sent));
                });
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException)
        {
            var first = (fault as AggregateException)?.InnerExceptions[0] ?? fault;
            throw CommandFailedException.Unreachable(
                $"The storage at {container.Uri.GetLeftPart(UriPartial.Authority)} did not take the returns: "
                + first.Message.Split('\n')[0].Trim(),
                fault);
        }
    }

    private async Task UploadAsync(Upload upload, CancellationToken stop)
    {
        await using var bytes = File.OpenRead(upload.File.Path);
        var headers = new BlobHttpHeaders { ContentType = upload.File.Address.ContentType };
        await container.GetBlobClient(upload.File.Address.BlobName)
            .UploadAsync(bytes, new BlobUploadOptions { HttpHeaders = headers }, stop);
    }
}
