using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Finds the row with the column names: the one of the first rows that holds the most names that are known.</summary>
internal static class HeaderSearch
{
    public const int RowsSearched = 20;

    // One word may be a name by chance, in a title for example; a first row with one name is a header with misspelt ones.
    private const int EnoughNames = 2;

    public static Header? Find(Sheet sheet, ReturnLayout layout, List<Finding> findings)
    {
        var first = sheet.Rows.Take(RowsSearched).ToList();
        var best = first.MaxBy(row => layout.KnownNames(row.Cells));
        var names = best is null ? 0 : layout.KnownNames(best.Cells);
        if (best is null || names == 0 || (names < EnoughNames && best != first[0]))
        {
            ReportMissing(first, sheet.Faults.Count > 0, layout, findings);
            return null;
        }

        if (best.Line > 1)
        {
            findings.Add(FindingCatalogue.HeaderNotFirst.At(best.Line, null, null, "the column names in row 1"));
        }

        return new Header(best, layout);
    }

    private static void ReportMissing(List<SheetRow> first, bool hasFaults, ReturnLayout layout, List<Finding> findings)
    {
        if (hasFaults)
        {
            // The header may be the very row whose quotes do not pair, and that is reported.
            return;
        }

        var parted = first.Where(row => row.Cells.Length == 1)
            .Select(row => (row.Line, By: DelimiterChoice.Other(row.Cells[0], layout.KnownNames)))
                .FirstOrDefault(row => row.By is not null);
        if (parted.By is { } by)
        {
            findings.Add(FindingCatalogue.DelimiterUnknown.At(parted.Line, null,
                by == ' ' ? "a space" : $"'{by}'", "a comma, semicolon, tab or upright stroke (|)"));
            return;
        }

        findings.Add(first.Count == 0
            ? FindingCatalogue.FileEmpty.ForFile(null, "a header and rows")
            : FindingCatalogue.HeaderMissing.At(
                first[0].Line,
                null,
                string.Join(" | ", first[0].Cells.Where(text => text.Length > 0)),
                string.Join(", ", layout.Columns.Select(column => column.Name)),
                layout.Name));
    }
}
