namespace Benchmarking.Service.Work;

/// <summary>The functions by name, and the queues that a Functions host makes for what they could not do.</summary>
internal static class FunctionNames
{
    public const string IngestReturn = nameof(IngestReturn);

    public const string IngestDataset = nameof(IngestDataset);

    public const string RefreshSlice = nameof(RefreshSlice);

    public const string RefreshBenchmarks = nameof(RefreshBenchmarks);

    public const string ReconcileReturns = nameof(ReconcileReturns);

    public const string RecordBlobPoison = nameof(RecordBlobPoison);

    public const string RecordSlicePoison = nameof(RecordSlicePoison);

    public const string StartRebuild = nameof(StartRebuild);

    public const string RecordRebuildPoison = nameof(RecordRebuildPoison);

    /// <summary>Where the Functions host puts the name of a blob that could not be ingested.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";

    /// <summary>Where the Functions host puts a message of the stale slices' queue that could not be worked off.</summary>
    public const string SlicePoisonQueue = Storage.StorageClients.StaleSlicesQueue + "-poison";

    /// <summary>Where the Functions host puts a request for a rebuild that could not be started.</summary>
    public const string RebuildPoisonQueue = Storage.StorageClients.RebuildRequestsQueue + "-poison";

    /// <summary>After so many failures a piece of work is put aside.</summary>
    public const int Tries = 5;
}
