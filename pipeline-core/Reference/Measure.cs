using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>What a budget or activity return may state. <c>Unit</c> is the normal unit, <c>FiledUnits</c> those it may be filed in
/// (the normal one included); <c>Min</c> and <c>Max</c> bound the normal value, ends included; <c>Per</c> is the multiplier of
/// numerator / denominator (1 for a unit cost, 100 for a percentage, 1000 or 100000 for a rate), null where there is no ratio.
/// <c>Breaks</c> are the years whose figures cannot be compared with the year before; <c>CountsPeople</c> is true where the figure is, or
/// its numerator, a number of people, so that chance and disclosure matter; <c>DividesByPeople</c> where the denominator is a number of
/// people who were served or asked, not of residents; <c>Population</c> is the area feature that a rate of residents is of.
/// <c>ClientGroup</c> is the group that the measure is of by its definition, null where it is of everybody; <c>Opportunity</c> is there
/// where the figure has a volume. <c>IsSurvey</c> is true where a sample of people is asked, so that the figure means something with its
/// margin of error only. <c>Material</c> and <c>Standards</c> are those of the metric that a measure of activity is.</summary>
public sealed record Measure(
    string Code,
    ReturnKind Kind,
    string Label,
    string Definition,
    Unit Unit,
    IReadOnlyList<Unit> FiledUnits,
    string? Numerator,
    string? Denominator,
    decimal? Per,
    Polarity Polarity,
    decimal? Min,
    decimal? Max,
    int Decimals,
    string Source,
    string? Caveat,
    IReadOnlyList<FinancialYear> Breaks,
    bool CountsPeople,
    bool DividesByPeople = false,
    string? Population = null,
    string? ClientGroup = null,
    OpportunityRule? Opportunity = null,
    MaterialDifference? Material = null,
    IReadOnlyList<Standard>? Standards = null,
    bool IsSurvey = false)
{
    /// <summary>What a figure filed in a unit is multiplied by to stand in the measure's own.</summary>
    public decimal Scale(Unit filed) => filed.Scale() / Unit.Scale();
}
