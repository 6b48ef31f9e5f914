using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>The figures of one return for one year, one for each measure, part and status.</summary>
internal static class ComparedFigures
{
    public const string Savings = "savings";
    public const string Total = "total";
    public const string UnitPrice = "unit_price";

    public static IReadOnlyList<ComparedFigure> Of(CheckedReturn filed, FinancialYear year, ReferenceData reference) =>
    [
        .. OfSavings([.. filed.Savings.Where(row => row.Year == year)]),
        .. filed.Budgets.Where(row => row.Year == year).Select(OfBudget),
        .. filed.Activities.Where(row => row.Year == year).Select(row => OfActivity(row, reference)).OfType<ComparedFigure>(),
        .. OfPrices(filed.Prices.Where(row => row.Year == year)),
    ];

    /// <summary>The whole of a year and status in £: the total row, or the parts where there is none.</summary>
    public static ComparedFigure? Whole(IEnumerable<SavingsRow> rows)
    {
        SavingsRow[] money = [.. rows.Where(row => row.Unit.IsMoney())];
        SavingsRow[] totals = [.. money.Where(row => row.Category is null)];
        return Figure(Savings, Total, totals.Length > 0 ? totals : money);
    }

    private static IEnumerable<ComparedFigure> OfSavings(SavingsRow[] rows)
    {
        foreach (var group in rows.GroupBy(row => (row.Status, Family: row.Unit.Family())))
        {
            var measure = group.Key.Family.IsMoney() ? Savings : Codes.Of(group.Key.Family);
            if (group.Key.Family.IsMoney() && Whole(group) is { } whole)
            {
                yield return whole;
            }

            foreach (var part in group.GroupBy(row => row.Category ?? Total).Where(part => part.Key != Total || measure != Savings))
            {
                yield return Figure(measure, part.Key, [.. part])!;
            }
        }
    }

    private static ComparedFigure? Figure(string measure, string part, SavingsRow[] rows)
    {
        if (rows.Length == 0)
        {
            return null;
        }

        var (first, sum) = (rows[0], Sum.Of(rows));
        var place = new Place(first.Line, "amount", first.Amount.AsFiled, first.Note);
        return new ComparedFigure(measure, part, first.Status, measure == Savings ? "money" : "percentage", place, sum.Value, sum.Slack,
            null);
    }

    private static ComparedFigure OfBudget(BudgetRow row)
    {
        var sum = Sum.Of([row]);
        return new ComparedFigure(
            row.Measure, row.Service ?? "", row.Status, "money", new Place(row.Line, "amount", row.Amount.AsFiled, row.Note), sum.Value,
            sum.Slack, null);
    }

    private static ComparedFigure? OfActivity(ActivityRow row, ReferenceData reference)
    {
        var measure = reference.Measures.Find(ReturnKind.Activity, row.Measure)!;
        var value = row.Value is { } stated ? stated.Value * measure.Scale(row.Unit)
            : Quotient.Of(row.Numerator!, row.Denominator!, measure.Per ?? 1)?.Value;
        if (value is null)
        {
            return null;
        }

        var filed = row.Value ?? row.Numerator!;
        var place = new Place(row.Line, row.Value is null ? "numerator" : "value", filed.AsFiled, row.Note);
        var isCount = measure.Unit is Unit.Count or Unit.Fte or Unit.Hours or Unit.Weeks && measure.Per is null;
        return new ComparedFigure(
            row.Measure, row.ClientGroup ?? "", row.Status, isCount ? "count" : "rate", place, value.Value,
            (row.Value?.Slack ?? 0) * measure.Scale(row.Unit), measure.CountsPeople ? row.Numerator?.Value : null);
    }

    /// <summary>What a provider is paid on average for a service; prices have no status, and count as actual.</summary>
    private static IEnumerable<ComparedFigure> OfPrices(IEnumerable<PriceRow> rows) =>
        from row in rows
        group row by (Service: Codes.Fold(row.Service), Provider: Codes.Fold(row.Provider), Unit: Codes.Fold(row.QuantityUnit)) into bought
        let quantity = bought.Sum(row => row.Quantity.Value)
        where quantity > 0
        let first = bought.First()
        select new ComparedFigure(
            UnitPrice, $"{first.Service}, {first.Provider}, {first.QuantityUnit}", FigureStatus.Actual, "price",
            new Place(first.Line, "unit_price", first.UnitPrice.AsFiled, first.Note),
            bought.Sum(row => row.UnitPrice.Value * row.Quantity.Value) / quantity, first.UnitPrice.Slack, null);
}
