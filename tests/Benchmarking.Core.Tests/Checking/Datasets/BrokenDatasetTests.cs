using System.Text;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking.Datasets;

/// <summary>What publishers' files have wrong: each is a finding at its line and column, and none reaches a metric.</summary>
public sealed class BrokenDatasetTests
{
    private const string Barnsley = "2012-13,E08000016,Barnsley,RS 360,,,54321,gbp_thousands,,";
    private const string Camden = "2012-13,E09000007,Camden,RS 360,,,98765,gbp_thousands,,";

    [Theory]
    [InlineData("2012-13,E08000999,Barnsley,RS 360,,,1,gbp_thousands,,", "dataset-council 2 gss_code")]
    [InlineData("2012-13,E06000060,Buckinghamshire,RS 360,,,1,gbp_thousands,,", "dataset-council 2 gss_code")]
    [InlineData("2012-13,E12000007,London,RS 360,,,1,gbp_thousands,,", "dataset-council 2 gss_code")]
    [InlineData("2012-13,E08000016,Camden,RS 360,,,1,gbp_thousands,,", "dataset-name 2 council_name")]
    [InlineData("2011-12,E08000016,Barnsley,RS 360,,,1,gbp_thousands,,", "dataset-year 2 financial_year")]
    [InlineData("2012,E08000016,Barnsley,RS 360,,,1,gbp_thousands,,", "year-unreadable 2 financial_year")]
    [InlineData("2012-13,E08000016,Barnsley,RS 361,,,1,gbp_thousands,,", "dataset-measure 2 measure")]
    [InlineData("2012-13,E08000016,Barnsley,RS 360,,,1,gbp,,", "unit-unfit 2 unit")]
    [InlineData("2012-13,E08000016,Barnsley,RS 360,,,twelve,gbp_thousands,,", "number-unreadable 2 value")]
    [InlineData("2012-13,E08000016,Barnsley,RS 360,,,,gbp_thousands,[q],", "marker-unknown 2 marker")]
    [InlineData("2012-13,E08000016,Barnsley,RS 360,,,5,gbp_thousands,[c],", "marker-beside-value 2 marker")]
    [InlineData("2012-13,E08000016,Barnsley,RS 360,,,54321000000,gbp_thousands,,", "measure-out-of-range 2 value")]
    public void A_row_that_cannot_be_right_is_named_by_line_and_column(string row, string finding)
    {
        var result = Dataset.Outturn(row, Camden);
        Assert.Equal([finding], Dataset.Found(result));
        Assert.Equal(ReturnStatus.Rejected, result.Status);
        Assert.Empty(result.Figures);
    }

    /// <summary>Sorting one column and not the others gave every council its neighbour's figures.</summary>
    [Fact]
    public void Names_that_have_shifted_by_a_row_are_named_each()
    {
        var result = Dataset.Outturn(Barnsley.Replace(",Barnsley,", ",Camden,", StringComparison.Ordinal),
            Camden.Replace(",Camden,", ",Barnsley,", StringComparison.Ordinal));
        Assert.Equal(["dataset-name 2 council_name", "dataset-name 3 council_name"], Dataset.Found(result));
    }

    /// <summary>Two codes of one council in a file that was put together from two.</summary>
    [Theory]
    [InlineData("2012-13,E08000020,Gateshead,RS 360,,,2,gbp_thousands,,")]
    [InlineData("2012-13,E08000037,Gateshead,RS 360,,,1,gbp_thousands,,")]
    public void A_council_named_twice_is_one_finding_that_names_both_lines(string again)
    {
        var result = Dataset.Outturn("2012-13,E08000037,Gateshead,RS 360,,,1,gbp_thousands,,", again);
        Assert.Equal(["dataset-duplicate 3 measure"], Dataset.Found(result));
        Assert.Contains("lines 2 and 3", result.Findings.First(finding => finding.Line == 3).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentages_that_are_fractions_are_asked_about_once_a_measure()
    {
        var result = Dataset.Of("outcomes/2018-19.csv", "2018-19,E08000016,Barnsley,ASCOF 2B(1),,,0.82,percent,,",
            "2018-19,E09000007,Camden,ASCOF 2B(1),,,0.91,percent,,");
        Assert.Equal(["percent-as-fraction 2 value"], Dataset.Found(result));
        Assert.Equal(ReturnStatus.NeedsExplanation, result.Status);
    }

    [Fact]
    public void Councils_that_do_not_add_up_to_England_are_asked_about_at_her_line()
    {
        var result = Dataset.Outturn(Barnsley, Camden, "2012-13,E92000001,England,RS 360,,,14524067,gbp_thousands,,");
        Assert.Equal(["england-disagrees 4 value"], Dataset.Found(result));
        Assert.Contains("153,086", result.Findings.First(finding => finding.Line == 4).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Councils_without_a_row_are_missing_and_said_so()
    {
        var notice = Assert.Single(Dataset.Outturn(Barnsley, Camden).Findings);
        Assert.Equal(("councils-absent", Severity.Notice), (notice.Code, notice.Severity));
        Assert.StartsWith("Of 152 councils 150 have no figure of RS 360: ", notice.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "[x]", ValueState.Missing)]
    [InlineData("", "not submitted", ValueState.Missing)]
    [InlineData("", "", ValueState.Missing)]
    [InlineData("[c]", "", ValueState.Suppressed)]
    [InlineData("", "low", ValueState.Suppressed)]
    [InlineData("z", "", ValueState.NotApplicable)]
    [InlineData("0", "", ValueState.Reported)]
    public void A_marker_is_a_state_and_never_nil(string value, string marker, ValueState state)
    {
        var result = Dataset.Outturn($"2012-13,E08000016,Barnsley,RS 360,,,{value},gbp_thousands,{marker},");
        Assert.Equal(state, Assert.Single(result.Figures).State);
        Assert.Equal(state == ValueState.Reported ? 0m : null, result.Figures[0].Value?.Value);
    }

    [Fact]
    public void A_new_edition_that_lacks_figures_of_the_one_that_serves_names_them()
    {
        var serving = Dataset.Outturn(Barnsley, Camden);
        byte[] Content(string note) => Encoding.UTF8.GetBytes(
            $"financial_year,gss_code,measure,value,note\n2012-13,E08000016,RS 360,54321,{note}");
        var result = Dataset.Check("revenue-outturn/2012-13.csv", Content(""), serving);
        Assert.Equal(["edition-takes-away"], Dataset.Found(result));
        Assert.Equal(ReturnStatus.NeedsExplanation, result.Status);
        Assert.Contains("RS 360 of camden", result.Findings[0].Expected, StringComparison.Ordinal);
        var explained = Dataset.Check("revenue-outturn/2012-13.csv", Content("Camden removed by the publisher"), serving);
        Assert.Equal(ReturnStatus.Accepted, explained.Status);
    }

    [Theory]
    [InlineData("nothing/2012-13.csv")]
    [InlineData("revenue-outturn/2012.csv")]
    [InlineData("revenue-outturn/2012-13.txt")]
    [InlineData("Revenue-Outturn/2012-13.csv")]
    public void A_path_that_names_no_declared_dataset_is_refused(string path) =>
        Assert.Equal("dataset-path-unreadable", Assert.Single(Dataset.Of(path, Barnsley).Findings).Code);

    /// <summary>Publishers write codes or names, and columns in any order.</summary>
    [Fact]
    public void A_council_may_be_named_and_columns_stand_in_any_order()
    {
        var result = Dataset.Check("revenue-outturn/2012-13.csv", Encoding.UTF8.GetBytes(
            "measure;value;council;financial_year\nRS 360;54.321;St. Helens;2012/13\nRS 360;1234;County Durham;2012-13"));
        Assert.Equal(["st-helens", "durham"], result.Figures.Select(figure => figure.Council.Value));
    }
}
