using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core;

/// <summary>The walk of one slice: all councils' observations of a metric, year and status, filed and
/// published → one figure a council, in canonical order → one summary for
/// each named group → a version made of the content. The same observations always make the same version.</summary>
public static class RefreshPipeline
{
    public static Slice Refresh(
        SliceKey key, IEnumerable<Observation> filed, IEnumerable<Observation> published, ReferenceData reference)
    {
        var ordered = Origins.Together(filed, published);
        var summaries = SliceSummaries.Of(key, ordered, reference);
        return SliceCodec.Make(key, ordered, summaries);
    }
}
