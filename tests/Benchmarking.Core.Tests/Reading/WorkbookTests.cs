using System.IO.Compression;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Reading.WorkbookFile;

namespace Benchmarking.Core.Tests.Reading;

public sealed class WorkbookTests
{
    private const int Burst = 20_000_000;

    private static readonly string Header = Returns.Header.Replace(',', '|');

    [Fact]
    public void The_first_sheet_gives_the_same_rows_as_the_text()
    {
        var raw = ReadBook([.. Returns.Good.Trim().Replace(',', '|').Split('\n')]);

        Assert.Empty(raw.Findings);
        Assert.Equal(Returns.Read(Returns.Good).Shown(), raw.Shown());
    }

    [Theory]
    [InlineData("1234567", 0, "1234567")]
    [InlineData("1234.5", 0, "1234.5")]
    [InlineData("0.30000000000000004", 0, "0.3")]
    [InlineData("-1.5E-3", 0, "-0.0015")]
    [InlineData("1E+20", 0, "1E+20")]
    [InlineData("1E+300", 0, "1E+300")]
    [InlineData("7.2E-2", 2, "7.20%")]
    [InlineData("0.07234", 2, "7.23%")]
    [InlineData("7.2", 4, "7.2%")]
    [InlineData("0", 3, "0")]
    public void Numbers_become_the_text_that_is_shown(string stored, int style, string expected)
    {
        var raw = ReadBook(Header, Row(2, Text("2012-13"), Text("a"), "<c/>", Number(stored, style), Text("gbp"), Text("actual")));

        Assert.Empty(raw.Findings);
        Assert.Equal(expected, raw.Rows[0]["amount"]);
    }

    [Fact]
    public void A_formula_counts_by_the_value_that_Excel_kept()
    {
        var raw = ReadBook(Header,
            Row(2, Text("2012-13"), "<c t=\"str\"><f>A9</f><v>a</v></c>", "<c/>", "<c><f>SUM(A1:A2)</f><v>5</v></c>", Text("gbp"),
                Text("actual")));

        Assert.Equal(["2: 2012-13 | a |  | 5 | gbp | actual | "], raw.Shown());
    }

    [Fact]
    public void A_formula_that_failed_is_an_error_with_line_and_column()
    {
        var finding = ReadBook(Header, Row(2, Text("2012-13"), Text("a"), "<c/>", "<c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
            Text("gbp"), Text("actual")))
            .Only(FindingCatalogue.CellError);

        Assert.Equal((2, "amount", "#DIV/0!"), (finding.Line, finding.Column, finding.Value));
    }

    [Fact]
    public void A_date_in_the_year_column_says_what_was_probably_typed_and_a_date_in_a_note_is_text()
    {
        // 40878 is 1 December 2011, which is what Excel makes of 2011-12.
        var finding =
            ReadBook(Header, Row(2, Number("40878", 1), Text("a"), "<c/>", Number("1"), Text("gbp"), Text("actual"), Number("40878", 1)))
            .Only(FindingCatalogue.CellDate);

        Assert.Equal((2, "financial_year", "2011-12-01", "2011-12"), (finding.Line, finding.Column, finding.Value, finding.Expected));
    }

    [Fact]
    public void A_number_shown_in_thousands_is_an_error()
    {
        var finding = ReadBook(Header, Row(2, Text("2012-13"), Text("a"), "<c/>", Number("1234000", 3), Text("gbp"), Text("actual")))
            .Only(FindingCatalogue.CellScaled);

        Assert.Equal((2, "amount", "1234000", "thousands"), (finding.Line, finding.Column, finding.Value, finding.Expected));
    }

    [Fact]
    public void Merged_cells_among_the_rows_are_an_error_but_a_merged_title_is_not()
    {
        var book = new WorkbookFile().With(
            "Return",
            ["Budget", Header, "2012-13|a||1|gbp|actual", "2012-13|||2|gbp|actual", "2012-13|b||2|gbp|actual"],
            after: "<mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>");

        var raw = Returns.Read(book.ToArray(), "xlsx");

        var finding = Assert.Single(raw.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal((FindingCatalogue.CellsMerged.Code, 3, "measure", "B3:B4"),
            (finding.Code, finding.Line, finding.Column, finding.Value));
        Assert.Equal([5], raw.Rows.Select(row => row.Line));
        Assert.Equal(3, raw.RowsRead);
    }

    [Fact]
    public void Rows_keep_the_numbers_that_Excel_shows()
    {
        var raw = ReadBook(Row(3, Split(Header)), Row(7, Split("2012-13|a||1|gbp|actual")), Row(8),
            Row(9, Split("2012-13|b||1|gbp|actual")));

        Assert.Equal([FindingCatalogue.HeaderNotFirst.Code, FindingCatalogue.RowBlank.Code], raw.Codes().Order());
        Assert.Equal([7, 9], raw.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Hidden_sheets_in_front_are_passed_over_and_sheets_with_content_named()
    {
        var book = new WorkbookFile()
            .With("Lists", ["gbp|actual"], "hidden")
            .With("Return", Returns.Good.Trim().Replace(',', '|').Split('\n'))
            .With("Blank", [])
            .With("Working", ["x"]);

        var raw = Returns.Read(book.ToArray(), "xlsx");

        Assert.Equal("Lists, Working", raw.Only(FindingCatalogue.SheetsIgnored).Value);
        Assert.Equal(2, raw.Rows.Count);
    }

    [Fact]
    public void A_blank_first_sheet_is_an_empty_file() =>
        Returns.Read(new WorkbookFile().With("Return", []).ToArray(), "xlsx").Only(FindingCatalogue.FileEmpty);

    [Fact]
    public void Formatted_blank_cells_far_to_the_right_do_not_count()
    {
        var raw = ReadBook(Header, Row(2, [.. Split("2012-13|a||1|gbp|actual"), "<c r=\"XFD2\" s=\"1\"/>"]));

        Assert.Empty(raw.Findings);
        Assert.Single(raw.Rows);
    }

    [Fact]
    public void Content_far_to_the_right_is_too_wide() =>
        Assert.Equal("XFD", ReadBook(Header, Row(2, "<c r=\"XFD2\"><v>1</v></c>")).Only(FindingCatalogue.ColumnsTooMany).Value);

    [Theory]
    [InlineData("<row r=\"2147483647\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"5\"/><row r=\"2\"/>")]
    [InlineData("<row r=\"1\"><c r=\"ZZZZZZZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row><c t=\"inlineStr\"><is><t>never closed")]
    public void A_sheet_that_Excel_would_not_write_is_damaged(string rows) =>
        Returns.Read(new WorkbookFile().With("Return", [rows]).ToArray(), "xlsx").Only(FindingCatalogue.WorkbookDamaged);

    [Fact]
    public void A_text_of_a_million_runs_is_refused_at_once()
    {
        var runs = string.Concat(Enumerable.Repeat("<t>a</t>", 1_000_000));

        ReadBook(Row(1, $"<c t=\"inlineStr\"><is>{runs}</is></c>")).Only(FindingCatalogue.WorkbookDamaged);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_more_than_the_limit_is_refused() =>
        Returns.Read(ReadyToBurst(), "xlsx", new ReadingLimits { MaxInflatedBytes = 1_000_000 }).Only(FindingCatalogue.WorkbookInflates);

    [Fact]
    public void A_workbook_that_lies_about_its_size_does_not_unpack_beyond_what_it_says()
    {
        var file = ReadyToBurst();
        var claim = file.AsSpan()[file.AsSpan().LastIndexOf(BitConverter.GetBytes(Burst))..];
        BitConverter.TryWriteBytes(claim, 1);

        Assert.Single(Returns.Read(file, "xlsx").Findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void A_workbook_packed_beyond_the_ratio_is_refused() =>
        Returns.Read(ReadyToBurst(), "xlsx").Only(FindingCatalogue.WorkbookInflates);

    private static RawReturn ReadBook(params string[] rows) => Returns.Read(Of(rows), "xlsx");

    private static byte[] ReadyToBurst()
    {
        using var stream = new MemoryStream();
        stream.Write(Of(Header));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/media/zeros.bin").Open();
            part.Write(new byte[Burst]);
        }

        return stream.ToArray();
    }
}
