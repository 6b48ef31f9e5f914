using System.Text.Json.Serialization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>What checking makes of a return (<c>Path</c> is null where its name is no return's path): its typed rows, everything found, and
/// what becomes of it. Rows of a return that is not accepted reach no metric, and those of a rejected one are not kept.
/// <c>FindingsTotal</c> counts all findings, <c>Findings</c> holds the first of them.</summary>
public sealed record CheckedReturn(
    ReturnPath? Path,
    ReturnStatus Status,
    int RowsRead,
    IReadOnlyList<SavingsRow> Savings,
    IReadOnlyList<BudgetRow> Budgets,
    IReadOnlyList<ActivityRow> Activities,
    IReadOnlyList<PriceRow> Prices,
    IReadOnlyList<Finding> Findings,
    FindingCounts Counts);

/// <summary>All findings of a return by severity, those not listed included.</summary>
public sealed record FindingCounts(int Error, int Query, int Notice)
{
    /// <summary>Not among the counts of a receipt, which states it as <c>findingsTotal</c>.</summary>
    [JsonIgnore]
    public int Total => Error + Query + Notice;
}

/// <summary>A row of a savings return. <c>Category</c> is a taxonomy code, null for the <c>total</c> row;
/// <c>Subcategory</c> is a taxonomy code where the text is one, and <c>SubcategoryAsFiled</c> the council's own label.</summary>
public sealed record SavingsRow(
    int Line,
    FinancialYear Year,
    string? Category,
    string? Subcategory,
    string? SubcategoryAsFiled,
    string? Description,
    FiledNumber Amount,
    Unit Unit,
    FigureStatus Status,
    Confidence? Confidence,
    SavingsStage? Stage,
    Recurrence? Recurrence,
    FiledNumber? OneOffCost,
    string? Note);

/// <summary>A row of a budget return; <c>Measure</c> is a catalogue code, <c>Service</c> null where the row is of all services.</summary>
public sealed record BudgetRow(
    int Line, FinancialYear Year, string Measure, string? Service, FiledNumber Amount, Unit Unit, FigureStatus Status, string? Note);

/// <summary>A row of an activity return: a value, or a numerator and denominator, or all three. <c>ClientGroup</c> is null where the row is
/// of all whom its measure is of.</summary>
public sealed record ActivityRow(
    int Line,
    FinancialYear Year,
    string Measure,
    string? ClientGroup,
    FiledNumber? Numerator,
    FiledNumber? Denominator,
    FiledNumber? Value,
    Unit Unit,
    FigureStatus Status,
    string? Note);

/// <summary>A row of a prices return: what one provider is paid for one service.</summary>
public sealed record PriceRow(
    int Line, FinancialYear Year, string Service, string Provider, FiledNumber Quantity, string QuantityUnit, FiledNumber UnitPrice,
    string? Note);
