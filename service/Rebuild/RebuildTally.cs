using System.Collections.Concurrent;
using Benchmarking.Core.Publishing;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Rebuild;

/// <summary>What one batch of a rebuild has learnt: which slices its councils touch and what each must hold. What differs goes to storage
/// at once, before it is repaired: a batch that is cut off loses none of it.</summary>
internal sealed class RebuildTally(RebuildStore store, string run, string part)
{
    public ConcurrentDictionary<SliceKey, FigureDigest> Slices { get; } = new();

    public FigureDigest Slice(SliceKey key) => Slices.GetOrAdd(key, _ => new FigureDigest());

    public Task Drifted(IEnumerable<string> lines, CancellationToken cancellation) => store.AddDrift(run, part, lines, cancellation);

    /// <summary>The digests as they are written.</summary>
    public IReadOnlyDictionary<string, string> Digests() =>
        Slices.ToDictionary(slice => slice.Key.ToString(), slice => slice.Value.ToString());
}
