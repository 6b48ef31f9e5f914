using Benchmarking.Core.Statistics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>One metric, year and status over a peer group, unrounded; <see cref="Publication"/> rounds it. Councils stand in the order of
/// their codes: no order of merit is made. <c>Spread</c> is null where it cannot be told how councils differ beyond chance,
/// <c>RealTerms</c> where money is in cash, or the metric is not money.</summary>
public sealed record Comparison(
    Metric Metric,
    FinancialYear Year,
    FigureStatus Status,
    RealTerms? RealTerms,
    PeerGroup PeerGroup,
    ComparisonSummary Summary,
    SubjectPosition? Subject,
    IReadOnlyList<CouncilFigure> Councils,
    GroupSpread? Spread);

/// <summary>What the values of a group come to. <c>Missing</c> are the members without a number, <c>Suppressed</c> those whose number is
/// withheld; neither counts anywhere. <c>Quartiles</c> are null under four values and everything else is null where there is nothing to
/// make it from.</summary>
public sealed record ComparisonSummary(
    int Count,
    IReadOnlyList<CouncilCode> Missing,
    IReadOnlyList<CouncilCode> Suppressed,
    decimal? Mean,
    PooledRatio? Pooled,
    decimal? Median,
    Quartiles? Quartiles,
    CommonestValue Commonest,
    decimal? Min,
    decimal? Max,
    decimal? StandardDeviation);

/// <summary>One council's figure and the quarter of the group it lies in.</summary>
public sealed record CouncilFigure(
    CouncilCode Council,
    string Name,
    ValueState State,
    decimal? Value,
    QuartileBand? Band,
    FigureInterval? Interval,
    string? Basis,
    decimal? Numerator,
    decimal? Denominator,
    IReadOnlyList<ObservationSource> Sources)
{
    /// <summary>The publication that the figure is of; null where the council filed it, and where there is none.</summary>
    public PublishedIn? Published { get; init; }

    /// <summary>The council's own figure, where one was filed and the published one is served.</summary>
    public decimal? FiledValue { get; init; }
}

/// <summary>Where the subject stands against the group: percentile by mid-rank from the lowest values up, the decision against the median,
/// and the modified z-score (null under four values or without spread). An outlier has a score over 3.5 and differs by the
/// decision.</summary>
public sealed record SubjectPosition(
    CouncilFigure Figure,
    decimal? Percentile,
    Decision Decision,
    RagRating Rag,
    decimal? ModifiedZ)
{
    public Verdict Verdict => Decision.Verdict;

    public bool? Outlier => ModifiedZ is { } z ? Decision.IsDifferent && Statistics.ModifiedZ.IsOutlier(z) : null;
}
