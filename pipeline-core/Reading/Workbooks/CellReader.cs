using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>Cells of one workbook as the texts that an officer sees, and what is wrong with them.</summary>
internal sealed class CellReader(WorkbookOutline outline, CellStyles styles, IReadOnlyList<RichText> texts, TextBudget budget)
{
    /// <summary>Whether the sheet shows a zero as such, and not as an empty cell.</summary>
    public bool ShowsZeros { get; set; } = true;

    public string Text(StoredCell cell, List<CellFlaw> flaws)
    {
        if (cell.Formula is not null && !IsCalculated(cell))
        {
            var formula = cell.Formula.Length > 0 ? $"={cell.Formula}" : "shared with other cells";
            return Flawed(flaws, new CellFlaw(cell.Column, FindingCatalogue.FormulaNotCalculated, formula, "its result"), "");
        }

        var style = styles.At(cell.Style);
        var (text, isStruck) = Value(cell, style, flaws);
        if (text.Length > 0 && (style.IsStruck || isStruck))
        {
            flaws.Add(new CellFlaw(cell.Column, FindingCatalogue.RowsStruckOut, text, "entries that hold") { InWords = text });
        }

        if (cell.Formula is not null && outline.IsRecalculated)
        {
            flaws.Add(new CellFlaw(cell.Column, FindingCatalogue.FormulaRecalculated, text, "what Excel works out") { InWords = text });
        }

        return text;
    }

    /// <summary>Libraries that cannot calculate leave a formula without a result, or with 0, and ask Excel to work all of them
    /// out.</summary>
    private bool IsCalculated(StoredCell cell)
    {
        var isThere = cell.Value is { Length: > 0 } || cell is { Kind: "str", Value: not null };
        return isThere && !(outline.IsRecalculated && IsPlaceholder(cell.Value));
    }

    private static bool IsPlaceholder(string? value) =>
        string.IsNullOrEmpty(value) || (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == 0);

    private (string Text, bool IsStruck) Value(StoredCell cell, CellStyle style, List<CellFlaw> flaws)
    {
        var value = cell.Value ?? "";
        switch (cell.Kind)
        {
            case "s" or "inlineStr" or "str":
                return Rich(cell, style, flaws);
            case "b":
                return (value is "1" or "true" ? "TRUE" : "FALSE", false);
            case "e":
                return (Flawed(flaws, new CellFlaw(cell.Column, FindingCatalogue.CellError, value, "a value"), value), false);
            case "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date):
                return (Date(cell.Column, date, "", flaws), false);
            default:
                return (value.Length == 0 ? "" : Number(cell.Column, value, style.Format, flaws), false);
        }
    }

    private (string Text, bool IsStruck) Rich(StoredCell cell, CellStyle style, List<CellFlaw> flaws)
    {
        var text = cell.Kind == "s" ? texts.At(cell.Value ?? "") : cell.Inline ?? RichText.OfValue(cell.Value ?? "");
        if (cell.Kind != "s")
        {
            budget.Take(text.Whole);
        }

        if (text.HasMarks)
        {
            flaws.Add(new CellFlaw(cell.Column, FindingCatalogue.CellMarkLeftOut, text.Whole, text.Text) { InWords = text.Whole });
        }

        // A format may show a text with others beside it, or not at all.
        if (style.Format.OfText is { } section && text.Text.Length > 0 && Shown(section, text.Text) is var shown
            && shown != text.Text.Trim())
        {
            var expected = shown.Length == 0 ? "nothing" : shown;
            flaws.Add(new CellFlaw(cell.Column, FindingCatalogue.CellShownOtherwise, text.Text, expected) { InWords = shown });
        }

        return (text.Text, text.IsStruck);
    }

    private static string Shown(FormatSection section, string text) =>
        $"{section.Before}{(section.TakesText ? text : "")}{section.After}".Trim();

    private string Number(int column, string value, NumberFormat format, List<CellFlaw> flaws)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return Flawed(flaws, new CellFlaw(column, FindingCatalogue.CellNumberDamaged, value, "a number with a decimal point"), value);
        }

        if (Math.Abs(number) < ShownNumber.Largest && format.For((decimal)number).Section.Kind == FormatKind.Date)
        {
            return ExcelDate.FromSerial(number, outline.From1904) is { } date
                ? Date(column, date, GeneralFormat.Text((decimal)number), flaws)
                : Flawed(flaws, new CellFlaw(column, FindingCatalogue.CellShownOtherwise, value, "########"), value);
        }

        return new NumberShowing(column, flaws, ShowsZeros).Text(number, format);
    }

    private static string Date(int column, DateTime date, string number, List<CellFlaw> flaws)
    {
        var text = ExcelDate.Text(date);
        var figure = number.Length == 0 ? "a plain number" : $"a plain number, which without the date's format is {number}";
        var flaw = new CellFlaw(column, FindingCatalogue.CellDate, text, ExcelDate.Typed(date)) { InWords = text, InNumbers = figure };
        return Flawed(flaws, flaw, text);
    }

    private static string Flawed(List<CellFlaw> flaws, CellFlaw flaw, string text)
    {
        flaws.Add(flaw);
        return text;
    }
}
