using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Cases;
using Benchmarking.Core.Tests.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Publishing;

public sealed class FindingsWorkbookTests
{
    private const string Blob = "cheshire-east/2012-13/budget.csv";

    /// <summary>Files that are given back as they are; of the others the findings alone.</summary>
    private static IEnumerable<CaseFolder> Readable => CaseFolder.All.Where(folder => folder.Bytes.Length < 1_000_000
        && ReturnPath.TryParse(folder.Blob, out var path)
            && FiledSheet.Of(path.Kind, folder.Bytes, ReadingLimits.Default) is { Rows.Count: > 0 });

    [Fact]
    public void Every_readable_case_comes_back_with_its_cells_in_their_places_and_each_finding_on_its_row()
    {
        Assert.InRange(Readable.Count(), 100, int.MaxValue);
        Assert.All(Readable, folder =>
        {
            var receipt = folder.Walk().Receipt;
            Assert.True(ReturnPath.TryParse(folder.Blob, out var path));
            var filed = FiledSheet.Of(path.Kind, folder.Bytes, ReadingLimits.Default)!.Rows;
            var width = filed.Max(row => row.Length);
            var (sheet, list) = Read(new FindingsWorkbook(receipt, folder.Bytes).ToWorkbook());
            foreach (var (index, row) in filed.Index())
            {
                Assert.Equal(row.Select(Shown), sheet[index].Take(row.Length));
                Assert.All(sheet[index].Skip(row.Length).Take(width - row.Length), cell => Assert.Equal("", cell));
            }

            Assert.All(receipt.Findings.Where(finding => finding.Line is not null), finding =>
                Assert.Contains(Shown(finding.Message),
                    sheet[Math.Min(finding.Line!.Value, sheet.Count) - 1].ElementAtOrDefault(width) ?? "", StringComparison.Ordinal));
            Assert.All(receipt.Findings.Where(finding => finding.Line is null), finding =>
                Assert.Contains(sheet,
                    row => row.Count > width && row[width].StartsWith("findings", StringComparison.Ordinal) && row[width]
                        .Contains(finding.Message, StringComparison.Ordinal)));
            Assert.Equal(receipt.Findings.Count + 1, list.Count);
        });
    }

    [Fact]
    public void A_file_that_cannot_be_read_comes_back_as_its_findings() =>
        Assert.All(new[] { "encoding-unreadable", "workbook-damaged", "format-unsupported-web-page", "file-empty", "workbook-protected" },
            name =>
        {
            var folder = new CaseFolder(name);
            var receipt = folder.Walk().Receipt;
            Assert.Equal(receipt.Findings.Select(finding => finding.Message),
                new FindingsWorkbook(receipt, folder.Bytes).Rows.Skip(1).Select(row => row[^1]));
            Assert.Equal(receipt.Findings.Count + 1, Read(new FindingsWorkbook(receipt, null).ToWorkbook()).First.Count);
        });

    [Fact]
    public void A_workbook_without_rows_comes_back_as_its_findings()
    {
        var empty = new WorkbookFile().With("Return", []).ToArray();
        Assert.Equal(Receipt(empty).Findings.Select(finding => finding.Message),
            new FindingsWorkbook(Receipt(empty), empty).Rows.Skip(1).Select(row => row[^1]));
    }

    [Theory]
    [InlineData("=1+2")]
    [InlineData("+44 20 7946 0000")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData(" 007 ")]
    [InlineData("two\nlines")]
    [InlineData("two\r\nlines")]
    [InlineData("\ttab")]
    [InlineData("_x0041_")]
    [InlineData("\u0001")]
    [InlineData("<b>&amp;</b>")]
    [InlineData("12345678901234567890")]
    [InlineData("2012-13")]
    [InlineData("£1.2m \U0001F600")]
    public void A_cell_comes_back_as_text_exactly_as_it_was_filed(string cell)
    {
        var bytes = Encoding.UTF8.GetBytes($"{Returns.Header}\n2012-13,net_budget,,1,gbp,actual,\"{cell}\"\n");
        Assert.Equal(cell, Read(new FindingsWorkbook(Receipt(bytes), bytes).ToWorkbook()).First[1][6]);
    }

    [Fact]
    public void Put_right_and_sent_again_as_it_came_it_is_accepted_and_says_nothing_of_its_own_column()
    {
        var wrong = Encoding.UTF8.GetBytes("Budget of the council\n\nfinancial_year,measure,amount,unit,status,note\n"
            + "2012-13,net_budget,tbc,gbp,actual,\n\n2012-13,council_net_budget,£900m,gbp,actual,x\n");
        var rows = new FindingsWorkbook(Receipt(wrong),
            wrong).Rows.Select(row => row.Select(cell => cell == "tbc" ? "91500000" : cell).ToArray()).ToArray();
        Assert.StartsWith("ERROR in amount: ", rows[3][6], StringComparison.Ordinal);
        var again = SpreadsheetFile.Of([SpreadsheetPage.OfText("Return", rows, [])]);
        Assert.Equal(["header-not-first", "row-blank"],
            Receipt(again).Findings.Select(finding => finding.Code).Except(["format-not-as-named"]));
        Assert.Equal(ReturnStatus.Accepted, Receipt(again).Status);
        // And once more: the old findings make room for the new ones.
        Assert.All(new FindingsWorkbook(Receipt(again), again).Rows, row => Assert.InRange(row.Count, 0, 7));
    }

    [Fact]
    public void Sent_again_as_a_workbook_nothing_is_said_of_the_list_of_findings_beside_it()
    {
        var good = Encoding.UTF8.GetBytes($"{Returns.Header}\n2012-13,net_budget,,91500000,gbp,actual,\n");
        Assert.Equal(["format-not-as-named"],
            Receipt(new FindingsWorkbook(Receipt(good), good).ToWorkbook()).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void The_same_file_makes_the_same_bytes()
    {
        var folder = new CaseFolder("one-pass-twelve-faults");
        var receipt = folder.Walk().Receipt;
        Assert.Equal(new FindingsWorkbook(receipt, folder.Bytes).ToWorkbook(), new FindingsWorkbook(receipt, folder.Bytes).ToWorkbook());
    }

    private static Receipt Receipt(byte[] bytes)
    {
        var file = new FiledReturn(Blob, "", bytes.Length, DateTimeOffset.UnixEpoch, bytes);
        Assert.True(ReturnPath.TryParse(Blob, out var path));
        return ReturnPipeline.Receipt(file, ReturnPipeline.Check(file, path, bytes.Length, ReferenceData.Current), null, null,
            ReferenceData.Current);
    }

    /// <summary>The sheets by another reader than our own.</summary>
    private static (IReadOnlyList<IReadOnlyList<string>> First, IReadOnlyList<IReadOnlyList<string>> Last) Read(byte[] workbook)
    {
        using var book = new OpenedWorkbook(workbook);
        return (book.Texts(0), book.Texts(book.SheetNames.Count - 1));
    }

    /// <summary>A cell of the format holds no more.</summary>
    private static string Shown(string text) => text.Length > SpreadsheetFile.LongestCell ? text[..SpreadsheetFile.LongestCell] : text;
}
