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
    public static MetricTrend Trace(Metric metric, FigureStatus status, IEnumerable<Comparison> comparisons, ReferenceData reference)
    {
        List<Comparison> ordered =
            [.. comparisons.Where(c => c.Metric.Code == metric.Code && c.Status == status).OrderBy(c => c.Year)];
        var years = ordered.Select((comparison, i) => Year(metric, i == 0 ? null : ordered[i - 1], comparison, reference)).ToList();
        return new(
            metric, status, years,
            Segments(metric, years.Select(year => (year.AfterBreak, year.Year, year.Comparison.Subject?.Figure.Value))),
            Segments(metric, years.Select(year => (year.PeersAfterBreak, year.Year, year.Comparison.Summary.Quartiles?.Median))));
    }

    private static TrendYear Year(Metric metric, Comparison? before, Comparison now, ReferenceData reference)
    {
        var peers = before is null ? [] : SeriesBreaks.Of(metric, before.PeerGroup, now.PeerGroup, reference);
        return now.Subject is not { } subject
            ? new(now, peers, peers.Count > 0, null)
            : new(
                now,
                before is null ? [] : SeriesBreaks.Of(metric, subject.Figure.Council, before.Year, now.Year, reference),
                peers.Count > 0,
                FigurePopulation.Of(metric, subject.Figure, now.Year, reference));
    }

    private static List<TrendSegment> Segments(Metric metric, IEnumerable<(bool AfterBreak, FinancialYear Year, decimal? Value)> series)
    {
        var runs = new List<List<(FinancialYear Year, decimal Value)>> { new() };
        foreach (var (afterBreak, year, value) in series)
        {
            if (afterBreak)
            {
                runs.Add([]);
            }

            if (value is { } number)
            {
                runs[^1].Add((year, number));
            }
        }

        return [.. runs.Where(run => run.Count > 0).Select(run => Segment(metric.Polarity, run))];
    }

    private static TrendSegment Segment(Polarity polarity, List<(FinancialYear Year, decimal Value)> run)
    {
        var (from, to) = (run[0].Year, run[^1].Year);
        if (run.Count < FewestPoints)
        {
            return new(from, to, run.Count, TrendDirection.TooFewPoints, Verdict.NotCompared, null, null, null, null, null, null);
        }

        var test = MannKendall.Of([.. run.Select(point => point.Value)]);
        List<(decimal Time, decimal Value)> points = [.. run.Select(point => ((decimal)point.Year.StartYear, point.Value))];
        var slope = TheilSen.Slope(points)!.Value;
        var direction = test.P >= Significance ? TrendDirection.NoTrend
            : test.S > 0 ? TrendDirection.Rising
            : TrendDirection.Falling;
        return new(
            from, to, run.Count, direction, Meaning(direction, polarity), test.S, (decimal)test.P, test.PExact is not null, slope,
            TheilSen.Interval(points), Autocorrelation.Of(points, slope));
    }

    private static Verdict Meaning(TrendDirection direction, Polarity polarity) => direction switch
    {
        TrendDirection.Rising => Verdicts.Off(above: true, polarity),
        TrendDirection.Falling => Verdicts.Off(above: false, polarity),
        _ => Verdict.NotCompared,
    };
}
