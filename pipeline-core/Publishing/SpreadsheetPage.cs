namespace Benchmarking.Core.Publishing;

/// <summary>A sheet to write. <c>Widths</c> are those of the first columns, in characters; <c>HeadingRows</c> stay in sight when the sheet
/// is scrolled.</summary>
public sealed record SpreadsheetPage(string Name, IEnumerable<IReadOnlyList<SpreadsheetCell>> Rows, IReadOnlyList<int> Widths,
    int HeadingRows = 0)
{
    /// <summary>A sheet of text alone.</summary>
    public static SpreadsheetPage OfText(string name, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<int> widths) =>
        new(name, rows.Select(row => (IReadOnlyList<SpreadsheetCell>)[.. row.Select(SpreadsheetCell.Of)]), widths);
}
