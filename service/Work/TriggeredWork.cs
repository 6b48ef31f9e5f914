using System.Text.Json;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Work;

/// <summary>What queue messages ask for, under every host. A message that can never be worked off is recorded as poison and counts as done;
/// what may succeed later is thrown, so that the host tries again.</summary>
internal sealed class TriggeredWork(
    IngestReturn ingest, IngestDataset ingestDataset, RefreshSlice refresh, PoisonStore poison, ILogger<TriggeredWork> log)
{
    private const string FailedTooOften = "failed too often";

    /// <summary>A file that an event announced. An event of another container, let through by a subscription without its filter, is passed
    /// over.</summary>
    public Task IngestReturn(string container, string blobName, CancellationToken cancellation)
    {
        if (container == ReturnPath.Container)
        {
            return ingest.Run(blobName, cancellation);
        }

        Log.BlobElsewhere(log, $"{container}/{blobName}");
        return Task.CompletedTask;
    }

    public Task IngestDataset(string container, string blobName, CancellationToken cancellation)
    {
        if (container == DatasetPath.Container)
        {
            return ingestDataset.Run(blobName, cancellation);
        }

        Log.BlobElsewhere(log, $"{container}/{blobName}");
        return Task.CompletedTask;
    }

    public Task RefreshSlice(string message, CancellationToken cancellation) =>
        StaleSlice.TryParse(message, out var slice)
            ? refresh.Run(slice, cancellation)
            : poison.Put(FunctionNames.RefreshSlice, message, "not a slice", cancellation);

    /// <summary>The host's message says in JSON which blob of which container failed five times; the local host's is the name of a
    /// blob.</summary>
    public Task RecordBlobPoison(string message, CancellationToken cancellation) => poison.Put(
        Property(message, "ContainerName") == DatasetPath.Container ? FunctionNames.IngestDataset : FunctionNames.IngestReturn,
        Property(message, "BlobName") ?? message, FailedTooOften, cancellation);

    public Task RecordDatasetPoison(string blobName, CancellationToken cancellation) =>
        poison.Put(FunctionNames.IngestDataset, blobName, FailedTooOften, cancellation);

    public Task RecordSlicePoison(string message, CancellationToken cancellation) =>
        poison.Put(FunctionNames.RefreshSlice, StaleSlice.TryParse(message, out var slice) ? slice.Key.ToString() : message,
            FailedTooOften, cancellation);

    /// <summary>Asked for again by <c>POST /refreshes</c>, or by the next night.</summary>
    public Task RecordRebuildPoison(string message, CancellationToken cancellation) =>
        poison.Put(FunctionNames.StartRebuild, message, FailedTooOften, cancellation);

    private static string? Property(string message, string name)
    {
        try
        {
            return JsonElement.Parse(message) is { ValueKind: JsonValueKind.Object } blob
                && blob.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
