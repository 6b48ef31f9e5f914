using Benchmarking.Functions.Storage;
using Benchmarking.Functions.Triggers;
using Benchmarking.Functions.Work;

namespace Benchmarking.Functions.CustomHandler;

/// <summary>The functions that a host fires, by name: each decodes what fired it and hands it to the same worker as the stand-alone
/// triggers do. What can never succeed is recorded and counts as done; what may succeed later is thrown.</summary>
internal sealed class HostFunctions
{
    private const string FailedTooOften = "failed too often";

    private readonly StorageClients storage;
    private readonly IngestReturn ingest;
    private readonly RefreshSlice refresh;
    private readonly PoisonStore poison;
    private readonly ILogger<HostFunctions> log;

    public HostFunctions(
        StorageClients storage, IngestReturn ingest, RefreshSlice refresh, RefreshBenchmarks rebuild, ReconcileReturns reconcile,
        PoisonStore poison, ILogger<HostFunctions> log)
    {
        (this.storage, this.ingest, this.refresh, this.poison, this.log) = (storage, ingest, refresh, poison, log);
        ByName = new Dictionary<string, Func<TriggerPayload, CancellationToken, Task>>(StringComparer.Ordinal)
        {
            [FunctionNames.IngestReturn] = Ingest,
            [FunctionNames.RefreshSlice] = Refresh,
            [FunctionNames.RefreshBenchmarks] = (_, cancellation) => rebuild.Run(cancellation),
            [FunctionNames.ReconcileReturns] = (_, cancellation) => reconcile.Run(cancellation),
            [FunctionNames.RecordBlobPoison] = (payload, cancellation) =>
                poison.Put(FunctionNames.IngestReturn, payload.PutAsideBlob, FailedTooOften, cancellation),
            [FunctionNames.RecordSlicePoison] = (payload, cancellation) =>
                poison.Put(FunctionNames.RefreshSlice, payload.TryGetSlice(out var slice) ? slice.Key.ToString() : payload.Message, FailedTooOften, cancellation),
        };
    }

    public IReadOnlyDictionary<string, Func<TriggerPayload, CancellationToken, Task>> ByName { get; }

    private Task Ingest(TriggerPayload payload, CancellationToken cancellation)
    {
        if (storage.NameInReturns(payload.Blob) is { } name)
        {
            return ingest.Run(name, cancellation);
        }

        // An event of another container, let through by a subscription without its filter.
        Log.BlobElsewhere(log, payload.Blob.AbsolutePath);
        return Task.CompletedTask;
    }

    private Task Refresh(TriggerPayload payload, CancellationToken cancellation)
    {
        if (payload.TryGetSlice(out var slice))
        {
            return refresh.Run(slice, cancellation);
        }

        return poison.Put(FunctionNames.RefreshSlice, payload.Message, "not a slice", cancellation);
    }
}
