using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The rows with content of a file, whatever its format, with all cells trimmed.</summary>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows)
{
    public IReadOnlyList<RowFault> Faults { get; init; } = [];

    /// <summary>Lines of rows that are no rows of figures, which was reported; they are not blank.</summary>
    public IReadOnlyList<int> PassedOver { get; init; } = [];

    public IReadOnlyList<MergedBlock> Merged { get; init; } = [];

    /// <summary>The sheet as if one of its columns had never been there; a row with nothing else goes with it.</summary>
    public Sheet Without(int column) =>
        this with { Rows = [.. Rows.Select(row => row.Without(column)).Where(row => row.Cells.Length > 0 || row.Flaws.Count > 0)] };
}

/// <summary>A row as it stands in the file. <c>Width</c> is how many cells it has there; <c>Cells</c> ends with the last
/// that has content.</summary>
internal sealed record SheetRow(int Line, int Width, string[] Cells, IReadOnlyList<CellFlaw> Flaws)
{
    public SheetRow Without(int column)
    {
        string[] cells = column < Cells.Length ? [.. Cells[..column], .. Cells[(column + 1)..]] : Cells;
        var flaws = Flaws.Where(flaw => flaw.Index != column).Select(flaw => flaw with { Index = flaw.Index > column ? flaw.Index - 1 : flaw.Index });
        return new SheetRow(Line, column < Width ? Width - 1 : Width, cells[..(Array.FindLastIndex(cells, cell => cell.Length > 0) + 1)], [.. flaws]);
    }

    /// <summary>The text of a cell by its place in the row, the first being 0.</summary>
    public string At(int index) => index < Cells.Length ? Cells[index] : "";
}

/// <summary>A cell whose text is not what the officer meant; it is reported only if its column is read.</summary>
internal sealed record CellFlaw(int Index, FindingDefinition Definition, string Value, string Expected);

/// <summary>A row that could not be split into cells; <c>Index</c> is the cell at which it broke.</summary>
internal sealed record RowFault(int Line, int Index, FindingDefinition Definition, string Value, string TextLine, string Character)
{
    public Finding Report(string? column) =>
        Definition.At(Line, column, Value, "a quote at each end of the cell", TextLine, Character);
}

/// <summary>Cells merged in a workbook: lines from 1, columns from 0, both ends within.</summary>
internal sealed record MergedBlock(int FirstLine, int LastLine, int FirstColumn, int LastColumn)
{
    /// <summary>As Excel writes it: B3:B4.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{CellText.ColumnLetters(FirstColumn)}{FirstLine}:{CellText.ColumnLetters(LastColumn)}{LastLine}");
}
