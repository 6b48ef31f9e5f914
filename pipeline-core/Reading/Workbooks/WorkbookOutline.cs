namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>A sheet in the order of the tabs; <c>Path</c> is null where its part is not in the file.</summary>
internal sealed record SheetEntry(string Name, bool IsVisible, string? Path);

/// <summary>What the workbook says of itself: its sheets, from which day its dates count, and whether Excel is to work out all formulas
/// anew.</summary>
internal sealed record WorkbookOutline(IReadOnlyList<SheetEntry> Sheets, bool From1904, bool IsRecalculated)
{
    // Charts and old dialogs have tabs too, but no cells.
    private static readonly string[] WithoutCells = ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"];

    /// <summary>The first sheet that is seen; where all are hidden the first.</summary>
    public SheetEntry Chosen => Sheets.FirstOrDefault(sheet => sheet.IsVisible) ?? Sheets[0];

    public static WorkbookOutline Read(WorkbookParts parts, WorkbookLimits limits)
    {
        var links = parts.BookLinks.DistinctBy(link => link.Id).ToDictionary(link => link.Id, StringComparer.Ordinal);
        var (sheets, from1904, isRecalculated) = (new List<SheetEntry>(), false, false);
        using var xml = parts.Open(parts.BookPath);
        foreach (var name in xml.Elements())
        {
            switch (name)
            {
                case "sheet":
                    var (title, state) = (xml.Attribute("name") ?? "", xml.Attribute("state") ?? "visible");
                    if (!links.TryGetValue(xml.Relationship() ?? "", out var link) || !WithoutCells.Contains(link.Kind))
                    {
                        sheets.Add(new SheetEntry(title, state == "visible", link.Path is { } path && parts.Has(path) ? path : null));
                    }

                    WorkbookLimits.Require(sheets.Count <= limits.MaxSheets);
                    break;
                case "workbookPr":
                    from1904 = xml.Flag("date1904");
                    break;
                case "calcPr":
                    isRecalculated = xml.Flag("fullCalcOnLoad");
                    break;
            }
        }

        WorkbookLimits.Require(sheets.Count > 0);
        return new WorkbookOutline(sheets, from1904, isRecalculated);
    }
}
