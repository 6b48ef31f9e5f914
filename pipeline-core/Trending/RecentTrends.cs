using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The five-point trend marker of a council: <c>cannot-be-calculated</c>, <c>no-significant-change</c>, <c>increasing</c> or
/// <c>decreasing</c>, and what that means by the metric's polarity. <c>agrees</c> says whether the direction says the same, null where one
/// of the two cannot be told; <c>note</c> says which of them decides and why they can differ.</summary>
public sealed record PublishedRecentTrend(string Marker, string? Meaning, string? From, string? To, decimal? ChiSquare, string Method,
    bool? Agrees, string Note);

internal static class RecentTrends
{
    private const int SquarePlaces = 2;
    private const string Rule =
        "OHID trend marker (Fingertips): last five years in a row without a break; significant above 9.55 and the same sign whichever "
            + "year is left out. ";

    private const string Note =
        "The direction decides: Mann-Kendall over the whole unbroken run, by the order of the years' values alone. The marker asks whether "
        + "the last five years differ by more than the chance in their counts. With many people it sees changes that are within a "
        + "council's usual ups and downs; with few it misses a steady one; and it sees five years only.";

    /// <summary>The marker of a run: shares of people by the Cochran-Armitage test, rates by least squares weighted by their
    /// intervals.</summary>
    public static PublishedRecentTrend Of(
        Metric metric, IReadOnlyList<(FinancialYear Year, CouncilFigure Figure)> run, TrendDirection? direction)
    {
        // A survey's interval is published without the counts that a test of proportions needs.
        var shares = metric.Unit == MetricUnit.Percent && run.Any(point => point.Figure.Numerator is not null);
        var marker = shares
            ? TrendMarker.OfProportions(run.Where(point => point.Figure is { Interval: not null, Numerator: not null,
                Denominator: not null })
                .Select(point =>
                    new MarkerProportion(point.Year.StartYear, point.Figure.Numerator!.Value, point.Figure.Denominator!.Value)))
            : TrendMarker.OfIntervals(run.Where(point => point.Figure.Interval is not null)
                .Select(point => new MarkerValue(point.Year.StartYear, point.Figure.Value!.Value, point.Figure.Interval!.Limits)));
        var last = run.Where(point => point.Figure.Interval is not null).TakeLast(TrendMarker.Points).ToList();
        var known = marker.Trend != RecentTrend.CannotBeCalculated;
        return new(
            Codes.Of(marker.Trend), Meaning(marker.Trend, metric.Polarity), known ? last[0].Year.ToString() : null,
            known ? last[^1].Year.ToString() : null,
            marker.ChiSquare is { } square ? Rounding.Publish((decimal)square, SquarePlaces) : null,
            Rule + (!known ? "Figures without counts have no interval and no marker."
                : shares ? "Cochran-Armitage test."
                : "Least squares weighted by the intervals."),
            known && direction is { } decided and not TrendDirection.TooFewPoints ? Counterpart(marker.Trend) == decided : null,
            Note);
    }

    private static TrendDirection Counterpart(RecentTrend trend) => trend switch
    {
        RecentTrend.Increasing => TrendDirection.Rising,
        RecentTrend.Decreasing => TrendDirection.Falling,
        _ => TrendDirection.NoTrend,
    };

    // A metric of which neither more nor less is better has a marker without a meaning.
    private static string? Meaning(RecentTrend trend, Polarity polarity) =>
        polarity == Polarity.Neutral || trend is not (RecentTrend.Increasing or RecentTrend.Decreasing)
            ? null
            : Codes.Of(Verdicts.Off(trend == RecentTrend.Increasing, polarity));
}
