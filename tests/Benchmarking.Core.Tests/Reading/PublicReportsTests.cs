using System.Text;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

/// <summary>Situations that people who collect or publish councils' figures have reported in public of their own systems.</summary>
public sealed class PublicReportsTests
{
    /// <summary>os-data/eu-structural-funds, issue 357: 562065867,78 was published as 56 billion, the comma being dropped.</summary>
    [Theory]
    [InlineData("562065867,78")]
    [InlineData("5066901,47")]
    public void A_decimal_comma_is_never_dropped(string text)
    {
        Assert.False(FiledNumber.TryParse(text, Unit.Gbp, out _, out var fault));
        Assert.Equal(NumberFault.Grouping, fault);
    }

    /// <summary>datasets/population-city, issue 2: a section of footnotes stands at the end of the file and is read as rows.</summary>
    [Fact]
    public void A_section_of_footnotes_beneath_the_table_is_said_once_a_row_and_changes_no_figure()
    {
        var raw = Returns.Read(Returns.Good
            + "\nfootnoteSeqID,Footnote\n1,Data refer to the year that begins in April\n2,\"Excluding hospitals, and pooled budgets\"\n");

        Assert.Equal(["row-not-read", "row-not-read", "row-not-read"], raw.Codes());
        Assert.Equal([5, 6, 7], raw.Findings.Select(finding => finding.Line!.Value));
        Assert.Equal((2, 2), (raw.Rows.Count, raw.RowsRead));
    }

    /// <summary>opengovsg/postmangovsg, pull request 88: a byte order mark before the first column name hid that column.</summary>
    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\uFEFF")]
    [InlineData("\u200B")]
    public void A_mark_before_the_first_column_name_hides_nothing(string mark) =>
        Assert.Empty(Returns.Read(mark + Returns.Good).Findings);

    /// <summary>exceljs/exceljs, issue 2751, and ONSdigital/sdg-indicators, issue 74: a cell of spaces became nought, or broke the
    /// build.</summary>
    [Theory]
    [InlineData("   ")]
    [InlineData("\u00A0")]
    [InlineData("\u2003\u200B")]
    public void A_cell_of_spaces_is_empty_and_not_nought(string spaces)
    {
        var row = Assert.Single(Returns.Read($"{Returns.Header}\n2012-13,net_budget,{spaces},{spaces},gbp,actual,{spaces}\n").Rows);
        Assert.Equal(("", "", ""), (row["amount"], row["service"], row["note"]));
    }

    /// <summary>alphagov/frontend, pull request 948: the codes of Northumberland and Gateshead changed, and figures under the old ones were
    /// not found.</summary>
    [Theory]
    [InlineData("E08000020", "2012-13", "gateshead")]
    [InlineData("E08000020", "2013-14", null)]
    [InlineData("E08000037", "2013-14", "gateshead")]
    [InlineData("E06000048", "2010-11", "northumberland")]
    [InlineData("E06000057", "2012-13", "northumberland")]
    [InlineData("E08000038", "2025-26", "barnsley")]
    [InlineData("e08000039", "2023-24", "sheffield")]
    [InlineData("E06000028", "2018-19", "bournemouth")]
    [InlineData("E06000028", "2019-20", null)]
    [InlineData("E06000060", "2019-20", null)]
    [InlineData("E10000002", "2019-20", "buckinghamshire")]
    [InlineData("E07000001", "2019-20", null)]
    public void A_code_counts_in_the_years_in_which_it_is_used(string code, string year, string? council) =>
        Assert.Equal(council, ReferenceData.Current.Councils.OfGssCode(code, FinancialYear.Parse(year))?.Code.Value);

    [Theory]
    [InlineData("E08000020", "2013-14", "E08000020 was Gateshead's until 2012-13, and E08000037 is since")]
    [InlineData("E06000060", "2019-20", "Buckinghamshire has E06000060 from 2020-21 on")]
    [InlineData("E06000028", "2019-20", "Bournemouth with E06000028 ended in 2018-19")]
    [InlineData("E07000001", "2019-20", null)]
    public void A_code_that_means_nobody_in_a_year_says_why(string code, string year, string? why) =>
        Assert.Equal(why, ReferenceData.Current.Councils.WhyNot(code, FinancialYear.Parse(year)));

    /// <summary>Excel writes a year that it took for a date as the date that it made: the year that was typed is named.</summary>
    [Theory]
    [InlineData("Dec-11", "2011-12")]
    [InlineData("Dec-13", "2012-13")]
    [InlineData("2013-12-01", "2012-13")]
    [InlineData("2011-12-01 00:00:00", "2011-12")]
    [InlineData("01/12/2011", "2011-12")]
    [InlineData("01-Dec-2011", "2011-12")]
    [InlineData("11-Dec", "2011-12")]
    [InlineData("Jan-05", "a year such as 2012-13")]
    [InlineData("2012-13", null)]
    [InlineData("May", null)]
    public void A_date_that_was_a_year_names_the_year(string text, string? meant) => Assert.Equal(meant, DateForYear.Meant(text));

    /// <summary>Every way of writing the separator, the quotes and the spaces round them gives the same rows.</summary>
    [Theory]
    [InlineData("|", "")]
    [InlineData(",", " ")]
    [InlineData(";", "  ")]
    [InlineData("\t", " ")]
    [InlineData("|", "\u00A0")]
    public void Spaces_round_quoted_cells_are_no_part_of_them(string separator, string space)
    {
        string[] cells = ["2012-13", "net_budget", "Older people, and \"\"others\"\"", "1,200", "gbp", "actual", "a | b"];
        var row = string.Join(separator, cells.Select(cell => $"{space}\"{cell}\"{space}"));
        var raw = Returns.Read($"{Returns.Header.Replace(",", separator, StringComparison.Ordinal)}\n{row}\n");

        Assert.Empty(raw.Findings);
        Assert.Equal("2: 2012-13 | net_budget | Older people, and \"others\" | 1,200 | gbp | actual | a | b", Assert.Single(raw.Shown()));
    }

    /// <summary>phatcher/CsvReader, issue 25: quotes that a word processor has curled. £500,000 was two cells, and three others were called
    /// wrong.</summary>
    [Theory]
    [InlineData(",", "“Older people, and others”", "“1,200”", "Older people, and others", "1,200")]
    [InlineData(";", "“Older people; and others”", " “1;200” ", "Older people; and others", "1;200")]
    [InlineData(",", "the “younger” ones", "1200", "the “younger” ones", "1200")]
    [InlineData(",", "“younger” ones", "“1200”", "“younger” ones", "\"1200\"")]
    public void Curled_quotes_round_a_cell_that_holds_the_separator_are_quotes(string separator, string service, string amount,
        string readService, string readAmount)
    {
        var raw = Returns.Read($"{Returns.Header.Replace(",", separator, StringComparison.Ordinal)}\n2012-13,net_budget,".Replace(",",
            separator, StringComparison.Ordinal)
            + string.Join(separator, service, amount, "gbp", "actual", "") + "\n");

        var row = Assert.Single(raw.Rows);
        Assert.Equal((readService, readAmount, "actual"), (row["service"], row["amount"], row["status"]));
    }

    /// <summary>Beside straight quotes curled ones are words: the text here has a comma in a cell of its own.</summary>
    [Fact]
    public void Curled_quotes_beside_straight_ones_are_words() =>
        Assert.Equal("“a", Assert.Single(Returns.Read($"{Returns.Header}\n2012-13,net_budget,\"x, y\",1200,gbp,actual,“a\n").Rows)["note"]);

    /// <summary>firecrawl/pdf-inspector, issue 288: a row whose first cell began with a footnote's mark was taken for a note, and its
    /// figures were gone.</summary>
    [Theory]
    [InlineData("1) 2012-13,net_budget,,1200,gbp,actual,")]
    [InlineData("* 2012-13,net_budget,,1200,gbp,actual,")]
    [InlineData("Note 1,net_budget,,1200,gbp,actual,")]
    [InlineData(",net_budget,,1200,gbp,actual,")]
    [InlineData(",net_budget,,,gbp,actual,not known yet")]
    public void A_row_with_a_figure_or_its_words_is_no_note_however_it_begins(string row) =>
        Assert.Equal([2], Returns.Read($"{Returns.Header}\n{row}\n").Rows.Select(read => read.Line));

    /// <summary>Years that stand alone above their rows, and the day on which a table was made, raised an error for every column.</summary>
    [Theory]
    [InlineData("2012-13,,,,,,", "a heading of a year")]
    [InlineData("30/04/2013,,,,,,", "a date")]
    [InlineData("Apr-13,,,,,,", "a date")]
    public void A_year_or_a_date_alone_is_said_once(string row, string what)
    {
        var raw = Returns.Read($"{Returns.Good}{row}\n");
        Assert.Equal(["row-not-read"], raw.Codes());
        Assert.Contains($"looks like {what} and was not read", raw.Findings.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_after_a_space_that_does_not_pair_is_text_as_before() =>
        Assert.Equal("12\" pipe", Assert.Single(Returns.Read(
            $"{Returns.Header}\n2012-13,net_budget, 12\" pipe,1200,gbp,actual,\n").Rows)["service"]);

    [Fact]
    public void A_table_with_more_than_fifty_lines_of_text_is_read_as_rows()
    {
        var text = new StringBuilder(Returns.Good);
        for (var i = 0; i < 60; i++)
        {
            text.Append("Some text of a report\n");
        }

        var raw = Returns.Read(text.ToString());
        Assert.Equal(50, raw.Codes().Count(code => code == "row-not-read"));
        Assert.Equal(10, raw.Codes().Count(code => code == "row-short"));
    }
}
