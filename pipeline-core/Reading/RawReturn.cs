using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>A return, or a dataset (<c>Kind</c> null), as text: every data row with its line in the file, and what was wrong with the file
/// as a file.
/// Where a finding makes the rows unreadable (encoding, header), <c>Rows</c> is empty, so that one fault is reported once.
/// <c>RowsRead</c> counts the data rows met, readable or not; where it exceeds <c>Rows</c>, rows with a fault of their own were
/// left out, so that sums over the rows are not those of the return. <c>Columns</c> are the canonical names present. <c>Unlisted</c> counts
/// the faults of rows that follow the first thousand, which are all errors, lest a file of faults alone fill the memory.</summary>
public sealed record RawReturn(
    ReturnKind? Kind,
    IReadOnlyList<string> Columns,
    IReadOnlyList<RawRow> Rows,
    int RowsRead,
    IReadOnlyList<Finding> Findings,
    int Unlisted = 0);

/// <summary>One data row: the row number as Excel shows it and the trimmed text of each known column that has any, by canonical column
/// name.</summary>
public sealed class RawRow
{
    private readonly string[] cells;
    private readonly FrozenDictionary<string, int> places;

    public RawRow(int line, IReadOnlyDictionary<string, string> cells)
        : this(line, [.. cells.Values],
            cells.Keys.Index().ToFrozenDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal))
    {
    }

    /// <summary>Rows of one sheet share <paramref name="places"/>, which tell where each column stands.</summary>
    internal RawRow(int line, string[] cells, FrozenDictionary<string, int> places) =>
        (Line, this.cells, this.places) = (line, cells, places);

    public int Line { get; }

    /// <summary>The cell's text; empty where the column is absent or the cell blank.</summary>
    public string this[string column] => places.TryGetValue(column, out var place) && place < cells.Length ? cells[place] : "";
}
