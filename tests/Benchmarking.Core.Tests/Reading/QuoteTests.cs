using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

public sealed class QuoteTests
{
    [Fact]
    public void An_unclosed_quote_is_reported_where_it_opened_and_the_rows_after_it_are_read()
    {
        var raw = Returns.Read($"{Returns.Header}\n2012-13,a,,1,gbp,actual,\n2012-13,b,,2,gbp,actual,\"open\n2012-13,c,,3,gbp,actual,\n");

        var finding = raw.Only(FindingCatalogue.QuoteUnclosed);
        Assert.Equal((3, "note", "\"open"), (finding.Line, finding.Column, finding.Value));
        Assert.Contains("line 3 of the text, character 25)", finding.Message, StringComparison.Ordinal);
        Assert.Equal([2, 4], raw.Rows.Select(row => row.Line));
        Assert.Equal(3, raw.RowsRead);
    }

    [Fact]
    public void A_quote_that_ends_at_the_next_quoted_cell_was_not_closed_either()
    {
        var raw = Returns.Read($"{Returns.Header}\n2012-13,a,\"open,1,gbp,actual,x\n2012-13,b,\"closed, good\",2,gbp,actual,\n");

        Assert.Equal((2, "service"), (raw.Only(FindingCatalogue.QuoteUnclosed).Line, raw.Findings[0].Column));
        Assert.Equal("closed, good", Assert.Single(raw.Rows)["service"]);
    }

    [Fact]
    public void The_row_is_Excel_s_and_the_text_line_is_the_editor_s()
    {
        var raw = Returns.Read($"{Returns.Header}\r\n2012-13,a,,1,gbp,actual,\"two\r\nlines\"\r\n2012-13,b,\"open,2\r\n");

        var finding = raw.Only(FindingCatalogue.QuoteUnclosed);
        Assert.Equal(3, finding.Line);
        Assert.Contains("row 3 (line 4 of the text, character 11)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_after_a_closing_quote_is_reported_and_only_its_row_left_out()
    {
        var raw = Returns.Read($"{Returns.Header}\n2012-13,a,\"12\" disc\",1,gbp,actual,\n2012-13,b,,2,gbp,actual,\n");

        Assert.Equal((2, "service"), (raw.Only(FindingCatalogue.QuoteMisplaced).Line, raw.Findings[0].Column));
        Assert.Equal([3], raw.Rows.Select(row => row.Line));
    }

    [Fact]
    public void A_quote_open_in_the_header_is_the_only_finding()
    {
        var raw = Returns.Read($"\"{Returns.Good}");

        Assert.Equal(1, raw.Only(FindingCatalogue.QuoteUnclosed).Line);
        Assert.Empty(raw.Rows);
    }

    [Fact]
    public void After_a_hundred_open_quotes_the_reading_stops_and_says_so()
    {
        var rows = string.Concat(Enumerable.Repeat("2012-13,a,,1,gbp,actual,\"open\n", 300));

        var raw = Returns.Read($"{Returns.Header}\n{rows}");

        Assert.Equal(100, raw.Codes().Count(code => code == FindingCatalogue.QuoteUnclosed.Code));
        Assert.Equal(101, Assert.Single(raw.Findings, finding => finding.Code == FindingCatalogue.ReadingStopped.Code).Line);
    }

    [Theory]
    [InlineData("a,b\n\"c\nd\",e\r\n\r\n\"\"\"x\"\"\",\"\"\rf")]
    [InlineData("\"a\" ,b\nc")]
    [InlineData("a\"b\",\"c\"\n\n\n\"\n")]
    [InlineData("\n\n\"a\nb\",\"c\nd\"\n")]
    public void The_parser_sees_as_many_rows_as_were_checked(string text)
    {
        var quotes = new QuoteCheck(text, ',', 1);

        Assert.Equal(quotes.LastRow, DelimitedText.Records(quotes.Mended, ',').Count());
    }
}
