using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The five-point trend marker of a council: <c>cannot-be-calculated</c>, <c>no-significant-change</c>, <c>increasing</c> or
/// <c>decreasing</c>, and what that means by the metric's polarity.</summary>
public sealed record PublishedRecentTrend(string Marker, string? Meaning, string? From, string? To, decimal? ChiSquare, string Method);

internal static class RecentTrends
{
    private const int SquarePlaces = 2;
    private const string Rule =
        "OHID trend marker (Fingertips): last five years in a row without a break; significant above 9.55 and the same sign whichever "
            + "year is left out. ";

    /// <summary>The marker of a run: shares of people by the Cochran-Armitage test, rates by least squares weighted by their
    /// intervals.</summary>
    public static PublishedRecentTrend Of(Metric metric, IReadOnlyList<(FinancialYear Year, CouncilFigure Figure)> run)
    {
        var shares = metric.Unit == MetricUnit.Percent;
        var marker = shares
            ? TrendMarker.OfProportions(run.Where(point => point.Figure.Interval is not null)
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
                : "Least squares weighted by the intervals."));
    }

    private static string? Meaning(RecentTrend trend, Polarity polarity) => (trend, polarity) switch
    {
        (RecentTrend.Increasing, Polarity.Higher) or (RecentTrend.Decreasing, Polarity.Lower) => Codes.Of(Verdict.Better),
        (RecentTrend.Increasing, Polarity.Lower) or (RecentTrend.Decreasing, Polarity.Higher) => Codes.Of(Verdict.Worse),
        _ => null,
    };
}
