using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The one place where trends are rounded, half away from zero.</summary>
public static class TrendPublication
{
    private const int SharePlaces = 1;
    private const int ChancePlaces = 4;
    private const string ShareOf = "Savings that have a category; not-stated is outside the shares.";

    private const string Method =
        "Mann-Kendall test, two-sided, 5 % level; Theil-Sen slope. Under five years of an unbroken series: too-few-points.";

    public static PublishedCategoryTrend Publish(CategoryTrend trend) =>
        new(trend.PeerGroup, Codes.Of(trend.Level), ShareOf, [.. trend.Years.Select(Publish)]);

    public static PublishedMetricTrend Publish(MetricTrend trend, ReferenceData reference)
    {
        var metric = trend.Metric;
        var years = trend.Years.Select(year => (year.AfterBreak, Comparison: Publication.Publish(year.Comparison))).ToList();
        var last = years.Count == 0 ? null : years[^1].Comparison;
        var run = LastRun(trend);
        return new(
            metric.Code, metric.Label, Codes.Of(metric.Unit), Codes.Of(metric.Polarity), metric.Decimals, Codes.Of(trend.Status),
            last?.Basis ?? "cash", last?.BasisNote, last?.Subject?.Council, last?.PeerGroup.Code,
            [.. metric.Breaks.Select(year => year.ToString())],
            [.. years.Select(year => Publish(year.Comparison, year.AfterBreak))],
            Last(trend.Subject, metric.Decimals), Last(trend.PeersMedian, metric.Decimals),
            [.. trend.Subject.Select(segment => Publish(segment, metric.Decimals))],
            Method,
            last?.Subject is null ? null : RecentTrends.Of(metric, run), TrendChange.Of(metric, run, reference));
    }

    // The subject's figures of its last unbroken run: those since the last series break before its last figure.
    private static List<(FinancialYear Year, CouncilFigure Figure)> LastRun(MetricTrend trend)
    {
        int Breaks(FinancialYear year) => trend.Metric.Breaks.Count(b => b <= year);
        var last = trend.Years.LastOrDefault(year => year.Comparison.Subject?.Figure.Value is not null);
        return last is null ? [] : [.. trend.Years
            .Where(year => year.Comparison.Subject is not null && Breaks(year.Year) == Breaks(last.Year))
            .Select(year => (year.Year, year.Comparison.Subject!.Figure))];
    }

    private static PublishedCategoryYear Publish(CategoryYear year) => new(
        year.Year.ToString(), Codes.Of(year.Status), year.Councils.Count, Slugs(year.Missing), Pounds(year.Total),
        Rounding.Publish(year.Shift, SharePlaces), Publish(year.Categories),
        year.ConstantPanel is { } panel
            ? new(panel.Since.ToString(), Slugs(panel.Councils), Pounds(panel.Total), Rounding.Publish(panel.Shift, SharePlaces), Publish(panel.Categories))
            : null);

    private static IReadOnlyList<PublishedCategory> Publish(IReadOnlyList<CategoryShare> categories) =>
        [.. categories.Select(line => new PublishedCategory(
            line.Category, line.Subcategory, line.Label, Pounds(line.Amount),
            Rounding.Publish(line.Share, SharePlaces), Rounding.Publish(line.ChangeInShare, SharePlaces), line.Councils))];

    private static PublishedTrendYear Publish(PublishedComparison year, bool afterBreak) => new(
        year.Year, year.Subject?.Value, year.Subject?.State, year.Subject?.Band, year.Subject?.BandMeaning, year.Subject?.Verdict,
        year.Summary.Count, year.Summary.Missing, year.Summary.Suppressed, year.Summary.Median, year.Summary.Q1, year.Summary.Q3, afterBreak);

    private static PublishedSegment? Last(IReadOnlyList<TrendSegment> segments, int decimals) =>
        segments.Count == 0 ? null : Publish(segments[^1], decimals);

    internal static PublishedSegment Publish(TrendSegment segment, int decimals) => new(
        segment.From.ToString(), segment.To.ToString(), segment.Points, Codes.Of(segment.Direction),
        segment.Meaning == Verdict.NotCompared ? null : Codes.Of(segment.Meaning),
        Rounding.Publish(segment.P, ChancePlaces), segment.Exact,
        Rounding.Publish(segment.SlopePerYear, decimals + Publication.SummaryPlaces));

    private static decimal Pounds(decimal amount) => Rounding.Publish(amount, 0);

    private static IReadOnlyList<string> Slugs(IReadOnlyList<CouncilCode> councils) => [.. councils.Select(council => council.Value)];
}
