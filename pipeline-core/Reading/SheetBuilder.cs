using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Collects the rows of a file within the limits. Blank rows are left out: the gap in the line numbers tells of them.</summary>
internal sealed class SheetBuilder(ReadingLimits limits, List<Finding> findings)
{
    private readonly List<SheetRow> rows = [];
    private int cells;
    private int rowsMet;
    private bool tooLarge;

    /// <summary>Takes a row; false says that no more rows need to be read.</summary>
    public bool Add(int line, string[] texts, IReadOnlyList<CellFlaw> flaws)
    {
        var last = texts.Length - 1;
        while (last >= 0 && CellText.Trim(texts[last]).Length == 0)
        {
            last--;
        }

        if (last < 0 && flaws.Count == 0)
        {
            return true;
        }

        rowsMet++;
        if (last >= limits.MaxColumns)
        {
            return Refuse(FindingCatalogue.ColumnsTooMany.At(line, null, CellText.ColumnLetters(last), Text(limits.MaxColumns)));
        }

        // Over the limit rows are only counted, so that the message can say how many there are.
        return rowsMet > limits.MaxRows || Keep(line, texts.Length, [.. texts.Take(last + 1).Select(CellText.Trim)], flaws);
    }

    /// <summary>Rows that could not be split into cells count as rows too.</summary>
    public void AddUnreadable(int rows) => rowsMet += rows;

    /// <summary>For a file that tells its width beforehand; false where it is too wide to be read.</summary>
    public bool Admits(int width) => width <= limits.MaxColumns
        || Refuse(FindingCatalogue.ColumnsTooMany.ForFile(CellText.ColumnLetters(width - 1), Text(limits.MaxColumns)));

    /// <summary>The sheet, or null where a limit was passed; the findings say which.</summary>
    public Sheet? Build()
    {
        if (rowsMet > limits.MaxRows && !tooLarge)
        {
            Refuse(FindingCatalogue.RowsTooMany.ForFile(Text(rowsMet), Text(limits.MaxRows)));
        }

        return tooLarge ? null : new Sheet(rows);
    }

    private bool Keep(int line, int width, string[] texts, IReadOnlyList<CellFlaw> flaws)
    {
        cells += texts.Count(text => text.Length > 0);
        if (cells > limits.MaxCells)
        {
            return Refuse(FindingCatalogue.CellsTooMany.ForFile(null, Text(limits.MaxCells)));
        }

        rows.Add(new SheetRow(line, width, texts, texts.Any(text => text.Length > limits.MaxCellLength) ? [.. flaws, .. TooLong(texts)] : flaws));
        return true;
    }

    private IEnumerable<CellFlaw> TooLong(string[] texts) =>
        from cell in texts.Index()
        where cell.Item.Length > limits.MaxCellLength
        select new CellFlaw(cell.Index, FindingCatalogue.CellTooLong, cell.Item, $"{Text(limits.MaxCellLength)} characters");

    private bool Refuse(Finding finding)
    {
        findings.Add(finding);
        tooLarge = true;
        return false;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
