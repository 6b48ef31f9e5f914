using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;

namespace Benchmarking.Core.Trending;

/// <summary>How what councils filed as projected turned out against what they later filed as actual. <c>meanError</c> is actual less
/// projected, so that below 0 they promised more than came; <c>meanAbsoluteError</c> leaves the sign out; the percentage is of the actual
/// figure.</summary>
public sealed record PublishedFiledProjections(
    int Cases,
    decimal? MeanError,
    decimal? MeanAbsoluteError,
    decimal? MeanAbsolutePercentageError,
    int Above,
    int Below,
    IReadOnlyList<PublishedFiledProjection> Figures);

public sealed record PublishedFiledProjection(string Year, string Council, string Name, decimal Projected, decimal Actual, decimal Error);

/// <summary>Holds projected figures against actual ones of the same council and year.</summary>
public static class FiledProjections
{
    private const int PercentagePlaces = 1;

    /// <summary>Comparisons of one metric, projected and actual, each over the peers of its year.</summary>
    public static PublishedFiledProjections Of(IReadOnlyList<Comparison> projected, IReadOnlyList<Comparison> actual)
    {
        var pairs = projected.Join(actual, p => p.Year, a => a.Year, (p, a) => (Projected: p, Actual: a))
            .OrderBy(pair => pair.Projected.Year)
            .SelectMany(pair => Figures(pair.Projected).Join(
                Figures(pair.Actual), figure => figure.Council, figure => figure.Council,
                (p, a) => (pair.Projected.Year, p.Council, p.Name, Projected: p.Value!.Value, Actual: a.Value!.Value)))
            .ToList();
        var places = projected.Concat(actual).FirstOrDefault()?.Metric.Decimals ?? 0;
        decimal? Average(IEnumerable<decimal> values, int decimals) => Rounding.Publish(Averages.Mean([.. values]), decimals);
        return new(
            pairs.Count,
            Average(pairs.Select(pair => pair.Actual - pair.Projected), places + Publication.SummaryPlaces),
            Average(pairs.Select(pair => Math.Abs(pair.Actual - pair.Projected)), places + Publication.SummaryPlaces),
            Average(pairs.Where(pair => pair.Actual != 0).Select(pair => 100 * Math.Abs((pair.Actual - pair.Projected) / pair.Actual)),
                PercentagePlaces),
            pairs.Count(pair => pair.Actual > pair.Projected), pairs.Count(pair => pair.Actual < pair.Projected),
            [.. pairs.Select(pair => new PublishedFiledProjection(
                pair.Year.ToString(), pair.Council.Value, pair.Name, Rounding.Publish(pair.Projected, places),
                Rounding.Publish(pair.Actual, places),
                Rounding.Publish(pair.Actual - pair.Projected, places)))]);
    }

    private static IEnumerable<CouncilFigure> Figures(Comparison comparison) =>
        comparison.Councils.Concat(comparison.Subject is { } subject ? [subject.Figure] : [])
            .Where(figure => figure.Value is not null).DistinctBy(figure => figure.Council).OrderBy(figure => figure.Council);
}
