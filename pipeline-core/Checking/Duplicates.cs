using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Finds rows that state the same thing twice. Every repeated line has its own finding, which names the others.</summary>
internal static class Duplicates
{
    private const char Between = '\u001F';

    public static void Check(IReadOnlyList<SavingsRow> rows, FindingList findings) =>
        Check(
            rows, findings, "category", "a subcategory, description, confidence, stage or recurrence of their own",
            row => (row.Line, row.Category ?? "total", row.Note),
            row => Key(
                row.Year, row.Category, row.Subcategory ?? row.SubcategoryAsFiled, row.Description, row.Unit.Family(), row.Status,
                row.Confidence, row.Stage, row.Recurrence));

    public static void Check(IReadOnlyList<BudgetRow> rows, FindingList findings) =>
        Check(
            rows, findings, "measure", "a service of their own",
            row => (row.Line, row.Measure, row.Note),
            row => Key(row.Year, row.Measure, row.Service, row.Status));

    public static void Check(IReadOnlyList<ActivityRow> rows, FindingList findings) =>
        Check(
            rows, findings, "measure", "a client group of their own",
            row => (row.Line, row.Measure, row.Note),
            row => Key(row.Year, row.Measure, row.ClientGroup, row.Status));

    /// <summary>One provider may be paid several prices for one service; the same price twice is one price for both quantities.</summary>
    public static void Check(IReadOnlyList<PriceRow> rows, FindingList findings) =>
        Check(
            rows, findings, "provider", "their price, or add their quantities up in one row",
            row => (row.Line, row.Provider, row.Note),
            row => Key(row.Year, row.Service, row.Provider, row.QuantityUnit, row.UnitPrice.Value / 1.000000000000m));

    private static void Check<T>(
        IReadOnlyList<T> rows, FindingList findings, string column, string tellApart,
        Func<T, (int Line, string Value, string? Note)> describe, Func<T, string> key)
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

    private static string Key(params object?[] parts) =>
        string.Join(Between, parts.Select(part => Codes.Fold(part is null ? null : FormattableString.Invariant($"{part}"))));
}
