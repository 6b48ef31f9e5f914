using System.IO.Compression;
using System.Text;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

public sealed class FileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  \r\n\r\n")]
    [InlineData("\uFEFF")]
    [InlineData(",,,\n,,,\n")]
    [InlineData("sep=;\r\n")]
    public void A_file_with_nothing_in_it_is_an_error(string text)
    {
        var raw = Returns.Read(text);

        Assert.Null(raw.Only(FindingCatalogue.FileEmpty).Line);
        Assert.Equal(0, raw.RowsRead);
    }

    public static TheoryData<string, byte[]> OtherFormats => new()
    {
        { "PDF", "%PDF-1.4"u8.ToArray() },
        { "old Excel workbook (.xls)", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "web page", "\n <!DOCTYPE html><table>"u8.ToArray() },
        { "XML", "<?xml version='1.0'?><a/>"u8.ToArray() },
        { "JSON", "[{\"a\":1}]"u8.ToArray() },
        { "rich text", "{\\rtf1}"u8.ToArray() },
        { "picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] },
        { "UTF-32", [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0] },
        { "ZIP archive", Zip("return.csv") },
        { "OpenDocument", Zip("mimetype") },
        { "Word document", Zip("[Content_Types].xml", "word/document.xml") },
        { ".xlsb", Zip("[Content_Types].xml", "xl/workbook.bin") },
    };

    [Theory]
    [MemberData(nameof(OtherFormats))]
    public void Another_format_is_named_for_what_it_is(string what, byte[] file) =>
        Assert.Contains(what, Returns.Read(file).Only(FindingCatalogue.FormatUnsupported).Value!, StringComparison.Ordinal);

    [Fact]
    public void A_workbook_with_a_password_is_recognised()
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0, 0, .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0];

        Returns.Read(file, "xlsx").Only(FindingCatalogue.WorkbookProtected);
    }

    [Fact]
    public void A_workbook_named_csv_and_text_named_xlsx_are_read_with_a_notice()
    {
        var workbook = Returns.Read(WorkbookFile.Of([.. Returns.Good.Trim().Replace(',', '|').Split('\n')]), "csv");
        var text = Returns.Read(Encoding.UTF8.GetBytes(Returns.Good), ".XLSX");

        Assert.Equal("csv", workbook.Only(FindingCatalogue.FormatNotAsNamed).Value);
        Assert.Equal("xlsx", text.Only(FindingCatalogue.FormatNotAsNamed).Value);
        Assert.Equal(text.Shown(), workbook.Shown());
    }

    public static TheoryData<string, ReadingLimits, string> Limits => new()
    {
        { FindingCatalogue.FileTooLarge.Code, new ReadingLimits { MaxBytes = 20 }, Returns.Good },
        { FindingCatalogue.RowsTooMany.Code, new ReadingLimits { MaxRows = 2 }, Returns.Good },
        { FindingCatalogue.RowsTooMany.Code, new ReadingLimits { MaxRows = 4 }, Returns.Good + "\"a\"b\n\"a\"b\n" },
        { FindingCatalogue.ColumnsTooMany.Code, new ReadingLimits { MaxColumns = 6 }, Returns.Good },
        { FindingCatalogue.CellsTooMany.Code, new ReadingLimits { MaxCells = 10 }, Returns.Good },
        { FindingCatalogue.CellTooLong.Code, new ReadingLimits { MaxCellLength = 40 },
            Returns.Good + $"2012-13,a,,1,gbp,actual,{new string('x', 41)}" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Each_limit_has_its_own_finding(string code, ReadingLimits limits, string text) =>
        Assert.Equal([code], Returns.Read(text, limits).Codes());

    [Fact]
    public void Rows_over_the_limit_are_counted_to_the_last() =>
        Assert.Equal("3", Returns.Read(Returns.Good, new ReadingLimits { MaxRows = 1 }).Only(FindingCatalogue.RowsTooMany).Value);

    [Fact]
    public void A_long_cell_is_reported_with_line_and_column_and_shown_short()
    {
        var text = Returns.Good + $"2012-13,a,,1,gbp,actual,{new string('x', 40_000)}";

        var finding = Returns.Read(text).Only(FindingCatalogue.CellTooLong);

        Assert.Equal((4, "note"), (finding.Line, finding.Column));
        Assert.True(finding.Value!.Length < 200);
    }

    private static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                WorkbookFile.Write(archive, entry, "x");
            }
        }

        return stream.ToArray();
    }
}
