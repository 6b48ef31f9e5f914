using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Benchmarking.Core.Tests.Publishing;

/// <summary>A workbook that we wrote, opened by another library than those that write and read it here.</summary>
internal sealed partial class OpenedWorkbook : IDisposable
{
    private readonly SpreadsheetDocument document;

    public OpenedWorkbook(byte[] bytes) => document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    public IReadOnlyList<string> SheetNames => [.. Sheets.Select(sheet => sheet.Name!.Value!)];

    private IEnumerable<Sheet> Sheets => document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>();

    /// <summary>What Open XML's own schema has against the file.</summary>
    public IReadOnlyList<string> Faults =>
        [.. new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken)
            .Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];

    /// <summary>The texts of a sheet's cells; a row is as long as its last cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Texts(int sheet) =>
        [.. Worksheet(sheet).Descendants<Row>().Select(row => (IReadOnlyList<string>)[.. row.Elements<Cell>().Select(Text)])];

    public Cell Cell(int sheet, string reference) => Worksheet(sheet).Descendants<Cell>().Single(cell => cell.CellReference == reference);

    public Worksheet Worksheet(int sheet) => ((WorksheetPart)document.WorkbookPart!.GetPartById(Sheets.ElementAt(sheet).Id!)).Worksheet;

    /// <summary>The number format of a cell: its code, or its number where it is one that every Excel has.</summary>
    public string Format(Cell cell)
    {
        var id = Style(cell).NumberFormatId!.Value;
        var custom = Stylesheet.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(format => format.NumberFormatId! == id);
        return custom?.FormatCode?.Value ?? id.ToString(CultureInfo.InvariantCulture);
    }

    public bool IsBold(Cell cell) => Stylesheet.Fonts!.Elements<Font>().ElementAt((int)Style(cell).FontId!.Value).Bold is not null;

    public void Dispose() => document.Dispose();

    private Stylesheet Stylesheet => document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;

    private CellFormat Style(Cell cell) => Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));

    private static string Text(Cell cell) => cell.InlineString is { } inline
        ? Escape().Replace(inline.InnerText, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber,
            CultureInfo.InvariantCulture)).ToString())
        : cell.CellValue?.Text ?? "";

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
