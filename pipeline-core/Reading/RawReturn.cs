using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>A return as text: every data row with its line in the file, and what was wrong with the file as a file.
/// Where a finding makes the rows unreadable (encoding, header), <c>Rows</c> is empty, so that one fault is reported once.
/// <c>RowsRead</c> counts the data rows met, readable or not; where it exceeds <c>Rows</c>, rows with a fault of their own were
/// left out, so that sums over the rows are not those of the return. <c>Columns</c> are the canonical names present.</summary>
public sealed record RawReturn(
    ReturnKind Kind,
    IReadOnlyList<string> Columns,
    IReadOnlyList<RawRow> Rows,
    int RowsRead,
    IReadOnlyList<Finding> Findings);

/// <summary>One data row: the row number as Excel shows it and the trimmed text of each known
/// column that has any, by canonical column name.</summary>
public sealed record RawRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell's text; empty where the column is absent or the cell blank.</summary>
    public string this[string column] => Cells.TryGetValue(column, out var text) ? text : "";
}
