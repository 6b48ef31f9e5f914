using System.Globalization;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>A block of cells: lines from 1, columns from 0, both ends within.</summary>
internal sealed record CellBlock(int FirstLine, int LastLine, int FirstColumn, int LastColumn)
{
    private const int MostLetters = 3;
    private const int MostDigits = 7;

    /// <summary>The blocks of a list such as B3:B4 C7.</summary>
    public static IEnumerable<CellBlock> All(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Of);

    /// <summary>The column of a cell that stands in a row: B7 is 1.</summary>
    public static int Place(string reference, int line)
    {
        var (column, row) = Corner(reference);
        WorkbookLimits.Require(row == line);
        return column;
    }

    /// <summary>As Excel writes it: B3:B4.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{CellText.ColumnLetters(FirstColumn)}{FirstLine}:{CellText.ColumnLetters(LastColumn)}{LastLine}");

    private static CellBlock Of(string reference)
    {
        var corners = reference.Split(':');
        var ((firstColumn, firstLine), (lastColumn, lastLine)) = (Corner(corners[0]), Corner(corners[^1]));
        return new(firstLine, lastLine, firstColumn, lastColumn);
    }

    private static (int Column, int Line) Corner(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        WorkbookLimits.Require(letters is > 0 and <= MostLetters && reference.Length - letters is > 0 and <= MostDigits);
        var column = reference.Take(letters).Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1);
        return (column - 1, int.Parse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
