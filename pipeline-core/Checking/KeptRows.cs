using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Says of which rows of an accepted return no published figure is made, and why: what is kept in silence would be taken for
/// counted. One finding for each reason, at the first of its rows.</summary>
internal static class KeptRows
{
    public static void Check(CheckedReturn result, CheckScope scope)
    {
        Check(result.Savings, scope.Findings);
        Check(result.Budgets, scope.Reference, scope.Findings);
        Check(result.Activities, scope.Findings);
        Check(result.Prices, scope.Findings);
    }

    private static void Check(IReadOnlyList<SavingsRow> rows, FindingList findings)
    {
        Report(
            rows.Where(row => row is { Category: not null, Unit: Unit.PercentOfNetBudget or Unit.PercentOfBudget }),
            row => (row.Line, row.Note), findings,
            "unit", row =>
                Codes.Of(row.Unit), "A percentage of the budget for one category", "only that of all savings together is published");
        Report(
            rows.Where(row => row is { Category: null, Unit: Unit.PercentOfSavings }), row => (row.Line, row.Note), findings,
            "unit", row =>
                Codes.Of(row.Unit), "A total as a percentage of the savings", "all savings are always 100 per cent of themselves");
    }

    private static void Check(IReadOnlyList<BudgetRow> rows, ReferenceData reference, FindingList findings)
    {
        ReportParts(rows.Where(row => row.Service is not null), row => (row.Line, row.Note), findings, "service", row => row.Service!);
        var unused = rows.Where(row => row.Service is null && !reference.Metrics.Use($"budget:{row.Measure}")).ToArray();
        Report(
            unused, row => (row.Line, row.Note), findings, "measure", row => row.Measure,
            $"What is filed as {string.Join(", ", unused.Select(row => row.Measure).Distinct())}",
            "it only serves to check the other budgets");
    }

    private static void Check(IReadOnlyList<ActivityRow> rows, FindingList findings) =>
        ReportParts(rows.Where(row => row.ClientGroup is not null), row => (row.Line, row.Note), findings, "client_group",
            row => row.ClientGroup!);

    private static void Check(IReadOnlyList<PriceRow> rows, FindingList findings) =>
        Report(
            rows, row => (row.Line, row.Note), findings, "service", row => row.Service, "What single providers are paid",
            "prices serve price equalisation alone");

    private static void ReportParts<T>(
        IEnumerable<T> parts, Func<T, (int Line, string? Note)> place, FindingList findings, string column, Func<T, string> value)
    {
        if (parts.ToArray() is [var first, ..] rows)
        {
            findings.Add(
                FindingCatalogue.PartNotPublished, place(first).Line, place(first).Note, column, value(first), $"an empty {column}",
                Figures.Lines([.. rows.Select(row => place(row).Line)]));
        }
    }

    private static void Report<T>(
        IEnumerable<T> kept, Func<T, (int Line, string? Note)> place, FindingList findings, string column, Func<T, string> value,
        string what, string why)
    {
        if (kept.ToArray() is [var first, ..] rows)
        {
            findings.Add(
                FindingCatalogue.KeptNotPublished, place(first).Line, place(first).Note, column, value(first), "nothing else",
                what, Figures.Lines([.. rows.Select(row => place(row).Line)]), why);
        }
    }
}
