using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Finds rows that state the same thing twice. Every repeated line has its own finding, which names the others.</summary>
internal static class Duplicates
{
    public static void Check(IReadOnlyList<SavingsRow> rows, FindingList findings) =>
        Check(
            rows, findings, "category", "a subcategory, description, confidence, stage or recurrence of their own",
            row => (row.Line, row.Category ?? "total", row.Note), new SameRow<SavingsRow>(
                (one, other) => one.Year == other.Year && one.Category == other.Category && one.Unit.Family() == other.Unit.Family()
                    && one.Status == other.Status && one.Confidence == other.Confidence && one.Stage == other.Stage
                    && one.Recurrence == other.Recurrence && Codes.AreSame(one.Description, other.Description)
                    && Codes.AreSame(one.Subcategory ?? one.SubcategoryAsFiled, other.Subcategory ?? other.SubcategoryAsFiled),
                row => HashCode.Combine(
                    row.Year, (int)row.Status, row.Category, Codes.Hash(row.Subcategory ?? row.SubcategoryAsFiled),
                    Codes.Hash(row.Description), (int?)row.Confidence ?? -1, (int?)row.Stage ?? -1, (int?)row.Recurrence ?? -1)));

    public static void Check(IReadOnlyList<BudgetRow> rows, FindingList findings) =>
        Check(
            rows, findings, "measure", "a service of their own",
            row => (row.Line, row.Measure, row.Note), new SameRow<BudgetRow>(
                (one, other) => one.Year == other.Year && one.Measure == other.Measure && one.Status == other.Status
                    && Codes.AreSame(one.Service, other.Service),
                row => HashCode.Combine(row.Year, row.Measure, (int)row.Status, Codes.Hash(row.Service))));

    public static void Check(IReadOnlyList<ActivityRow> rows, FindingList findings) =>
        Check(
            rows, findings, "measure", "a client group of their own",
            row => (row.Line, row.Measure, row.Note), new SameRow<ActivityRow>(
                (one, other) => one.Year == other.Year && one.Measure == other.Measure && one.Status == other.Status
                    && Codes.AreSame(one.ClientGroup, other.ClientGroup),
                row => HashCode.Combine(row.Year, row.Measure, (int)row.Status, Codes.Hash(row.ClientGroup))));

    /// <summary>One provider may be paid several prices for one service; the same price twice is one price for both quantities.</summary>
    public static void Check(IReadOnlyList<PriceRow> rows, FindingList findings) =>
        Check(
            rows, findings, "provider", "their price, or add their quantities up in one row",
            row => (row.Line, row.Provider, row.Note), new SameRow<PriceRow>(
                (one, other) => one.Year == other.Year && one.UnitPrice.Value == other.UnitPrice.Value
                    && Codes.AreSame(one.Provider, other.Provider) && Codes.AreSame(one.Service, other.Service)
                    && Codes.AreSame(one.QuantityUnit, other.QuantityUnit),
                row => HashCode.Combine(row.Year, Codes.Hash(row.Provider), Codes.Hash(row.Service), row.UnitPrice.Value)));

    private static void Check<T>(
        IReadOnlyList<T> rows, FindingList findings, string column, string tellApart,
        Func<T, (int Line, string Value, string? Note)> describe, SameRow<T> same)
        where T : class
    {
        var first = new Dictionary<T, T>(rows.Count, same);
        var groups = new Dictionary<T, List<T>>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows)
        {
            if (first.TryAdd(row, row))
            {
                continue;
            }

            if (!groups.TryGetValue(first[row], out var group))
            {
                groups[first[row]] = group = [first[row]];
            }

            group.Add(row);
        }

        foreach (var group in groups.Values)
        {
            var lines = Figures.Lines([.. group.Select(row => describe(row).Line)]);
            foreach (var (line, value, note) in group.Skip(1).Select(describe))
            {
                findings.Add(FindingCatalogue.DuplicateRow, line, note, column, value, tellApart, lines);
            }
        }
    }

    /// <summary>Which rows state the same thing. Texts are compared as words: a label that differs only in case or spacing is the same
    /// label.</summary>
    private sealed class SameRow<T>(Func<T, T, bool> areSame, Func<T, int> hash) : IEqualityComparer<T>
        where T : class
    {
        public bool Equals(T? x, T? y) => ReferenceEquals(x, y) || (x is not null && y is not null && areSame(x, y));

        public int GetHashCode(T obj) => hash(obj);
    }
}
