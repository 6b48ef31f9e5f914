using Azure;

namespace Benchmarking.Service.Storage;

/// <summary>Tells a storage account that does not answer from one that says no.</summary>
internal static class StorageOutage
{
    private const int NoAnswer = 0;

    /// <summary>Whether a call failed because nobody answered, too late or in distress: the same call may do better later.</summary>
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException { Status: NoAnswer or 429 or >= 500 } => true,
        AggregateException all => all.InnerExceptions.Count > 0 && all.InnerExceptions.All(Is),

        // The client gave a try up after its time. Whoever has left is answered nothing anyway.
        TaskCanceledException { Source: "Azure.Core" } => true,
        _ => false,
    };
}
