using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>One metric and status over years: the subject's figure against the quartiles of its peers, unrounded, and the direction of
/// both. A series break is not crossed: each unbroken run of years is a segment of its own, and the last one gives the direction. Years in
/// which nobody has a figure are there, without one.</summary>
public sealed record MetricTrend(
    Metric Metric,
    FigureStatus Status,
    IReadOnlyList<TrendYear> Years,
    IReadOnlyList<TrendSegment> Subject,
    IReadOnlyList<TrendSegment> PeersMedian);

/// <summary>A year of the trend with the <c>Breaks</c> between it and the year before it, of the subject's figures where there is a
/// subject, else of the peers'; <c>PeersAfterBreak</c> is of the peers' always. <c>Population</c> is what the subject's figure stands
/// on.</summary>
public sealed record TrendYear(Comparison Comparison, IReadOnlyList<SeriesBreak> Breaks, bool PeersAfterBreak, FigurePopulation? Population)
{
    public FinancialYear Year => Comparison.Year;

    /// <summary>True where the year cannot be compared with the year before it.</summary>
    public bool AfterBreak => Breaks.Count > 0;
}

/// <summary>An unbroken run of years that have a value. Mann–Kendall's two-sided <c>P</c> and the Theil–Sen <c>SlopePerYear</c> with its
/// interval are null where there are too few points; <c>Exact</c> says that P is from the permutations of the series.</summary>
public sealed record TrendSegment(
    FinancialYear From,
    FinancialYear To,
    int Points,
    TrendDirection Direction,
    Verdict Meaning,
    int? S,
    decimal? P,
    bool? Exact,
    decimal? SlopePerYear,
    Interval? SlopeInterval,
    Autocorrelation? Autocorrelation);

/// <summary>Whether a series rises or falls beyond chance, at the 5 % level.</summary>
public enum TrendDirection
{
    /// <summary>Under five points: with four, no series at all could be beyond chance.</summary>
    TooFewPoints,
    NoTrend,
    Rising,
    Falling,
}
