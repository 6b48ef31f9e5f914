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

    /// <summary>Takes a row of which cells were cut out: where all of those are empty it is like any other.</summary>
    public bool AddWide(int line, string[] texts, WideRow wide)
    {
        rowsMet += wide.LastFilled < 0 ? 0 : 1;
        return wide.LastFilled < 0 ? Add(line, texts, [], width: wide.Cells) : RefuseWidth(line, wide.LastFilled);
    }

    /// <summary>Takes a row, whose texts are its own from then on; false says that no more rows need to be read.</summary>
    public bool Add(int line, string[] texts, IReadOnlyList<CellFlaw> flaws, bool isHidden = false, int? width = null)
    {
        var last = texts.Length - 1;
        while (last >= 0 && CellText.Trim(texts[last].AsSpan()).IsEmpty)
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
            return RefuseWidth(line, last);
        }

        // Over the limit rows are only counted, so that the message can say how many there are.
        return rowsMet > limits.MaxRows
            || Keep(new SheetRow(line, width ?? texts.Length, Trimmed(texts, last + 1), flaws) { IsHidden = isHidden });
    }

    /// <summary>Rows that could not be split into cells count as rows too.</summary>
    public void AddUnreadable(int rows) => rowsMet += rows;

    /// <summary>The sheet, or null where a limit was passed; the findings say which.</summary>
    public Sheet? Build()
    {
        if (rowsMet > limits.MaxRows && !tooLarge)
        {
            Refuse(FindingCatalogue.RowsTooMany.ForFile(Text(rowsMet), Text(limits.MaxRows)));
        }

        return tooLarge ? null : new Sheet(rows);
    }

    /// <summary>The first cells, trimmed; the texts themselves where there is nothing to trim.</summary>
    private static string[] Trimmed(string[] texts, int length)
    {
        var trimmed = length == texts.Length ? texts : texts[..length];
        for (var i = 0; i < length; i++)
        {
            trimmed[i] = CellText.Trim(trimmed[i]);
        }

        return trimmed;
    }

    private bool Keep(SheetRow row)
    {
        var isLong = false;
        foreach (var text in row.Cells)
        {
            cells += text.Length > 0 ? 1 : 0;
            isLong |= text.Length > limits.MaxCellLength;
        }

        if (cells > limits.MaxCells)
        {
            return Refuse(FindingCatalogue.CellsTooMany.ForFile(null, Text(limits.MaxCells)));
        }

        rows.Add(isLong ? row with { Flaws = [.. row.Flaws, .. TooLong(row.Cells)] } : row);
        return true;
    }

    private IEnumerable<CellFlaw> TooLong(string[] texts) =>
        from cell in texts.Index()
        where cell.Item.Length > limits.MaxCellLength
        select new CellFlaw(cell.Index, FindingCatalogue.CellTooLong, cell.Item, $"{Text(limits.MaxCellLength)} characters");

    private bool RefuseWidth(int line, int last) =>
        Refuse(FindingCatalogue.ColumnsTooMany.At(line, null, CellText.ColumnLetters(last), Text(limits.MaxColumns)));

    private bool Refuse(Finding finding)
    {
        findings.Add(finding);
        tooLarge = true;
        return false;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
