using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>The plan of June 2011, in £ thousand as printed.</summary>
public sealed class TriBoroughSampleTests
{
    private static readonly string[] Years = ["2011-12", "2012-13", "2013-14", "2014-15"];

    private static IEnumerable<SampleReturn> Plans => SampleReturns.Of(ReturnKind.Savings, "2011-12");

    [Theory]
    [InlineData("hammersmith-and-fulham", 63, 1026, 4031, 5303)]
    [InlineData("kensington-and-chelsea", 31, 601, 1230, 2094)]
    [InlineData("westminster", 52, 1321, 2325, 3554)]
    public void Each_borough_has_its_printed_totals(string council, params int[] totals)
    {
        var plan = Assert.Single(Plans, file => file.Council == council);
        Assert.Equal(totals.Select(total => (decimal)total), Years.Select(year => Total(plan, year)));
    }

    [Fact]
    public void Together_they_give_the_totals_of_the_paper_within_its_rounding()
    {
        decimal[] printed = [146, 2949, 7586, 10950];
        Assert.All(Years.Zip(printed), pair => Assert.InRange(Plans.Sum(plan => Total(plan, pair.First)) - pair.Second, -1, 1));
    }

    [Fact]
    public void The_lines_give_the_total_but_for_one_rounding_of_the_paper() =>
        Assert.All(Plans, plan => Assert.All(Years, year =>
        {
            var lost = plan.Council == "kensington-and-chelsea" && year == "2014-15" ? 1 : 0;
            Assert.Equal(Total(plan, year) - lost,
                Lines(plan).Where(row => row.Is("financial_year", year)).Sum(row => row.Number("amount")));
        }));

    [Theory]
    [InlineData("assured", 4231)]
    [InlineData("projected", 1935)]
    [InlineData("possible", 4784)]
    public void Full_year_savings_have_the_printed_confidence_profile(string confidence, int printed) =>
        Assert.InRange(
            Plans.SelectMany(Lines).Where(row => row.Is("financial_year", "2014-15") && row.Is("confidence", confidence))
                .Sum(row => row.Number("amount")) - printed,
            -1,
            1);

    [Fact]
    public void One_off_costs_are_those_of_transition()
    {
        var costs = Plans.ToDictionary(plan => plan.Council, plan =>
            Lines(plan).Where(row => !row.Is("one_off_cost", "")).Sum(row => row.Number("one_off_cost")));
        Assert.Equal((461m, 225m, 383m), (costs["hammersmith-and-fulham"], costs["kensington-and-chelsea"], costs["westminster"]));
    }

    [Fact]
    public void Every_source_is_classed_as_the_reference_file_says()
    {
        var classes = EmbeddedData.Csv("tri-borough-sources.csv").ToDictionary(row => row["source"]);
        Assert.Equal(7, classes.Count);
        Assert.All(classes.Values, row =>
        {
            Assert.NotEmpty(row["reason"]);
            Assert.True(row["subcategory"] == ""
                || ReferenceData.Current.Taxonomy.FindSubcategory(row["category"], row["subcategory"]) is not null);
        });
        Assert.All(Plans, plan =>
        {
            Assert.Equal(7 * Years.Length, Lines(plan).Count());
            Assert.All(Lines(plan), row => Assert.Equal(
                (row["category"], row["subcategory"], row["confidence"]),
                (classes[row["description"]]["category"], classes[row["description"]]["subcategory"],
                    classes[row["description"]]["confidence"])));
        });
    }

    [Fact]
    public void Everything_is_a_projection_in_thousands() =>
        Assert.All(Plans.SelectMany(plan => plan.Rows), row => Assert.Equal(("gbp_thousands", "projected"), (row["unit"], row["status"])));

    [Fact]
    public void Gross_budgets_are_those_of_the_paper() =>
        Assert.Equal(
            [("hammersmith-and-fulham", 104_953m), ("kensington-and-chelsea", 71_618m), ("westminster", 129_958m)],
            SampleReturns.Of(ReturnKind.Budget, "2011-12")
                .Select(file => (file.Council, file.Rows.Single(row => row.Is("measure", "gross_budget")).Number("amount"))));

    private static IEnumerable<SampleRow> Lines(SampleReturn plan) => plan.Rows.Where(row => !row.Is("category", "total"));

    private static decimal Total(SampleReturn plan, string year) =>
        plan.Rows.Single(row => row.Is("category", "total") && row.Is("financial_year", year)).Number("amount");
}
