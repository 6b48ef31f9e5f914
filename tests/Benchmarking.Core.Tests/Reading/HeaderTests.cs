using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

public sealed class HeaderTests
{
    private const string Row = "\n2012-13,net_budget,,1200,gbp,actual,first\n";

    [Theory]
    [InlineData("Financial Year,MEASURE,Service,amount,Unit,Status,Note")]
    [InlineData("financial-year, measure ,service,amount,unit,status,note")]
    [InlineData("FinancialYear,measure,ser_vice,amount,unit,status,note")]
    [InlineData("\"financial_year\",\"measure\",\"service\",\"amount\",\"unit\",\"status\",\"note\"")]
    public void Names_match_without_case_spaces_hyphens_and_underscores(string header)
    {
        var raw = Returns.Read(header + Row);

        Assert.Empty(raw.Findings);
        Assert.Equal(ReturnLayout.For(ReturnKind.Budget).Columns.Select(column => column.Name), raw.Columns);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_optional_ones_be_absent()
    {
        var raw = Returns.Read("status,unit,amount,measure,financial_year\nactual,gbp,5,net_budget,2012-13\n");

        Assert.Empty(raw.Findings);
        Assert.Equal("5", raw.Rows[0]["amount"]);
        Assert.Equal("", raw.Rows[0]["note"]);
    }

    [Fact]
    public void Each_missing_required_column_has_its_finding_and_no_row_is_looked_at()
    {
        var raw = Returns.Read("financial_year,measure,amount\n2012-13,a,1,ragged\n2012-13,a,1\n");

        Assert.All(raw.Findings, finding => Assert.Equal((FindingCatalogue.ColumnMissing.Code, 1), (finding.Code, finding.Line)));
        Assert.Equal(["unit", "status"], raw.Findings.Select(finding => finding.Column));
        Assert.Empty(raw.Rows);
        Assert.Equal(2, raw.RowsRead);
    }

    [Fact]
    public void An_unknown_column_is_reported_with_the_nearest_name()
    {
        var finding = Returns.Read("financial_year,measure,sevrice,amount,unit,status\n2012-13,a,x,1,gbp,actual\n")
            .Only(FindingCatalogue.ColumnUnknown);

        Assert.Equal((1, "sevrice"), (finding.Line, finding.Value));
        Assert.Contains("did you mean 'service'?", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_column_with_nothing_beneath_is_a_notice()
    {
        var raw = Returns.Read("financial_year,measure,amount,unit,status,checked by\n2012-13,a,1,gbp,actual,\n");

        Assert.Equal("checked by", raw.Only(FindingCatalogue.ColumnIgnored).Value);
        Assert.Single(raw.Rows);
    }

    [Fact]
    public void A_column_that_stands_twice_is_reported_with_its_places()
    {
        var finding = Returns.Read("financial_year,measure,amount,unit,status,Amount\n2012-13,a,1,gbp,actual,2\n")
            .Only(FindingCatalogue.ColumnDuplicated);

        Assert.Equal((1, "amount", "C, F"), (finding.Line, finding.Column, finding.Value));
    }

    [Fact]
    public void A_column_without_a_name_is_reported_with_its_letter_and_first_content()
    {
        var finding = Returns.Read("financial_year,measure,,amount,unit,status\n2012-13,a,,1,gbp,actual\n2012-13,a,what,1,gbp,actual\n")
            .Only(FindingCatalogue.ColumnUnnamed);

        Assert.Equal((3, "C", "what"), (finding.Line, finding.Column, finding.Value));
    }

    [Fact]
    public void Titles_above_the_header_are_noticed_and_skipped()
    {
        var raw = Returns.Read("Budget of the measure\n\nas agreed by cabinet\n" + Returns.Good);

        Assert.Equal(4, raw.Only(FindingCatalogue.HeaderNotFirst).Line);
        Assert.Equal([5, 6], raw.Rows.Select(row => row.Line));
    }

    [Fact]
    public void A_header_repeated_among_the_rows_is_noticed_and_skipped()
    {
        var raw = Returns.Read(Returns.Good + Returns.Header.ToUpperInvariant() + Row);

        Assert.Equal(4, raw.Only(FindingCatalogue.HeaderRepeated).Line);
        Assert.Equal([2, 3, 5], raw.Rows.Select(row => row.Line));
        Assert.Equal(3, raw.RowsRead);
    }

    [Fact]
    public void The_columns_of_another_kind_are_recognised()
    {
        var finding = Returns.Read("financial_year,service,provider,quantity,quantity_unit,unit_price\n2012-13,x,y,1,weeks,5\n")
            .Only(FindingCatalogue.HeaderOfOtherKind);

        Assert.Equal(("prices", "budget"), (finding.Value, finding.Expected));
    }

    [Theory]
    [InlineData("financial_year,measure,service,unit,status,note")]
    [InlineData("financial_year,measure,unit,status")]
    [InlineData("financial_year,measure,value,unit,status,service")]
    public void A_budget_without_its_amounts_is_told_that_and_not_taken_for_an_activity_return(string header)
    {
        var missing =
            Returns.Read(header + "\n2012-13,net_budget,x,gbp,actual,y\n").Findings.Where(finding => finding.Severity == Severity.Error);

        Assert.Contains((FindingCatalogue.ColumnMissing.Code, "amount"), missing.Select(finding => (finding.Code, finding.Column!)));
        Assert.DoesNotContain(FindingCatalogue.HeaderOfOtherKind.Code, missing.Select(finding => finding.Code));
    }

    [Fact]
    public void An_activity_return_sent_as_a_budget_is_known_by_the_columns_that_only_it_has()
    {
        var finding = Returns.Read("financial_year,measure,numerator,denominator,unit,status\n2012-13,x,1,2,per_1000,actual\n")
            .Only(FindingCatalogue.HeaderOfOtherKind);

        Assert.Equal(("activity", "budget"), (finding.Value, finding.Expected));
    }

    [Theory]
    [InlineData("Name,Age\nx,1\n", "Name | Age")]
    [InlineData("2012-13,net_budget,,1200,gbp,actual\n", "2012-13 | net_budget | 1200 | gbp | actual")]
    public void A_file_without_a_header_is_told_which_columns_are_wanted(string text, string shown)
    {
        var finding = Returns.Read(text).Only(FindingCatalogue.HeaderMissing);

        Assert.Equal((1, shown), (finding.Line, finding.Value));
        Assert.Contains("financial_year, measure, service, amount, unit, status, note", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>It was told to put the column names above the figures, where they are.</summary>
    [Theory]
    [InlineData('^', "'^'")]
    [InlineData('~', "'~'")]
    [InlineData(':', "':'")]
    [InlineData(' ', "a space")]
    public void A_header_parted_by_an_unknown_character_is_told_which_it_is(char by, string named)
    {
        var text = "financial_year,measure,amount,unit,status\n2012-13,net_budget,1200,gbp,actual\n".Replace(',', by);
        var finding = Returns.Read(text).Only(FindingCatalogue.DelimiterUnknown);

        Assert.Equal((1, named), (finding.Line, finding.Value));
    }

    [Fact]
    public void A_header_alone_is_an_error()
    {
        var raw = Returns.Read(Returns.Header + "\n,,,\n\n");

        raw.Only(FindingCatalogue.RowsNone);
        Assert.Equal(0, raw.RowsRead);
    }
}
