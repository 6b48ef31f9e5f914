using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SpreadCheetah;
using SpreadCheetah.Styling;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Font = DocumentFormat.OpenXml.Spreadsheet.Font;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

/// <summary>Saves a random sheet as .xlsx by one of two libraries, neither of which reads it here.</summary>
internal static class RandomBooks
{
    public static async Task<byte[]> BySpreadCheetah(RandomSheet sheet)
    {
        using var stream = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(stream))
        {
            await book.StartWorksheetAsync("Return");
            foreach (var row in sheet.Rows)
            {
                await book.AddRowAsync(row.Select(cell => new StyledCell(Data(cell.Held), cell.Code.Length == 0 ? null : book.AddStyle(
                    new Style { Format = SpreadCheetah.Styling.NumberFormat.Custom(cell.Code) }))).ToArray());
            }

            await book.FinishAsync();
        }

        return stream.ToArray();
    }

    /// <summary>With shared texts, as Excel has them.</summary>
    public static byte[] ByOpenXml(RandomSheet sheet)
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = book.AddWorkbookPart();
            var part = main.AddNewPart<WorksheetPart>();
            string[] codes = [.. sheet.Rows.SelectMany(row => row).Select(cell => cell.Code).Where(code => code.Length > 0).Distinct()];
            main.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles(codes);
            List<string> texts = [];
            part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select(row => new Row(row.Select(cell => Cell(cell, codes, texts))))));
            main.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                texts.Select(text => new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));
            main.Workbook = new Workbook(new Sheets(new Sheet { Name = "Return", SheetId = 1, Id = main.GetIdOfPart(part) }));
        }

        return stream.ToArray();
    }

    private static DataCell Data(object? held) => held switch
    {
        null => default,
        decimal number => new DataCell(number),
        bool truth => new DataCell(truth),
        DateOnly date => new DataCell(date.ToDateTime(TimeOnly.MinValue)),
        _ => new DataCell((string)held),
    };

    private static Cell Cell(RandomCell cell, string[] codes, List<string> texts)
    {
        var style = (uint)(Array.IndexOf(codes, cell.Code) + 1);
        switch (cell.Held)
        {
            case null:
                return new Cell();
            case string text:
                texts.Add(text);
                return new Cell { DataType = CellValues.SharedString, CellValue = new CellValue(texts.Count - 1), StyleIndex = style };
            case bool truth:
                return new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(truth) };
            case DateOnly date:
                return new Cell { CellValue = new CellValue(date.ToDateTime(TimeOnly.MinValue).ToOADate()
                    .ToString(CultureInfo.InvariantCulture)), StyleIndex = style };
            default:
                return new Cell { CellValue = new CellValue((decimal)cell.Held), StyleIndex = style };
        }
    }

    private static Stylesheet Styles(string[] codes) => new(
        new NumberingFormats(codes.Select((code, i) => new NumberingFormat { NumberFormatId = (uint)(164 + i), FormatCode = code })),
        new Fonts(new Font()),
        new Fills(new DocumentFormat.OpenXml.Spreadsheet.Fill()),
        new Borders(new DocumentFormat.OpenXml.Spreadsheet.Border()),
        new CellFormats(codes.Select((_, i) => new CellFormat { NumberFormatId = (uint)(164 + i) }).Prepend(new CellFormat())));
}
