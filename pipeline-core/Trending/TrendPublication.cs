using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The one place where trends are rounded, half away from zero; or not, where full precision is asked for.</summary>
public static class TrendPublication
{
    private const int SharePlaces = 1;
    private const int ChancePlaces = 4;
    private const int CorrelationPlaces = 2;

    private const string Caution =
        "Each year stays close to the year before it by more than chance: years are not independent, and p is smaller than it should be.";

    private const string ShareOf = "Savings that have a category; not-stated is outside the shares.";

    private const string Method =
        "Mann-Kendall test, two-sided, 5 % level, decides the direction; Theil-Sen slope with Sen's 95 % interval. Under five years of an "
        + "unbroken series: too-few-points.";

    public static PublishedCategoryTrend Publish(CategoryTrend trend, Precision precision = Precision.Rounded) =>
        new(
            trend.IsOwn ? null : trend.PeerGroup, trend.Subject?.Council.Value, trend.Subject?.Name, Codes.Of(trend.Level), ShareOf,
            [.. trend.Years.Select(year => Publish(year, precision))], trend.Succession.Ended, trend.Succession.Begun);

    public static PublishedMetricTrend Publish(
        MetricTrend trend, ReferenceData reference, Precision precision = Precision.Rounded)
    {
        var metric = trend.Metric;
        var years = trend.Years.Select(year => (Traced: year, Comparison: Publication.Publish(year.Comparison, precision))).ToList();
        var succession = Succeeded(trend, reference);
        var last = years.Count == 0 ? null : years[^1].Comparison;
        var run = LastRun(trend);
        return new(
            metric.Code, metric.Label, Codes.Of(metric.Unit), Codes.Of(metric.Polarity), metric.Decimals, Codes.Of(trend.Status),
            last?.Basis ?? "cash", last?.BasisNote, last?.Subject?.Council, last?.Subject?.Name, last?.PeerGroup.Code,
            [.. metric.Breaks.Concat(trend.Years.SelectMany(year => year.Breaks).Select(each => each.Year)).Distinct().Order()
                .Select(year => year.ToString())],
            [.. years.Select(year => Publish(year.Comparison, year.Traced))],
            Last(trend.Subject, metric.Decimals, precision), Last(trend.PeersMedian, metric.Decimals, precision),
            [.. trend.Subject.Select(segment => Publish(segment, metric.Decimals, precision))],
            Method,
            last?.Subject is null ? null : RecentTrends.Of(metric, run, trend.Subject.Count == 0 ? null : trend.Subject[^1].Direction),
            TrendChange.Of(metric, run, reference), succession.Ended, succession.Begun);
    }

    // The subject's figures of its last unbroken run: those since the last series break before its last figure.
    private static List<(FinancialYear Year, CouncilFigure Figure)> LastRun(MetricTrend trend)
    {
        var years = trend.Years.ToList();
        var last = years.FindLastIndex(year => year.Comparison.Subject?.Figure.Value is not null);
        var first = last < 0 ? -1 : years.FindLastIndex(last, year => year.AfterBreak);
        return last < 0 ? [] : [.. years.Skip(Math.Max(0, first))
            .Where(year => year.Comparison.Subject is not null)
            .Select(year => (year.Year, year.Comparison.Subject!.Figure))];
    }

    private static Succession Succeeded(MetricTrend trend, ReferenceData reference) => trend.Years.Count == 0
        ? Succession.None
        : Succession.Of(
            trend.Years.SelectMany(year => year.Comparison.PeerGroup.Named), trend.Years[^1].Comparison.Subject?.Figure.Council,
            trend.Years[0].Year, trend.Years[^1].Year, reference.Councils);

    private static PublishedCategoryYear Publish(CategoryYear year, Precision precision) => new(
        year.Year.ToString(), Codes.Of(year.Status), year.Councils.Count, Slugs(year.Missing), Pounds(year.Total, precision),
        Rounding.Publish(year.Shift, SharePlaces, precision), Publish(year.Categories, precision),
        year.ConstantPanel is { } panel
            ? new(
                panel.Since.ToString(), Slugs(panel.Councils), Pounds(panel.Total, precision),
                Rounding.Publish(panel.Shift, SharePlaces, precision), Publish(panel.Categories, precision))
            : null,
        year.Breaks.Count > 0, Publish(year.Breaks));

    private static IReadOnlyList<PublishedBreak> Publish(IReadOnlyList<SeriesBreak> breaks) =>
        [.. breaks.Select(each => new PublishedBreak(each.Year.ToString(), Codes.Of(each.Reason), each.Words))];

    private static IReadOnlyList<PublishedCategory> Publish(IReadOnlyList<CategoryShare> categories, Precision precision) =>
        [.. categories.Select(line => new PublishedCategory(
            line.Category, line.Subcategory, line.Label, Pounds(line.Amount, precision),
            Rounding.Publish(line.Share, SharePlaces, precision), Rounding.Publish(line.ChangeInShare, SharePlaces, precision),
            line.Councils))];

    private static PublishedTrendYear Publish(PublishedComparison year, TrendYear traced) => new(
        year.Year, year.Subject?.Value, year.Subject?.State, year.Subject?.Band, year.Subject?.BandMeaning, year.Subject?.Verdict,
        year.Subject?.DecidedBy,
        year.Summary.Count, year.Summary.Missing, year.Summary.Suppressed, year.Summary.Median, year.Summary.Q1, year.Summary.Q3,
        traced.AfterBreak, traced.PeersAfterBreak, Publish(traced.Breaks), traced.Population)
    {
        Origin = year.Subject?.Origin,
        Publication = year.Subject?.Publication,
        Edition = year.Subject?.Edition,
        FiledValue = year.Subject?.FiledValue,
    };

    private static PublishedSegment? Last(IReadOnlyList<TrendSegment> segments, int decimals, Precision precision) =>
        segments.Count == 0 ? null : Publish(segments[^1], decimals, precision);

    internal static PublishedSegment Publish(TrendSegment segment, int decimals, Precision precision = Precision.Rounded)
    {
        decimal? Slope(decimal? value) => Rounding.Publish(value, decimals + Publication.SummaryPlaces, precision);
        return new(
            segment.From.ToString(), segment.To.ToString(), segment.Points, Codes.Of(segment.Direction),
            segment.Meaning == Verdict.NotCompared ? null : Codes.Of(segment.Meaning),
            Rounding.Publish(segment.P, ChancePlaces, precision), segment.Exact,
            Slope(segment.SlopePerYear), Slope(segment.SlopeInterval?.Lower), Slope(segment.SlopeInterval?.Upper),
            segment.Autocorrelation is { } own ? Rounding.Publish((decimal)own.Value, CorrelationPlaces, precision) : null,
            segment.Autocorrelation is { Matters: true } ? Caution : null);
    }

    private static decimal? Pounds(decimal? amount, Precision precision) => Rounding.Publish(amount, 0, precision);

    private static IReadOnlyList<string> Slugs(IReadOnlyList<CouncilCode> councils) => [.. councils.Select(council => council.Value)];
}
