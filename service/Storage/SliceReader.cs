using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Storage;

/// <summary>Reads slices for answers: a pointer at most a second old, and an immutable version that is read once.</summary>
internal sealed class SliceReader(SliceStore slices, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private (ILookup<string, FinancialYear> Years, DateTimeOffset Until)? years;

    /// <summary>The slice served now, with its pointer; no slice where nothing has ever been published under the key.</summary>
    public async Task<(SlicePointer Pointer, Slice? Slice)> Served(SliceKey key, CancellationToken cancellation)
    {
        var pointer = await slices.RecentPointer(key, cancellation);
        var slice = pointer.Version is { } version ? await slices.Load(key, version, cancellation) : null;
        return (pointer, slice);
    }

    /// <summary>One version of a slice whether it is served or not; null where its rows are not there (any more).</summary>
    public Task<Slice?> Pinned(SliceKey key, string version, CancellationToken cancellation) => slices.Find(key, version, cancellation);

    /// <summary>The slices of one metric, over years and statuses, as served now.</summary>
    public Task<IReadOnlyList<SlicePointer>> OfMetric(string metric, CancellationToken cancellation) =>
        slices.OfMetric(metric, cancellation);

    /// <summary>The years in which each metric has figures.</summary>
    public async Task<ILookup<string, FinancialYear>> YearsByMetric(CancellationToken cancellation)
    {
        if (years is { } known && known.Until > clock.GetUtcNow())
        {
            return known.Years;
        }

        var found = (await slices.All(cancellation)).Where(pointer => pointer.Councils > 0)
            .ToLookup(pointer => pointer.Key.Metric, pointer => pointer.Key.Year);
        years = (found, clock.GetUtcNow() + Remembered);
        return found;
    }
}
