using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Finds rows that state the same thing twice. Every repeated line has its own finding, which names the others.</summary>
internal static class Duplicates
{
    public static void Check(IReadOnlyList<SavingsRow> rows, FindingList findings) =>
        Check(
            rows, findings, "category", "a subcategory, description, confidence, stage or recurrence of their own",
            row => (row.Line, row.Category ?? "total", row.Note),
            row => (
                row.Year, row.Category, Words(row.Subcategory ?? row.SubcategoryAsFiled), Words(row.Description), row.Unit.Family(),
                row.Status, row.Confidence, row.Stage, row.Recurrence));

    public static void Check(IReadOnlyList<BudgetRow> rows, FindingList findings) =>
        Check(
            rows, findings, "measure", "a service of their own",
            row => (row.Line, row.Measure, row.Note),
            row => (row.Year, row.Measure, Words(row.Service), row.Status));

    public static void Check(IReadOnlyList<ActivityRow> rows, FindingList findings) =>
        Check(
            rows, findings, "measure", "a client group of their own",
            row => (row.Line, row.Measure, row.Note),
            row => (row.Year, row.Measure, Words(row.ClientGroup), row.Status));

    /// <summary>One provider may be paid several prices for one service; the same price twice is one price for both quantities.</summary>
    public static void Check(IReadOnlyList<PriceRow> rows, FindingList findings) =>
        Check(
            rows, findings, "provider", "their price, or add their quantities up in one row",
            row => (row.Line, row.Provider, row.Note),
            row => (row.Year, Words(row.Service), Words(row.Provider), Words(row.QuantityUnit), row.UnitPrice.Value));

    /// <summary>What is compared of a text: a label that differs only in case or spacing is the same label.</summary>
    private static string Words(string? text) => Codes.Fold(text);

    private static void Check<T, TKey>(
        IReadOnlyList<T> rows, FindingList findings, string column, string tellApart,
        Func<T, (int Line, string Value, string? Note)> describe, Func<T, TKey> key)
    {
        foreach (var same in rows.GroupBy(key).Where(group => group.Skip(1).Any()))
        {
            var lines = Figures.Lines([.. same.Select(row => describe(row).Line)]);
            foreach (var (line, value, note) in same.Skip(1).Select(describe))
            {
                findings.Add(FindingCatalogue.DuplicateRow, line, note, column, value, tellApart, lines);
            }
        }
    }
}
