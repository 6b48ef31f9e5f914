using Benchmarking.Core.Storing;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>Takes away slice versions that neither a served slice nor a kept snapshot names, and snapshots beyond those kept. A version
/// goes only when it has been unnamed for an hour and not been written for an hour: answers that began on it are over by then, and a
/// refresh under way that comes back to it has written its rows anew.</summary>
internal sealed class SweepVersions(
    SliceStore slices, SnapshotStore snapshots, TimeProvider clock, IOptions<BenchmarkingOptions> options, ILogger<SweepVersions> log)
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Returns how many versions went.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        // First what there is, then what is named: a version that comes between the two is not looked at.
        var there = await slices.Versions(cancellation);
        var named = await Named(cancellation);
        var before = await snapshots.Unnamed(cancellation);
        var now = clock.GetUtcNow();
        var unnamed = there.Where(version => !named.Contains(version))
            .ToDictionary(version => version, version => before.GetValueOrDefault(version, now));
        var swept = 0;
        foreach (var (version, since) in unnamed)
        {
            if (now - since >= Grace && await slices.Remove(version, now - Grace, cancellation))
            {
                unnamed.Remove(version);
                swept++;
            }
        }

        if (swept > 0 || !unnamed.Keys.ToHashSet().SetEquals(before.Keys))
        {
            await snapshots.SaveUnnamed(unnamed, cancellation);
            Log.Swept(log, swept, unnamed.Count);
        }

        return swept;
    }

    private async Task<HashSet<string>> Named(CancellationToken cancellation)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in await snapshots.KeepNewest(options.Value.SnapshotsKept, cancellation))
        {
            var kept = await snapshots.Find(id, cancellation)
                ?? throw new InvalidOperationException($"The manifest of snapshot {id} is gone from storage.");
            named.UnionWith(kept.Slices.Select(slice => $"{slice.Key}|{slice.Value}"));
        }

        named.UnionWith((await slices.All(cancellation)).Where(pointer => pointer.Version is not null)
            .Select(pointer => StorageKeys.ComparisonPartition(pointer.Key, pointer.Version!)));
        return named;
    }
}
