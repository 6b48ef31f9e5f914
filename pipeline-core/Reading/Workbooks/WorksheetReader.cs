using System.Globalization;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>Reads one sheet from its first row to its last. What stands before and after the rows is known once they have been
/// read.</summary>
internal sealed class WorksheetReader(PartReader xml, CellReader cells, CellStyles styles, WorkbookLimits limits)
{
    private readonly SortedSet<int> hiddenColumns = [];
    private readonly List<CellBlock> merged = [];
    private readonly List<CellBlock> ruled = [];
    private readonly List<string> tables = [];
    private IReadOnlyList<CellBlock> rule = [];
    private int elements;

    /// <summary>Columns from 0.</summary>
    public IReadOnlySet<int> HiddenColumns => hiddenColumns;

    public IReadOnlyList<CellBlock> Merged => merged;

    /// <summary>Blocks in which a rule changes number formats.</summary>
    public IReadOnlyList<CellBlock> Ruled => ruled;

    /// <summary>The ids by which the sheet names its tables.</summary>
    public IReadOnlyList<string> Tables => tables;

    public IEnumerable<WorksheetRow> Rows()
    {
        var last = 0;
        foreach (var name in xml.Elements())
        {
            if (name != "sheetData")
            {
                TakeOther(name);
                continue;
            }

            foreach (var _ in xml.Within().Where(element => element == "row"))
            {
                var line = Number(xml.Attribute("r")) ?? last + 1;
                // Out of order rows would get the wrong numbers; Excel calls such a file damaged too.
                WorkbookLimits.Require(line > last && line <= limits.MaxSheetRows);
                last = line;
                yield return Row(line);
            }
        }
    }

    private WorksheetRow Row(int line)
    {
        var isHidden = xml.Flag("hidden") || xml.Attribute("ht") == "0";
        var (texts, flaws, column) = (new List<string>(), new List<CellFlaw>(), -1);
        foreach (var element in xml.Within())
        {
            if (element != "c")
            {
                continue;
            }

            WorkbookLimits.Require(++elements <= limits.MaxCellElements);
            var cell = Cell(line, column);
            column = cell.Column;
            var text = cell.IsBlank ? "" : cells.Text(cell, flaws);
            while (text.Length > 0 && texts.Count < column)
            {
                texts.Add("");
            }

            if (text.Length > 0)
            {
                texts.Add(text);
            }
        }

        return new WorksheetRow(line, isHidden, [.. texts], flaws);
    }

    private StoredCell Cell(int line, int before)
    {
        var column = xml.Attribute("r") is { } place ? CellBlock.Place(place, line) : before + 1;
        WorkbookLimits.Require(column > before && column < limits.MaxSheetColumns);
        var (kind, style) = (xml.Attribute("t") ?? "n", Number(xml.Attribute("s")) ?? 0);
        (string? Formula, string? Value, RichText? Inline) found = default;
        foreach (var name in xml.Within())
        {
            switch (name)
            {
                case "f":
                    found.Formula = xml.ElementText();
                    break;
                case "v":
                    found.Value = xml.ElementText();
                    break;
                case "is":
                    found.Inline = RichText.Read(xml, limits);
                    break;
            }
        }

        return new StoredCell(column, kind, style, found.Formula, found.Value, found.Inline);
    }

    private void TakeOther(string name)
    {
        switch (name)
        {
            case "sheetView":
                cells.ShowsZeros = xml.Attribute("showZeros") is not ("0" or "false");
                break;
            case "col" when xml.Flag("hidden") || xml.Attribute("width") == "0":
                Hide();
                break;
            case "mergeCell":
                Take(merged, CellBlock.All(xml.Attribute("ref") ?? ""), limits.MaxMergedBlocks);
                break;
            case "conditionalFormatting":
                rule = [.. CellBlock.All(xml.Attribute("sqref") ?? "")];
                break;
            case "cfRule" when styles.RuleHasFormat(Number(xml.Attribute("dxfId")) ?? -1):
                Take(ruled, rule, limits.MaxMergedBlocks);
                rule = [];
                break;
            case "tablePart":
                tables.Add(xml.Relationship() ?? "");
                WorkbookLimits.Require(tables.Count <= limits.MaxTables);
                break;
        }
    }

    private void Hide()
    {
        var (first, last) = (Number(xml.Attribute("min")) ?? 0, Number(xml.Attribute("max")) ?? 0);
        WorkbookLimits.Require(first > 0 && last <= limits.MaxSheetColumns);
        for (var column = first; column <= last; column++)
        {
            hiddenColumns.Add(column - 1);
        }
    }

    private static void Take(List<CellBlock> blocks, IEnumerable<CellBlock> found, int most)
    {
        blocks.AddRange(found);
        WorkbookLimits.Require(blocks.Count <= most);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
