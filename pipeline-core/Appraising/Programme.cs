using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>A plan as its paper sets it out, in the parts that the paper has; what it has not is null. <c>Unit</c> says in what the amounts
/// are (<c>gbp</c> or <c>gbp_thousands</c>); nothing is converted. <c>Source</c> names the paper.</summary>
public sealed record Programme(
    string Name,
    string? Source = null,
    string Unit = "gbp",
    IReadOnlyList<CouncilCode>? Councils = null,
    ProgrammeInvestment? Investment = null,
    ProgrammeConfidence? Confidence = null,
    ProgrammePhasing? Phasing = null,
    ProgrammeAttribution? Attribution = null,
    ProgrammePrices? PriceEqualisation = null,
    IReadOnlyList<PipelineSaving>? Pipeline = null,
    ProgrammeBenefits? Benefits = null,
    ProgrammeFollows? Follows = null,
    ProgrammeStaffing? Staffing = null,
    IReadOnlyList<ProgrammeBudget>? Budgets = null);

/// <summary>The earlier edition that a programme follows, by its id. <c>Restates</c> says whether the plan is set out whole, so that
/// a saving left out is dropped, or in part, so that one left out stands. <c>Renamed</c> are sources under another name now.</summary>
public sealed record ProgrammeFollows(string Programme, Restatement Restates, IReadOnlyList<RenamedSource>? Renamed = null);

/// <summary>How much of the earlier edition a later one sets out again.</summary>
public enum Restatement
{
    Whole,
    Part,
}

public sealed record RenamedSource(string Source, string Earlier);

public sealed record ProgrammeInvestment(decimal DiscountRate, IReadOnlyList<CashFlow> Flows);

/// <summary>Without weights there is no risk-weighted total: the papers print none.</summary>
public sealed record ProgrammeConfidence(IReadOnlyList<RatedSaving> Savings, ConfidenceWeights? Weights = null);

/// <summary><c>RoundedTo</c> is the unit to which the plan's figures are rounded.</summary>
public sealed record ProgrammePhasing(IReadOnlyList<PhasedSaving> Savings, IReadOnlyList<PrintedTotal>? Printed = null,
    decimal RoundedTo = 1);

public sealed record ProgrammeAttribution(decimal Amount, IReadOnlyList<AttributionBase> Base, int Decimals = 0);

public sealed record ProgrammePrices(IReadOnlyList<Price> Prices, PriceAverage Average = PriceAverage.Weighted, decimal Factor = 1);

public sealed record ProgrammeBenefits(DateOnly AsAt, IReadOnlyList<Benefit> Items);

/// <summary><c>Printed</c> totals are of a service, a council and a year, each null where the total runs over all of them.</summary>
public sealed record ProgrammeStaffing(IReadOnlyList<StaffingLine> Lines, IReadOnlyList<PrintedStaffing>? Printed = null);

/// <summary>A budget that a paper prints, such as of gross expenditure; council and year are null where it names none.</summary>
public sealed record ProgrammeBudget(string Measure, CouncilCode? Council, FinancialYear? Year, decimal Amount);
