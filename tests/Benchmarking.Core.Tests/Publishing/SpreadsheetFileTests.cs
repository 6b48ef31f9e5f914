using System.IO.Compression;
using Benchmarking.Core.Publishing;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Benchmarking.Core.Tests.Publishing;

public sealed class SpreadsheetFileTests
{
    /// <summary>The shape that every table of the interface takes: figures on the first sheet, what they are on the second.</summary>
    private static SpreadsheetPage[] Table =>
    [
        new(
            "Figures",
            [
                [SpreadsheetCell.Heading("year"), SpreadsheetCell.Heading("council"), SpreadsheetCell.Heading("value")],
                [SpreadsheetCell.Of("2012-13"), SpreadsheetCell.Of("hackney"), SpreadsheetCell.Of(11.25m, 1)],
                [SpreadsheetCell.Of("2013-14"), SpreadsheetCell.Of("hackney"), SpreadsheetCell.Of(null, 1)],
                [SpreadsheetCell.Of("2014-15"), SpreadsheetCell.Of("hackney"), SpreadsheetCell.Of(-1234567m, 0)],
            ],
            [10, 24],
            HeadingRows: 1),
        SpreadsheetPage.OfText("Definitions", [["value", "savings as a percentage of the net budget"]], [20, 60]),
    ];

    [Fact]
    public void A_table_has_years_as_text_typed_numbers_with_their_decimals_and_a_second_sheet()
    {
        using var book = new OpenedWorkbook(SpreadsheetFile.Of(Table));
        Assert.Equal(["Figures", "Definitions"], book.SheetNames);
        Assert.Equal([["year", "council", "value"], ["2012-13", "hackney", "11.25"], ["2013-14", "hackney", ""],
            ["2014-15", "hackney", "-1234567"]], book.Texts(0));
        var (year, number, missing, whole) = (book.Cell(0, "A2"), book.Cell(0, "C2"), book.Cell(0, "C3"), book.Cell(0, "C4"));
        Assert.Equal((CellValues.InlineString, "49"), (year.DataType!.Value, book.Format(year)));
        Assert.Equal((null, "#,##0.0"), (number.DataType, book.Format(number)));
        Assert.Equal("#,##0", book.Format(whole));
        Assert.Null(missing.CellValue);
    }

    [Fact]
    public void Headings_are_bold_and_stay_in_sight_and_columns_have_their_widths()
    {
        using var book = new OpenedWorkbook(SpreadsheetFile.Of(Table));
        Assert.True(book.IsBold(book.Cell(0, "A1")));
        Assert.False(book.IsBold(book.Cell(0, "A2")));
        Assert.Equal(1, book.Worksheet(0).Descendants<Pane>().Single().VerticalSplit!.Value);
        Assert.Empty(book.Worksheet(1).Descendants<Pane>());
        Assert.Equal([10, 24], book.Worksheet(0).Descendants<Column>().Select(column => column.Width!.Value));
    }

    [Theory]
    [InlineData("=1+2")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@A1")]
    [InlineData("=HYPERLINK(\"x\")")]
    public void Text_that_looks_like_a_formula_is_text(string text)
    {
        using var book = new OpenedWorkbook(SpreadsheetFile.Of([SpreadsheetPage.OfText("S", [[text]], [])]));
        Assert.Equal([[text]], book.Texts(0));
        Assert.Empty(book.Worksheet(0).Descendants<CellFormula>());
    }

    [Fact]
    public void Every_workbook_is_what_the_schema_of_Open_XML_allows()
    {
        using var book = new OpenedWorkbook(SpreadsheetFile.Of([.. Table,
            SpreadsheetPage.OfText("Odd", [["\u0001", "\uD800", "a\r\nb", "_x0041_", "\uFFFF", ""], []], [])]));
        Assert.Empty(book.Faults);
    }

    [Fact]
    public void The_same_pages_are_the_same_bytes_whenever_they_are_written()
    {
        var bytes = SpreadsheetFile.Of(Table);
        Assert.Equal(bytes, SpreadsheetFile.Of(Table));
        using var archive = new ZipArchive(new MemoryStream(bytes));
        // What the clock said when it was written would differ from one run to the next.
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.StartsWith("docProps/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_and_never_through_a_character()
    {
        using var book = new OpenedWorkbook(SpreadsheetFile.Of([SpreadsheetPage.OfText("S",
            [[new string('x', SpreadsheetFile.LongestCell - 1) + "\U0001F600!"]], [])]));
        var text = book.Texts(0)[0][0];
        Assert.Equal(new string('x', SpreadsheetFile.LongestCell - 1), text);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(16)]
    public void Decimals_that_Excel_cannot_show_are_our_mistake(int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpreadsheetCell.Of(1m, decimals));
}
