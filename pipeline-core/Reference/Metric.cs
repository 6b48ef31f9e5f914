using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>What is compared. <c>Denominator</c> and <c>Definition</c> are words for the reader, <c>Formula</c> is how it is computed;
/// <c>Decimals</c> are the places published and <c>ModeDecimals</c> those at which the commonest value is counted; <c>CountsPeople</c>,
/// <c>DividesByPeople</c> and <c>Population</c> are as for a <see cref="Measure"/>; <c>Drivers</c> are the area features of need that a
/// figure of spending is adjusted by, null where none are declared; <c>Opportunity</c> and <c>IsSurvey</c> are as for a measure;
/// <c>Standards</c> are what was set for single years.</summary>
public sealed record Metric(
    string Code,
    string Label,
    string Definition,
    MetricUnit Unit,
    Polarity Polarity,
    string? Denominator,
    string Source,
    IReadOnlyList<string> Caveats,
    int Decimals,
    int ModeDecimals,
    MetricFormula Formula,
    bool CountsPeople,
    IReadOnlyList<FinancialYear> Breaks,
    MaterialDifference Material,
    bool DividesByPeople = false,
    string? Population = null,
    IReadOnlyList<string>? Drivers = null,
    OpportunityRule? Opportunity = null,
    IReadOnlyList<Standard>? Standards = null,
    bool IsSurvey = false)
{
    /// <summary>What was set for a year; null where nothing was.</summary>
    public Standard? StandardOf(FinancialYear year) => Standards?.FirstOrDefault(standard => standard.Year == year);

    /// <summary>True where the GDP deflator applies: £, and £ a week or an hour. Percentages are never deflated.</summary>
    public bool IsMoney => Unit is MetricUnit.Gbp or MetricUnit.GbpPerWeek or MetricUnit.GbpPerHour;

    /// <summary>True where the figure is so many of a number of residents.</summary>
    public bool IsRate => Unit is MetricUnit.Per1000 or MetricUnit.Per100000;
}

/// <summary>The normal units of metrics, by the same codes as the units in which figures are filed.</summary>
[JoinedBy('_')]
public enum MetricUnit
{
    Gbp,
    Percent,
    Per1000,
    Count,
    GbpPerWeek,
    GbpPerHour,
    Per100000,
    Score,
}

/// <summary>A metric as numerator / denominator × <c>Per</c>; without a denominator it is the numerator itself.
/// Quantities are written <c>savings</c>, <c>savings:prevention</c>, <c>savings:categorised</c>, <c>savings:recurrent</c>,
/// <c>savings:recurrence-stated</c>, <c>savings:assured</c>, <c>savings:confidence-stated</c>, <c>budget:net_budget</c>,
/// <c>activity:{measure}</c>, <c>activity:{measure}:numerator</c>, <c>activity:{measure}:denominator</c>, <c>area:{feature}</c>.
/// A status pins one side to it (delivery rate: actual / target); <c>ReportedIn</c> are the units in which a council may state the
/// figure itself when it cannot be computed, in order of preference.</summary>
public sealed record MetricFormula(
    string Numerator,
    string? Denominator,
    decimal Per,
    FigureStatus? NumeratorStatus,
    FigureStatus? DenominatorStatus,
    IReadOnlyList<Unit> ReportedIn)
{
    /// <summary>The kinds of return that state what the formula takes; what is of an area is stated in none.</summary>
    public IReadOnlyList<ReturnKind> StatedIn =>
    [
        .. new[] { Numerator, Denominator }.OfType<string>().Select(quantity => quantity.Split(':')[0])
            .SelectMany(word => Codes.TryParse<ReturnKind>(word, out var kind) ? [kind] : Array.Empty<ReturnKind>()).Distinct(),
    ];
}
