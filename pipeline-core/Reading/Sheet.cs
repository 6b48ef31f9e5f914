using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The rows with content of a file, whatever its format, with all cells trimmed.</summary>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows)
{
    public IReadOnlyList<RowFault> Faults { get; init; } = [];

    /// <summary>Lines of rows that are no rows of figures, which was reported; they are not blank.</summary>
    public IReadOnlyList<int> PassedOver { get; init; } = [];

    public IReadOnlyList<CellBlock> Merged { get; init; } = [];

    /// <summary>Blocks in which a rule changes how figures are shown.</summary>
    public IReadOnlyList<CellBlock> Ruled { get; init; } = [];

    /// <summary>Columns from 0 that are not seen.</summary>
    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    /// <summary>Tables of the workbook whose last row adds up those above it.</summary>
    public IReadOnlyList<TotalledTable> Totalled { get; init; } = [];

    /// <summary>The table whose totals row this is, where it touches the columns of the header; null for any other row.</summary>
    public TotalledTable? TotalledBy(SheetRow row, Header header) =>
        Totalled.Count == 0 ? null : Totalled.FirstOrDefault(table => table.Block.LastLine == row.Line
        && row.Line > header.Line && table.Block.FirstColumn < header.ColumnAt.Count);

    /// <summary>The sheet with all rows as wide as the widest, as a workbook's are.</summary>
    public Sheet AsWideAsItsWidestRow()
    {
        var width = Rows.Count == 0 ? 0 : Rows.Max(row => row.Cells.Length);
        return this with { Rows = [.. Rows.Select(row => row with { Width = width })] };
    }

    /// <summary>The sheet as if one of its columns had never been there; a row with nothing else goes with it.</summary>
    public Sheet Without(int column) =>
        this with
        {
            Rows = [.. Rows.Select(row => row.Without(column)).Where(row => row.Cells.Length > 0 || row.Flaws.Count > 0)],
            HiddenColumns = HiddenColumns.Where(hidden => hidden != column).Select(hidden => hidden > column ? hidden - 1 : hidden)
                .ToHashSet(),
        };
}

/// <summary>A row as it stands in the file. <c>Width</c> is how many cells it has there; <c>Cells</c> ends with the last
/// that has content.</summary>
internal sealed record SheetRow(int Line, int Width, string[] Cells, IReadOnlyList<CellFlaw> Flaws)
{
    /// <summary>Whether the row is hidden or filtered out.</summary>
    public bool IsHidden { get; init; }

    public SheetRow Without(int column)
    {
        string[] cells = column < Cells.Length ? [.. Cells[..column], .. Cells[(column + 1)..]] : Cells;
        var flaws = Flaws.Where(flaw => flaw.Index != column)
            .Select(flaw => flaw with { Index = flaw.Index > column ? flaw.Index - 1 : flaw.Index });
        return this with
        {
            Width = column < Width ? Width - 1 : Width, Cells = cells[..(Array.FindLastIndex(cells, cell => cell.Length > 0) + 1)],
            Flaws = [.. flaws],
        };
    }

    /// <summary>The text of a cell by its place in the row, the first being 0.</summary>
    public string At(int index) => index < Cells.Length ? Cells[index] : "";
}

/// <summary>A cell whose text is not what the officer meant; it is reported only if its column is read.</summary>
internal sealed record CellFlaw(int Index, FindingDefinition Definition, string Value, string Expected)
{
    /// <summary>What the cell says where its column takes the council's own words, which may be anything: there it is no flaw. Null where
    /// it is one.</summary>
    public string? InWords { get; init; }

    /// <summary>For a date: what was expected where its column takes numbers.</summary>
    public string? InNumbers { get; init; }
}

/// <summary>A row that could not be split into cells; <c>Index</c> is the cell at which it broke.</summary>
internal sealed record RowFault(int Line, int Index, FindingDefinition Definition, string Value, string TextLine, string Character)
{
    public Finding Report(string? column) =>
        Definition.At(Line, column, Value, "a quote at each end of the cell", TextLine, Character);
}
