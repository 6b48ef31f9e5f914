using Benchmarking.Core.Publishing;
using Benchmarking.Core.Tests.Cases;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Publishing;

public sealed class ReceiptTextTests
{
    private const int PageWidth = 90;

    [Fact]
    public void A_rejected_return_reads_as_a_page_that_says_what_to_do()
    {
        var page = ReceiptText.Of(new CaseFolder("one-pass-twelve-faults").Walk().Receipt);
        Assert.StartsWith("Receipt (nothing was stored)\nreturns/cheshire-east/2012-13/savings.csv\n\nREJECTED. Nothing of this file is "
            + "used,", page, StringComparison.Ordinal);
        Assert.Contains("\nErrors: each must be put right before the return can be accepted\n------", page, StringComparison.Ordinal);
        Assert.All(page.Split('\n'), line => Assert.True(line.Length <= PageWidth && line == line.TrimEnd(), line));
    }

    [Fact]
    public void Every_finding_of_every_case_is_on_its_page_with_its_place_and_its_sentence() =>
        Assert.All(CaseFolder.All.Where(folder => folder.ExpectedCodes.Any() && !folder.ExpectedCodes.Contains("file-too-large")), folder =>
        {
            var receipt = folder.Walk().Receipt;
            var words = string.Join(' ', ReceiptText.Of(receipt).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            foreach (var finding in receipt.Findings.Take(20))
            {
                Assert.Contains(finding.Line is { } line ? $"Line {line}" : finding.Column is null ? "The whole file" : "Column", words,
                    StringComparison.Ordinal);
                Assert.Contains($"({finding.Code}) ", words, StringComparison.Ordinal);
                Assert.Contains(finding.Message.Split('\'', '"')[^1].Split(' ', 2)[^1].Trim(), words, StringComparison.Ordinal);
            }
        });

    [Theory]
    [InlineData(ReturnStatus.Accepted, 3, "ACCEPTED as revision 3.")]
    [InlineData(ReturnStatus.Accepted, null, "ACCEPTED.")]
    [InlineData(ReturnStatus.NeedsExplanation, null, "HELD.")]
    [InlineData(ReturnStatus.Withdrawn, null, "WITHDRAWN. Nothing of this return is used any more;")]
    public void What_became_of_it_comes_first(ReturnStatus status, int? revision, string said)
    {
        var receipt = new CaseFolder("good-savings").Walk().Receipt with { Status = status, Revision = revision };
        Assert.Equal(said, ReceiptText.Of(receipt).Split('\n')[3][..said.Length]);
    }

    [Fact]
    public void A_signature_is_told_as_one()
    {
        var receipt = new CaseFolder("good-savings").Walk().Receipt with
        {
            Revision = 2,
            SignOff = new SignOff("section-151-officer", "A. Officer", 2, default, "0"),
        };
        Assert.Contains("\nSIGNED OFF: revision 2, by the section 151 officer, A. Officer.", ReceiptText.Of(receipt),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_file_cannot_move_the_cursor_or_turn_the_direction_of_reading()
    {
        var receipt = new CaseFolder("category-unknown").Walk().Receipt;
        var hostile = receipt with { Findings = [receipt.Findings[0] with { Value = "\u001b[2Ja\u202Eb\r\nc\u2028d" }] };
        var page = ReceiptText.Of(hostile);
        Assert.DoesNotContain(page, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        Assert.Contains("Filed        [2Ja b  c d\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_cut_says_so()
    {
        var receipt = new CaseFolder("category-unknown").Walk().Receipt with { FindingsTotal = 50_000 };
        Assert.Contains("the first 1 of 50,000 are listed here", ReceiptText.Of(receipt), StringComparison.Ordinal);
    }
}
