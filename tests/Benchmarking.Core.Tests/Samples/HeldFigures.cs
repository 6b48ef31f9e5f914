using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Checking.Datasets;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>Every figure of the datasets that ship, by metric, over all councils of each year.</summary>
internal static class HeldFigures
{
    private static readonly ReferenceData Reference = ReferenceData.Current;

    private static readonly Lazy<ILookup<string, Observation>> Observed = new(() => Dataset.Shipped.SelectMany(Read)
        .ToLookup(figure => figure.Metric, StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<MetricTrend>> Traced = new(() =>
        [.. Observed.Value.OrderBy(figures => figures.Key, StringComparer.Ordinal).Select(figures => Trace([.. figures]))]);

    /// <summary>One for each metric, of which years between those held are there without figures.</summary>
    public static IReadOnlyList<MetricTrend> Trends => Traced.Value;

    /// <summary>The years of every metric that have figures.</summary>
    public static IEnumerable<Comparison> Comparisons =>
        Trends.SelectMany(trend => trend.Years).Select(year => year.Comparison).Where(comparison => comparison.Summary.Count > 0);

    /// <summary>The same metric and year over other peers.</summary>
    public static Comparison Compare(Metric metric, FinancialYear year, string peers, CouncilCode subject) => Comparer.Compare(
        metric, year, FigureStatus.Actual, [.. Observed.Value[metric.Code].Where(figure => figure.Year == year)],
        PeerGroups.Of(Reference).Find(peers, year, subject).Group!);

    private static MetricTrend Trace(IReadOnlyList<Observation> figures)
    {
        var metric = Reference.Metrics.Find(figures[0].Metric)!;
        var (first, last) = (figures.Min(figure => figure.Year).StartYear, figures.Max(figure => figure.Year).StartYear);
        var byYear = figures.ToLookup(figure => figure.Year);
        return MetricTrends.Trace(
            metric, FigureStatus.Actual,
            Enumerable.Range(first, last - first + 1).Select(start => new FinancialYear(start)).Select(year => Comparer.Compare(
                metric, year, FigureStatus.Actual, [.. byYear[year]], PeerGroups.Of(Reference).Find("all", year).Group!)),
            Reference);
    }

    private static IReadOnlyList<Observation> Read(string file)
    {
        var result = Dataset.Check(file);
        return PublishedFigures.Observe(result, Reference.Datasets.Find(result.Path!.Dataset)!, file, Reference);
    }
}
