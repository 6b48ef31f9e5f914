using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Finds totals that would be counted twice.</summary>
internal static class TotalRows
{
    private static readonly FrozenSet<string> TotalWords = new[]
    {
        "total", "totals", "subtotal", "subtotals", "grandtotal", "overalltotal", "nettotal", "grosstotal", "runningtotal", "sum",
        "totalsaving", "totalsavings", "totalbudget", "totalspend", "totalefficiencies", "allservices", "totalallservices",
    }.ToFrozenSet(StringComparer.Ordinal);

    private const string Marks = " :=*.()";
    private const int LongestTotal = 64;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TotalWordsBySpan =
        TotalWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Asks about a cell whose words say that the row adds up others.</summary>
    public static void CheckWords(RowCells cells, string column, string instead)
    {
        if (cells.Optional(column) is { } text && IsTotal(text))
        {
            cells.Report(FindingCatalogue.LooksLikeTotal, column, instead);
        }
    }

    private static bool IsTotal(string text)
    {
        var words = text.AsSpan().Trim(Marks);
        Span<char> folded = stackalloc char[LongestTotal];
        return words.Length <= LongestTotal ? TotalWordsBySpan.Contains(folded[..Codes.Fold(words, folded)])
            : TotalWords.Contains(Codes.Fold(words.ToString()));
    }

    /// <summary>A year, status and kind of unit may have one total row.</summary>
    public static void CheckSeveral(IEnumerable<SavingsRow> sound, FindingList findings)
    {
        var totals = sound.Where(row => row.Category is null).GroupBy(row => (row.Year, row.Status, Family: row.Unit.Family()));
        foreach (var group in totals.Where(group => group.Skip(1).Any()).Select(group => group.ToArray()))
        {
            var lines = Figures.Lines([.. group.Select(row => row.Line)]);
            foreach (var row in group)
            {
                findings.Add(
                    FindingCatalogue.SeveralTotals, row.Line, row.Note, "category", "total",
                    "one total row", lines, $"{row.Year} {Codes.Of(row.Status)}");
            }
        }
    }

    /// <summary>A row without subcategory that is the sum of its category's subcategory rows is taken for their total.
    /// One such row may be as large as the other by chance, if it is described as something of its own.</summary>
    public static void CheckCategories(IEnumerable<SavingsRow> sound, FindingList findings)
    {
        var categories = sound.Where(row => row.Category is not null)
            .GroupBy(row => (row.Year, row.Status, row.Category, Family: row.Unit.Family()));
        foreach (var category in categories)
        {
            var parts = category.Where(row => row.SubcategoryAsFiled is not null).ToArray();
            if (parts.Length == 0)
            {
                continue;
            }

            var sum = Sum.Of(parts);
            foreach (var row in category.Where(row => row.SubcategoryAsFiled is null && (parts.Length > 1 || row.Description is null)
                && row.Amount.Value != 0 && sum.Agrees(Sum.Of([row]))))
            {
                findings.Add(
                    FindingCatalogue.CategoryCountedTwice, row.Line, row.Note, "category", row.Category,
                    "give it a subcategory of its own", Figures.Lines([.. parts.Select(part => part.Line)]));
            }
        }
    }
}
