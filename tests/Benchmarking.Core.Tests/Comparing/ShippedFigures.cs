using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Normalising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Every metric, year and status of the shipped returns, over all councils of the year.</summary>
internal static class ShippedFigures
{
    private static readonly Lazy<IReadOnlyList<Comparison>> Once = new(Read);

    public static IReadOnlyList<Comparison> All => Once.Value;

    public static IEnumerable<Comparison> Actual => All.Where(comparison => comparison.Status == FigureStatus.Actual);

    private static IReadOnlyList<Comparison> Read()
    {
        var groups = new PeerGroups(PeerSources.Of(ReferenceData.Current));
        return
        [
            .. SampleObservationTests.All()
                .Where(figure => ReferenceData.Current.Metrics.Find(figure.Metric) is not null)
                .GroupBy(figure => (figure.Metric, figure.Year, figure.Status))
                .Select(slice => Comparer.Compare(
                    ReferenceData.Current.Metrics.Find(slice.Key.Metric)!, slice.Key.Year, slice.Key.Status, [.. slice],
                    groups.Find("all", slice.Key.Year, null).Group!)),
        ];
    }
}
