using Benchmarking.Core.Comparing;

namespace Benchmarking.Core.Trending;

/// <summary>One council's short list for offers of support. <c>Metrics</c> are those on it with their direction; <c>NotJudged</c> are those
/// that are worse, but too short to have a direction: they are not known to be well.</summary>
public sealed record WorseningList(
    string Code, string Rule, IReadOnlyDictionary<string, PublishedSegment> Metrics, IReadOnlyList<string> NotJudged);

/// <summary>The red-red list: metrics on which a council is worse than its peers and getting worse. It is made for one council at a time;
/// no list of councils is made by it.</summary>
public static class WorseAndWorsening
{
    public const string Code = "worse-and-worsening";

    public const string Rule =
        "Worse than the median of the peers in the year asked for (by the verdict), and its own figures of the last unbroken run of at "
            + "least five years "
        + "up to that year move the worse way beyond chance (Mann-Kendall, two-sided, 5 % level).";

    public static bool IsWorse(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Subject?.Verdict == Verdict.Worse;
    }

    /// <summary>The list, of the trends of the metrics that are worse, each up to the year asked for.</summary>
    public static WorseningList Of(IReadOnlyList<MetricTrend> worse)
    {
        var last = worse.Where(trend => trend.Subject.Count > 0).Select(trend => (trend.Metric, Segment: trend.Subject[^1])).ToList();
        return new(
            Code, Rule,
            last.Where(pair => pair.Segment.Meaning == Verdict.Worse)
                .ToDictionary(pair => pair.Metric.Code, pair => TrendPublication.Publish(pair.Segment, pair.Metric.Decimals)),
            [.. last.Where(pair => pair.Segment.Direction == TrendDirection.TooFewPoints).Select(pair => pair.Metric.Code)]);
    }
}
