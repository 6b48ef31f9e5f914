using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>Makes metric trends of comparisons, one for each year.</summary>
public static class MetricTrends
{
    /// <summary>Under this number of points there is no test.</summary>
    public const int FewestPoints = 5;

    private const double Significance = 0.05;

    /// <summary>The trend of a metric over comparisons of one status, each with the peers of its year. Years may be missing between them:
    /// the slope counts years, not points.</summary>
    public static MetricTrend Trace(Metric metric, FigureStatus status, IEnumerable<Comparison> comparisons)
    {
        List<Comparison> ordered =
            [.. comparisons.Where(c => c.Metric.Code == metric.Code && c.Status == status).OrderBy(c => c.Year)];
        var years = ordered
            .Select((c, i) => new TrendYear(c, i > 0 && metric.Breaks.Any(b => b > ordered[i - 1].Year && b <= c.Year)))
            .ToList();
        return new(
            metric, status, years,
            Segments(metric, ordered.Select(c => (c.Year, c.Subject?.Figure.Value))),
            Segments(metric, ordered.Select(c => (c.Year, c.Summary.Quartiles?.Median))));
    }

    private static List<TrendSegment> Segments(Metric metric, IEnumerable<(FinancialYear Year, decimal? Value)> series) =>
        [.. series
            .Where(point => point.Value is not null)
            .GroupBy(point => metric.Breaks.Count(b => b <= point.Year), point => (point.Year, Value: point.Value!.Value))
            .Select(run => Segment(metric.Polarity, [.. run]))];

    private static TrendSegment Segment(Polarity polarity, IReadOnlyList<(FinancialYear Year, decimal Value)> run)
    {
        var (from, to) = (run[0].Year, run[^1].Year);
        if (run.Count < FewestPoints)
        {
            return new(from, to, run.Count, TrendDirection.TooFewPoints, Verdict.NotCompared, null, null, null, null);
        }

        var test = MannKendall.Of([.. run.Select(point => point.Value)]);
        var slope = TheilSen.Slope([.. run.Select(point => ((decimal)point.Year.StartYear, point.Value))]);
        var direction = test.P >= Significance ? TrendDirection.NoTrend
            : test.S > 0 ? TrendDirection.Rising
            : TrendDirection.Falling;
        return new(from, to, run.Count, direction, Meaning(direction, polarity), test.S, (decimal)test.P, test.PExact is not null, slope);
    }

    private static Verdict Meaning(TrendDirection direction, Polarity polarity) => (direction, polarity) switch
    {
        (TrendDirection.NoTrend or TrendDirection.TooFewPoints, _) => Verdict.NotCompared,
        (TrendDirection.Rising, Polarity.Higher) or (TrendDirection.Falling, Polarity.Lower) => Verdict.Better,
        (TrendDirection.Rising, Polarity.Lower) or (TrendDirection.Falling, Polarity.Higher) => Verdict.Worse,
        (TrendDirection.Rising, _) => Verdict.Higher,
        _ => Verdict.Lower,
    };
}
