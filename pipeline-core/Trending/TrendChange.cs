using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>How many times the first rate or share of an unbroken run the last one is, and how much more, each with its 95 % interval; the
/// difference in the metric's unit. <c>Counts</c> are those of
/// the two years; <c>CountsAre</c> is <c>filed</c>, or <c>implied</c> where a rate was filed alone and the area's population makes it a
/// count.</summary>
public sealed record PublishedChange(
    string From, string To, decimal Ratio, decimal Lower, decimal Upper,
    decimal Difference, decimal DifferenceLower, decimal DifferenceUpper,
    IReadOnlyList<decimal> Counts, IReadOnlyList<decimal> Denominators, string CountsAre, string Method);

/// <summary>Compares the ends of a run of years: by chance alone, figures of few people differ from year to year.</summary>
internal static class TrendChange
{
    private const int RatioPlaces = 3;

    /// <summary>Null under two years with counts, where a count is 0, and for figures that count no people.</summary>
    public static PublishedChange? Of(Metric metric, IReadOnlyList<(FinancialYear Year, CouncilFigure Figure)> run, ReferenceData reference)
    {
        var counted = run.Where(point => point.Figure.Value is not null).ToList();
        if (!metric.CountsPeople || counted.Count < 2
            || Counts(metric, counted[0], counted[^1].Year, reference) is not { } first
            || Counts(metric, counted[^1], counted[^1].Year, reference) is not { } last)
        {
            return null;
        }

        var rates = metric.IsRate;
        var ratio = rates ? Ratios.RateRatio(last.X, last.N, first.X, first.N) : Proportions.RiskRatio(last.X, last.N, first.X, first.N);
        var (difference, limits) =
            rates ? Ratios.RateDifference(last.X, last.N, first.X, first.N) : Proportions.Difference(last.X, last.N, first.X, first.N);
        decimal InUnit(decimal value) => Rounding.Publish(value * Comparer.Per(metric), metric.Decimals + Publication.SummaryPlaces);
        return ratio is not { } found ? null : new(
            counted[0].Year.ToString(), counted[^1].Year.ToString(),
            Rounding.Publish(found.Value, RatioPlaces), Rounding.Publish(found.Interval.Lower, RatioPlaces),
            Rounding.Publish(found.Interval.Upper, RatioPlaces),
            InUnit(difference), InUnit(limits.Lower), InUnit(limits.Upper),
            [first.X, last.X], [first.N, last.N], first.Implied || last.Implied ? "implied" : "filed",
            rates ? "Rate ratio of the last to the first year, log-normal interval, 95 %; rate difference by Newcombe's method 10."
                : "Risk ratio of the last to the first year, log-normal interval, 95 %; difference by Newcombe's method 10.");
    }

    // Implied counts of both ends are of the population of the last year, so that the run stands on one.
    private static (decimal X, decimal N, bool Implied)? Counts(
        Metric metric, (FinancialYear Year, CouncilFigure Figure) point, FinancialYear asOf, ReferenceData reference) =>
        point.Figure is { Numerator: { } x, Denominator: > 0 and { } n }
            && (metric.IsRate || (metric.Unit == MetricUnit.Percent && x <= n)) ? (x, n, false)
        : metric is { IsRate: true, Population: { } feature }
            && reference.Councils.Find(point.Figure.Council, asOf) is { } council
                && reference.Areas.Find(council, feature, asOf) is { } population
        ? (ImpliedCount.Of(metric, point.Figure.Value!.Value, population), population, true)
        : null;
}
