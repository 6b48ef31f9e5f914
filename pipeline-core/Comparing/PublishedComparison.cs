using System.Text.Json.Serialization;

namespace Benchmarking.Core.Comparing;

/// <summary>A comparison as every answer shows it: codes and rounded numbers. JSON, CSV and pages are all made from this, so that they
/// cannot differ. Values, <c>min</c> and <c>max</c> have <c>decimals</c> places, what is computed from several has two more, <c>mode</c>
/// has <c>modeDecimals</c>.</summary>
public sealed record PublishedComparison(
    string Metric,
    string Label,
    string Definition,
    string Unit,
    string Polarity,
    string? Denominator,
    string Source,
    IReadOnlyList<string> Caveats,
    int Decimals,
    string Year,
    string Status,
    string Basis,
    string? BasisNote,
    PublishedPeerGroup PeerGroup,
    PublishedSummary Summary,
    PublishedSubject? Subject,
    IReadOnlyList<PublishedFigure> Councils);

/// <summary>A peer group by the slugs of its members; <c>model</c> and what follows are there for nearest groups only; <c>stability</c> is
/// how many of the neighbours stay whichever one council is left out of the scales. <c>ended</c> and <c>begun</c> are councils by which the
/// group is defined that are no more, or not yet, in the year.</summary>
public sealed record PublishedPeerGroup(
    string Code,
    string Label,
    bool IncludesSubject,
    IReadOnlyList<string> Members,
    string? Model,
    IReadOnlyList<PublishedNeighbour>? Neighbours,
    int? Stability,
    IReadOnlyList<string>? WithoutFeatures,
    IReadOnlyList<PublishedEnd> Ended,
    IReadOnlyList<PublishedBeginning> Begun);

/// <summary>A neighbour with its distance, each feature's share of the squared distance in per cent, and the features left out.</summary>
public sealed record PublishedNeighbour(
    string Council, string Name, decimal Distance, IReadOnlyDictionary<string, decimal> Shares, IReadOnlyList<string> LeftOut);

/// <summary>The summary; <c>missing</c> lists the slugs of members without a figure, <c>suppressed</c> of those whose figure is withheld,
/// <c>pooledCouncils</c> how many the pooled ratio rests on, <c>modes</c> the commonest values where several tie.</summary>
public sealed record PublishedSummary(
    int Count,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Suppressed,
    decimal? Mean,
    decimal? Pooled,
    int? PooledCouncils,
    decimal? Median,
    decimal? Mode,
    IReadOnlyList<decimal> Modes,
    int ModeDecimals,
    decimal? Q1,
    decimal? Q3,
    decimal? Min,
    decimal? Max,
    decimal? StandardDeviation,
    AverageKinds Kinds);

/// <summary>What each average is, in words.</summary>
public sealed record AverageKinds(string Mean, string Pooled, string Median, string Quartiles, string Mode, string StandardDeviation)
{
    public static AverageKinds Words { get; } = new(
        "Mean of councils: each council counts once.",
        "Pooled ratio: sum of numerators over sum of denominators, for the councils that have both; each pound or person counts once.",
        "Median of councils: half of them have more and half less.",
        "Quartiles of councils by linear interpolation (type 7); not published under four councils.",
        "Commonest value of councils, each rounded to the places given; none where several tie or no value occurs twice.",
        "Sample standard deviation of councils (divisor n - 1).");
}

/// <summary>The subject's position. <c>band</c> is 1 to 4 from the lowest values up, <c>bandMeaning</c> says which is better.
/// <c>decidedBy</c> names which of the two conditions of <c>verdictRule</c> decided the verdict: <c>interval</c>,
/// <c>material-difference</c> or <c>both</c>; <c>difference</c> is from the peers' median, <c>widenedLower</c> and <c>widenedUpper</c> the
/// interval judged by.</summary>
public sealed record PublishedSubject(
    string Council,
    string Name,
    decimal? Value,
    string State,
    decimal? Percentile,
    int? Band,
    string? BandMeaning,
    string Verdict,
    string? DecidedBy,
    decimal? Difference,
    decimal? MaterialDifference,
    decimal? WidenedLower,
    decimal? WidenedUpper,
    string VerdictRule,
    decimal? ModifiedZ,
    bool? Outlier,
    decimal? Lower,
    decimal? Upper,
    string? IntervalMethod,
    string? Rag,
    string RagRule)
{
    /// <summary><c>filed</c> by the council or <c>published</c> in a dataset; null where there is no figure.</summary>
    public string? Origin { get; init; }

    public string? Publisher { get; init; }

    public string? Publication { get; init; }

    public string? Edition { get; init; }

    /// <summary>The council's own figure beside the published one; null where none was filed.</summary>
    public decimal? FiledValue { get; init; }
}

/// <summary>A council's figure; <c>basis</c> says in words how it was had, <c>sources</c> which rows of which receipts it rests
/// on.</summary>
public sealed record PublishedFigure(
    string Council,
    string Name,
    decimal? Value,
    string State,
    int? Band,
    string? BandMeaning,
    decimal? Lower,
    decimal? Upper,
    string? IntervalMethod,
    string? Basis,
    decimal? Numerator,
    decimal? Denominator,
    IReadOnlyList<PublishedSource> Sources)
{
    /// <summary><c>filed</c> by the council or <c>published</c> in a dataset; null where there is no figure.</summary>
    public string? Origin { get; init; }

    public string? Publisher { get; init; }

    public string? Publication { get; init; }

    public string? Edition { get; init; }

    /// <summary>The council's own figure beside the published one; null where none was filed.</summary>
    public decimal? FiledValue { get; init; }
}

/// <summary>The rows of a return behind a figure: how many, their lines as ranges (<c>2-28001,28003</c>) and, where the ranges are too many
/// to be shown, the list beside the receipt that has them all.</summary>
public sealed record PublishedSource(
    string Receipt, int Rows, string Lines, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? List);
