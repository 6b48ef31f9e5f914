using System.Globalization;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>How a cell is shown, as far as it bears on what its figure is.</summary>
internal sealed record CellStyle(NumberFormat Format, bool IsStruck)
{
    public static CellStyle General { get; } = new(NumberFormat.General, IsStruck: false);
}

/// <summary>The styles of a workbook by the numbers that cells name. A number format is taken apart once a cell has it.</summary>
internal sealed class CellStyles
{
    private readonly List<(int Format, bool IsStruck)> cells = [];
    private readonly List<bool> rules = [];
    private readonly Dictionary<int, string> codes = [];
    private readonly Dictionary<int, CellStyle> taken = [];

    public static CellStyles None { get; } = new();

    /// <summary>The style of a number; General where there is none.</summary>
    public CellStyle At(int number)
    {
        if (number < 0 || number >= cells.Count)
        {
            return CellStyle.General;
        }

        if (!taken.TryGetValue(number, out var style))
        {
            var (format, isStruck) = cells[number];
            var code = codes.GetValueOrDefault(format) ?? BuiltInFormats.Code(format);
            taken[number] = style = new CellStyle(NumberFormat.Of(code), isStruck);
        }

        return style;
    }

    /// <summary>Whether a rule's style has a number format of its own.</summary>
    public bool RuleHasFormat(int number) => number >= 0 && number < rules.Count && rules[number];

    public static CellStyles Read(PartReader xml, WorkbookLimits limits)
    {
        var (styles, struck) = (new CellStyles(), new List<bool>());
        foreach (var name in xml.Elements())
        {
            switch (name)
            {
                case "numFmts":
                    styles.ReadCodes(xml, limits);
                    break;
                case "fonts":
                    ReadFonts(xml, struck, limits);
                    break;
                case "cellXfs":
                    styles.ReadCells(xml, struck, limits);
                    break;
                case "dxfs":
                    styles.ReadRules(xml, limits);
                    break;
            }
        }

        return styles;
    }

    private void ReadCodes(PartReader xml, WorkbookLimits limits)
    {
        foreach (var _ in xml.Within().Where(name => name == "numFmt"))
        {
            codes[Number(xml.Attribute("numFmtId"))] = xml.Attribute("formatCode") ?? "";
            WorkbookLimits.Require(codes.Count <= limits.MaxFormats);
        }
    }

    private static void ReadFonts(PartReader xml, List<bool> struck, WorkbookLimits limits)
    {
        foreach (var name in xml.Within())
        {
            if (name == "font")
            {
                struck.Add(false);
                WorkbookLimits.Require(struck.Count <= limits.MaxFormats);
            }
            else if (name == "strike" && struck.Count > 0)
            {
                struck[^1] = xml.Attribute("val") is null or "1" or "true";
            }
        }
    }

    private void ReadCells(PartReader xml, List<bool> struck, WorkbookLimits limits)
    {
        foreach (var _ in xml.Within().Where(name => name == "xf"))
        {
            var font = Number(xml.Attribute("fontId"));
            cells.Add((Number(xml.Attribute("numFmtId")), font >= 0 && font < struck.Count && struck[font]));
            WorkbookLimits.Require(cells.Count <= limits.MaxFormats);
        }
    }

    private void ReadRules(PartReader xml, WorkbookLimits limits)
    {
        foreach (var name in xml.Within())
        {
            if (name == "dxf")
            {
                rules.Add(false);
                WorkbookLimits.Require(rules.Count <= limits.MaxFormats);
            }
            else if (name == "numFmt" && rules.Count > 0)
            {
                rules[^1] = true;
            }
        }
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
