using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>The first visible sheet of a workbook as rows of text, as Excel shows it.</summary>
internal sealed class WorkbookReader(
    WorkbookParts parts, ReadingLimits limits, WorkbookOutline outline, CellStyles styles, IReadOnlyList<RichText> texts, TextBudget budget)
{
    public static WorkbookReader Open(WorkbookParts parts, ReadingLimits limits)
    {
        var (outline, budget) = (WorkbookOutline.Read(parts, limits.Workbook), new TextBudget(limits.Workbook));
        using var styles = parts.OpenOnly("styles");
        using var texts = parts.OpenOnly("sharedStrings");
        return new WorkbookReader(
            parts, limits, outline, styles is null ? CellStyles.None : CellStyles.Read(styles, limits.Workbook),
            texts is null ? [] : SharedTexts.Read(texts, budget, limits.Workbook), budget);
    }

    /// <summary>The sheet; null where it passes a limit, which is among the findings.</summary>
    public Sheet? Read(List<Finding> findings)
    {
        ReportIgnored(findings);
        var builder = new SheetBuilder(limits, findings);
        using var part = OpenChosen();
        var sheet = Reader(part);
        foreach (var row in sheet.Rows())
        {
            if (!builder.Add(row.Line, row.Texts, row.Flaws, row.IsHidden))
            {
                break;
            }
        }

        return builder.Build() is not { } built ? null : built.AsWideAsItsWidestRow() with
        {
            Merged = sheet.Merged, Ruled = sheet.Ruled, HiddenColumns = sheet.HiddenColumns, Totalled = Totalled(sheet.Tables),
        };
    }

    /// <summary>All rows of the sheet, blank ones too; null where there are more, or wider ones, than are read.</summary>
    public List<string[]>? Rows()
    {
        using var part = OpenChosen();
        var rows = new List<string[]>();
        foreach (var row in Reader(part).Rows().Where(row => row.Texts.Length > 0))
        {
            if (row.Line > limits.MaxRows || row.Texts.Length > limits.MaxColumns)
            {
                return null;
            }

            while (rows.Count < row.Line - 1)
            {
                rows.Add([]);
            }

            rows.Add(row.Texts);
        }

        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Length);
        return [.. rows.Select(row => row.Length == width ? row : [.. row, .. Enumerable.Repeat("", width - row.Length)])];
    }

    private PartReader OpenChosen()
    {
        WorkbookLimits.Require(outline.Chosen.Path is not null);
        return parts.Open(outline.Chosen.Path!);
    }

    private WorksheetReader Reader(PartReader part) => new(part, new CellReader(outline, styles, texts, budget), styles, limits.Workbook);

    /// <summary>Names the sheets with content that are not read. Each part is looked into once, up to its first entry.</summary>
    private void ReportIgnored(List<Finding> findings)
    {
        var others = outline.Sheets.Where(sheet => sheet != outline.Chosen && sheet.Path is not null).ToArray();
        var first = others.Select(sheet => sheet.Path!).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(path => path, FirstText, StringComparer.OrdinalIgnoreCase);
        var ignored = others.Where(sheet => first[sheet.Path!] is { Length: > 0 } text && !OwnSheets.Is(sheet.Name, text))
            .Select(sheet => sheet.Name).ToArray();
        if (ignored.Length > 0)
        {
            findings.Add(FindingCatalogue.SheetsIgnored.ForFile(string.Join(", ", ignored), "one sheet", outline.Chosen.Name));
        }
    }

    private string FirstText(string path)
    {
        using var part = parts.Open(path);
        return Reader(part).Rows().SelectMany(row => row.Texts).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    private List<TotalledTable> Totalled(IReadOnlyList<string> tables)
    {
        var totalled = new List<TotalledTable>();
        var links = tables.Count == 0 ? [] : parts.Links(outline.Chosen.Path!);
        foreach (var link in links.Where(link => tables.Contains(link.Id) && parts.Has(link.Path)))
        {
            using var xml = parts.Open(link.Path);
            totalled.AddRange(xml.Elements().Where(name => name == "table" && xml.Attribute("totalsRowCount") is not (null or "0"))
                .Select(_ => new TotalledTable(xml.Attribute("displayName") ?? "", CellBlock.All(xml.Attribute("ref") ?? "").First())));
        }

        return totalled;
    }
}
