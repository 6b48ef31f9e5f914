using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>One council's figure for one metric, year and status, in the metric's normal unit and unrounded, with where it came from.
/// <c>Value</c> is null unless <c>State</c> is reported or derived; numerator and denominator are there where the figure is a ratio
/// of filed or area figures; <c>Basis</c> says in words which way the figure was had; <c>Sources</c> are the rows it rests on.</summary>
public sealed record Observation(
    string Metric,
    FinancialYear Year,
    FigureStatus Status,
    CouncilCode Council,
    ValueState State,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    string Basis,
    IReadOnlyList<ObservationSource> Sources,
    IReadOnlyList<CategoryAmount> Breakdown)
{
    /// <summary>People are to the nearest so many where the counts were rounded before they were shown; never so where they are
    /// kept.</summary>
    public decimal? CountStep { get; init; }

    public bool HasValue => Value is not null;

    /// <summary>The publication that the figure is of; null where the council filed it.</summary>
    public PublishedIn? Published { get; init; }

    /// <summary>The council's own figure, where one was filed and the published one is served.</summary>
    public Observation? Filed { get; init; }

    /// <summary>Half the width of the published 95 % interval of a survey measure, in the unit of the value.</summary>
    public decimal? MarginOfError { get; init; }
}

/// <summary>A dataset's edition: its code, who published it, under which title, and which edition of the year it is.</summary>
public sealed record PublishedIn(string Dataset, string Publisher, string Publication, string Edition);

/// <summary>The rows of one accepted return that a figure rests on.</summary>
public sealed record ObservationSource(string Receipt, SourceLines Lines);

/// <summary>£ saved in one category and subcategory; category <c>not-stated</c> is what the categories leave of the total.
/// <c>LabelAsFiled</c> is the council's own subcategory text.</summary>
public sealed record CategoryAmount(string Category, string? Subcategory, string? LabelAsFiled, decimal Amount);
