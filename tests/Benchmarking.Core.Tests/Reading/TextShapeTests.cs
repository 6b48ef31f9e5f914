using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

public sealed class TextShapeTests
{
    private static readonly string[] Expected =
    [
        "2: 2012-13 | net_budget |  | 1200 | gbp | actual | first",
        "3: 2012-13 | gross_budget |  | 1500 | gbp | actual | second",
    ];

    public static TheoryData<string, string> SameRows => new()
    {
        { "LF", Returns.Good },
        { "CRLF", Returns.Good.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "CR", Returns.Good.Replace('\n', '\r') },
        { "no line end at the end", Returns.Good.TrimEnd() },
        { "semicolons", Returns.Good.Replace(',', ';') },
        { "tabs", Returns.Good.Replace(',', '\t') },
        { "sep=; as Excel writes it, which is no row", "sep=;\r\n" + Returns.Good.Replace(',', ';') },
        { "sep= with a tab", "sep=\t\n" + Returns.Good.Replace(',', '\t') },
        { "sep=|", "sep=|\n" + Returns.Good.Replace(',', '|') },
        { "quoted cells",
            "\"" + Returns.Good.TrimEnd().Replace(",", "\",\"", StringComparison.Ordinal).Replace("\n", "\"\n\"", StringComparison.Ordinal)
                + "\"" },
        { "spaces round cells", Returns.Good.Replace(",", " , ", StringComparison.Ordinal) },
        { "spaces that cannot be seen", Returns.Good.Replace(",", "\u00A0,\u200B", StringComparison.Ordinal) },
        { "trailing commas", Returns.Good.Replace("\n", ",,,\n", StringComparison.Ordinal) },
        { "blank rows at the end", Returns.Good + ",,,,,,\n\n\n" },
    };

    [Theory]
    [MemberData(nameof(SameRows))]
    public void The_same_return_written_otherwise_gives_the_same_rows_and_no_finding(string how, string text)
    {
        var raw = Returns.Read(text);

        Assert.True(raw.Findings.Count == 0, $"{how}: {string.Join(", ", raw.Codes())}");
        Assert.Equal(Expected, raw.Shown());
        Assert.Equal(2, raw.RowsRead);
    }

    [Fact]
    public void A_quoted_line_break_and_quote_stay_in_the_cell_and_do_not_move_the_row_numbers()
    {
        var raw = Returns.Read($"{Returns.Header}\n2012-13,net_budget,,1,gbp,actual,\"two\r\nlines, \"\"so\"\"\"\n"
            + $"2012-13,b,,2,gbp,actual,12\" pipe\n");

        Assert.Empty(raw.Findings);
        Assert.Equal(["two\r\nlines, \"so\"", "12\" pipe"], raw.Rows.Select(row => row["note"]));
        Assert.Equal([2, 3], raw.Rows.Select(row => row.Line));
    }

    [Fact]
    public void The_separator_is_that_of_the_header_not_of_a_title_above_it()
    {
        var raw = Returns.Read("Budget, as agreed, by council, in full\n" + Returns.Good.Replace(',', ';'));

        Assert.Equal(2, raw.Only(FindingCatalogue.HeaderNotFirst).Line);
        Assert.Equal([3, 4], raw.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Blank_rows_are_counted_in_the_row_numbers_and_noticed_once()
    {
        var raw = Returns.Read($"{Returns.Header}\n\n2012-13,a,,1,gbp,actual,\n,,,,,,\n \n2012-13,b,,2,gbp,actual,\n\n");

        var finding = raw.Only(FindingCatalogue.RowBlank);
        Assert.Equal((2, "3"), (finding.Line, finding.Value));
        Assert.Contains("rows 2, 4, 5.", finding.Message, StringComparison.Ordinal);
        Assert.Equal([3, 6], raw.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Thousands_of_blank_rows_are_one_notice_that_names_the_first()
    {
        var raw = Returns.Read($"{Returns.Header}\n{new string('\n', 5000)}2012-13,a,,1,gbp,actual,\n");

        Assert.Contains("blank ones were skipped, 5000 in all: rows 2, 3, 4, 5, 6 and others", raw.Only(FindingCatalogue.RowBlank).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_a_cell_too_many_is_reported_with_its_line_and_left_out()
    {
        var raw = Returns.Read($"{Returns.Header}\n2012-13,a,,1,200,gbp,actual,note\n2012-13,b,,2,gbp,actual,\n");

        var finding = raw.Only(FindingCatalogue.RowRagged);
        Assert.Equal((2, "8", "7"), (finding.Line, finding.Value, finding.Expected));
        Assert.Equal([3], raw.Rows.Select(row => row.Line));
        Assert.Equal(2, raw.RowsRead);
    }

    [Fact]
    public void A_row_without_its_last_required_cell_is_reported_with_line_and_column()
    {
        var finding = Returns.Read($"{Returns.Header}\n2012-13,a,,1,gbp\n").Only(FindingCatalogue.RowShort);

        Assert.Equal((2, "status", "5", "7"), (finding.Line, finding.Column, finding.Value, finding.Expected));
    }

    [Fact]
    public void A_row_without_its_last_optional_cell_is_good()
    {
        var raw = Returns.Read($"{Returns.Header}\n2012-13,a,,1,gbp,actual\n");

        Assert.Empty(raw.Findings);
        Assert.Equal("", raw.Rows[0]["note"]);
    }

    [Theory]
    [InlineData("Dec-11")]
    [InlineData("02-Jan")]
    [InlineData("1-Feb")]
    public void A_date_that_Excel_made_of_the_year_is_an_error_but_not_in_a_note(string date)
    {
        var finding = Returns.Read($"{Returns.Header}\n{date},a,,1,gbp,actual,{date}\n").Only(FindingCatalogue.CellDate);

        Assert.Equal((2, "financial_year", date), (finding.Line, finding.Column, finding.Value));
    }

    [Fact]
    public void Text_that_looks_like_a_formula_is_kept_as_filed()
    {
        var raw = Returns.Read($"{Returns.Header}\n2012-13,a,@x,-1,gbp,+y,=1+1\n");

        Assert.Equal(["2: 2012-13 | a | @x | -1 | gbp | +y | =1+1"], raw.Shown());
    }
}
