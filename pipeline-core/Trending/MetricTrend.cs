using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>One metric and status over years: the subject's figure against the quartiles of its peers, unrounded, and the direction of both.
/// A series break is not crossed: each unbroken run of years is a segment of its own, and the last one gives the direction.</summary>
public sealed record MetricTrend(
    Metric Metric,
    FigureStatus Status,
    IReadOnlyList<TrendYear> Years,
    IReadOnlyList<TrendSegment> Subject,
    IReadOnlyList<TrendSegment> PeersMedian);

/// <summary>A year of the trend; <c>AfterBreak</c> says that it cannot be compared with the year before it.</summary>
public sealed record TrendYear(Comparison Comparison, bool AfterBreak)
{
    public FinancialYear Year => Comparison.Year;
}

/// <summary>An unbroken run of years that have a value. Mann–Kendall's two-sided <c>P</c> and the Theil–Sen <c>SlopePerYear</c> are null where
/// there are too few points; <c>Exact</c> says that P is from the permutations of the series.</summary>
public sealed record TrendSegment(
    FinancialYear From,
    FinancialYear To,
    int Points,
    TrendDirection Direction,
    Verdict Meaning,
    int? S,
    decimal? P,
    bool? Exact,
    decimal? SlopePerYear);

/// <summary>Whether a series rises or falls beyond chance, at the 5 % level.</summary>
public enum TrendDirection
{
    /// <summary>Under five points: with four, no series at all could be beyond chance.</summary>
    TooFewPoints,
    NoTrend,
    Rising,
    Falling,
}
