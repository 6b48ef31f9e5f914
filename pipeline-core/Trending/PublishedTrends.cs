using Benchmarking.Core.Comparing;

namespace Benchmarking.Core.Trending;

/// <summary>A category trend as every answer shows it: codes, whole pounds, and shares and their changes to one decimal. <c>council</c> and
/// <c>name</c> are those asked about; where <c>peers</c> is null the figures are that council's own.</summary>
public sealed record PublishedCategoryTrend(
    string? Peers, string? Council, string? Name, string Level, string ShareOf, IReadOnlyList<PublishedCategoryYear> Years,
    IReadOnlyList<PublishedEnd> Ended, IReadOnlyList<PublishedBeginning> Begun);

/// <summary>A year of it; <c>councils</c> counts those with a figure, <c>missing</c> names the others, <c>shift</c> is half the sum of the
/// changes in percentage points without their signs. <c>total</c> is null where nobody has a figure.</summary>
public sealed record PublishedCategoryYear(
    string Year,
    string Status,
    int Councils,
    IReadOnlyList<string> Missing,
    decimal? Total,
    decimal? Shift,
    IReadOnlyList<PublishedCategory> Categories,
    PublishedConstantPanel? ConstantPanel,
    bool AfterBreak,
    IReadOnlyList<PublishedBreak> Breaks);

/// <summary>Why a year cannot be compared with that before it: <c>definition</c>, <c>area</c> or <c>population</c>, and a
/// sentence.</summary>
public sealed record PublishedBreak(string Year, string Reason, string Words);

/// <summary>A category's amount in £, share in per cent, change of share in percentage points and councils that filed an amount in
/// it.</summary>
public sealed record PublishedCategory(
    string Category, string? Subcategory, string Label, decimal? Amount, decimal? Share, decimal? ChangeInShare, int Councils);

/// <summary>The same over the councils that have a figure in <c>since</c> too, by slug.</summary>
public sealed record PublishedConstantPanel(
    string Since, IReadOnlyList<string> Councils, decimal? Total, decimal? Shift, IReadOnlyList<PublishedCategory> Categories);

/// <summary>A metric trend as every answer shows it, rounded as comparisons are. <c>direction</c> and <c>peersDirection</c> are those of
/// the last unbroken run of years; <c>segments</c> holds all runs. <c>breaks</c> are the years that cannot be compared with the year
/// before. <c>recentTrend</c> and <c>change</c> are of the council's last unbroken run, null without a council; counts of people only have
/// a change.</summary>
public sealed record PublishedMetricTrend(
    string Metric,
    string Label,
    string Unit,
    string Polarity,
    int Decimals,
    string Status,
    string Basis,
    string? BasisNote,
    string? Council,
    string? Name,
    string? Peers,
    IReadOnlyList<string> Breaks,
    IReadOnlyList<PublishedTrendYear> Years,
    PublishedSegment? Direction,
    PublishedSegment? PeersDirection,
    IReadOnlyList<PublishedSegment> Segments,
    string Method,
    PublishedRecentTrend? RecentTrend,
    PublishedChange? Change,
    IReadOnlyList<PublishedEnd> Ended,
    IReadOnlyList<PublishedBeginning> Begun);

/// <summary>A year: the subject's value with its state, band and verdict (and what decided it), the peers' median and quartiles, and how
/// many they are. <c>breaks</c> are why it cannot be compared with the year before, <c>peersAfterBreak</c> whether the peers' median
/// cannot; <c>population</c> is what the value stands on.</summary>
public sealed record PublishedTrendYear(
    string Year,
    decimal? Value,
    string? State,
    int? Band,
    string? BandMeaning,
    string? Verdict,
    string? DecidedBy,
    int Count,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Suppressed,
    decimal? Median,
    decimal? Q1,
    decimal? Q3,
    bool AfterBreak,
    bool PeersAfterBreak,
    IReadOnlyList<PublishedBreak> Breaks,
    FigurePopulation? Population)
{
    /// <summary>Whose the value is: <c>filed</c> by the council, or <c>published</c> in an edition of a publication.</summary>
    public string? Origin { get; init; }

    public string? Publication { get; init; }

    public string? Edition { get; init; }

    /// <summary>The council's own figure beside the published one.</summary>
    public decimal? FiledValue { get; init; }
}

/// <summary>A run of years and its direction (<c>rising</c>, <c>falling</c>, <c>no-trend</c>, <c>too-few-points</c>), what that means by
/// the metric's polarity, Mann–Kendall's p and the Theil–Sen slope a year with Sen's 95 % interval. <c>caution</c> is there where the
/// series goes on from year to year so much that p is too small.</summary>
public sealed record PublishedSegment(
    string From, string To, int Points, string Direction, string? Meaning, decimal? P, bool? Exact, decimal? SlopePerYear,
    decimal? SlopeLower, decimal? SlopeUpper, decimal? Autocorrelation, string? Caution);
