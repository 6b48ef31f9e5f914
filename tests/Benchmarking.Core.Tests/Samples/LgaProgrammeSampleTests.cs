using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>Figures as printed in the LGA's interim report of 2013.</summary>
public sealed class LgaProgrammeSampleTests
{
    private static readonly Dictionary<string, decimal> Printed = new()
    {
        ["calderdale"] = 3.6m,
        ["central-bedfordshire"] = 7.4m,
        ["cheshire-east"] = 7.2m,
        ["cheshire-west-and-chester"] = 4.1m,
        ["croydon"] = 6.3m,
        ["durham"] = 4.8m,
        ["hampshire"] = 4.5m,
        ["kent"] = 2.8m,
        ["lambeth"] = 7m,
        ["liverpool"] = 8m,
        ["luton"] = 5.9m,
        ["redbridge"] = 4.5m,
        ["richmond-upon-thames"] = 2.7m,
        ["solihull"] = 2.9m,
        ["south-tyneside"] = 7.7m,
        ["southend-on-sea"] = 8.2m,
        ["swindon"] = 7.1m,
        ["tameside"] = 11.3m,
        ["warrington"] = 6.4m,
    };

    private static Dictionary<string, decimal> ActualPercentages => SampleReturns.Of(ReturnKind.Savings, "2012-13")
        .SelectMany(file => file.Rows
            .Where(row => row.Is("financial_year", "2012-13") && row.Is("status", "actual"))
            .Where(row => row["unit"].StartsWith("percent", StringComparison.Ordinal))
            .Select(row => (file.Council, Value: row.Number("amount"))))
        .ToDictionary(pair => pair.Council, pair => pair.Value);

    [Fact]
    public void Nineteen_councils_achieved_the_percentages_that_are_printed() => Assert.Equal(Printed, ActualPercentages);

    [Fact]
    public void Their_mean_highest_and_commonest_are_the_known_ones()
    {
        var values = ActualPercentages.Values;
        Assert.Equal(5.92m, Math.Round(values.Average(), 2));
        Assert.Equal(11.3m, values.Max());
        var commonest = values.GroupBy(value => Math.Round(value, 0, MidpointRounding.AwayFromZero))
            .OrderByDescending(group => group.Count()).ToArray();
        Assert.Equal((7m, 4, 3), (commonest[0].Key, commonest[0].Count(), commonest[1].Count()));
    }

    [Fact]
    public void All_are_members_of_the_programme_and_say_their_base()
    {
        var members = ReferenceData.Current.Groups.FindProgramme("asce-2012")!.Members.Select(member => member.Value).ToHashSet();
        Assert.Subset(members, ActualPercentages.Keys.ToHashSet());
        Assert.Equal(["central-bedfordshire", "kent", "luton"], SampleReturns.Of(ReturnKind.Savings, "2012-13")
            .Where(file => file.Rows.Any(row => row.Is("unit", "percent_of_budget") && row.Is("status", "actual")))
                .Select(file => file.Council));
    }

    [Fact]
    public void Twenty_eight_councils_gave_a_figure_and_none_is_made_up_for_the_rest()
    {
        var filed = SampleReturns.Of(ReturnKind.Savings, "2012-13").Select(file => file.Council).ToHashSet();
        Assert.Equal(28, filed.Count);
        string[] silent =
        [
            "barking-and-dagenham", "cumbria", "gateshead", "havering", "kingston-upon-thames", "northumberland", "staffordshire", "torbay",
            "wiltshire",
        ];
        Assert.Empty(filed.Intersect(silent));
    }

    [Theory]
    [InlineData("hackney", "2012-13", "projected", 5_000_000)]
    [InlineData("hackney", "2012-13", "target", 5_000_000)]
    [InlineData("hackney", "2013-14", "projected", 4_500_000)]
    [InlineData("lincolnshire", "2011-12", "actual", 12_000_000)]
    [InlineData("lincolnshire", "2012-13", "actual", 8_981_000)]
    [InlineData("bradford", "2012-13", "target", 8_680_000)]
    [InlineData("peterborough", "2012-13", "target", 4_100_000)]
    [InlineData("peterborough", "2012-13", "projected", 2_900_000)]
    [InlineData("suffolk", "2015-16", "target", 12_500_000)]
    [InlineData("coventry", "2012-13", "actual", 2_100_000)]
    [InlineData("portsmouth", "2012-13", "actual", 200_000)]
    [InlineData("solihull", "2014-15", "projected", 1_600_000)]
    public void A_total_is_filed_with_the_firmness_that_the_report_gives_it(string council, string year, string status, int amount)
    {
        var file = Assert.Single(SampleReturns.Of(ReturnKind.Savings, "2012-13"), file => file.Council == council);
        var row = Assert.Single(file.Rows, row =>
            row.Is("category", "total") && row.Is("unit", "gbp") && row.Is("financial_year", year) && row.Is("status", status));
        Assert.Equal(amount, row.Number("amount"));
    }

    [Fact]
    public void Three_workstreams_are_parts_of_a_total() =>
        Assert.Equal(
            [
                ("kent", "reducing-bureaucracy", "actual", 1_000_000m),
                ("peterborough", "managing-demand", "target", 700_000m),
                ("tameside", "reducing-bureaucracy", "actual", 1_800_000m),
            ],
            SampleReturns.Of(ReturnKind.Savings, "2012-13").SelectMany(file => file.Rows.Where(row => !row.Is("category", "total"))
                .Select(row => (file.Council, row["category"], row["status"], row.Number("amount")))));

    [Fact]
    public void Two_councils_name_their_net_budget() =>
        Assert.Equal(
            [("cheshire-east", "net_budget", 91_500_000m), ("warrington", "net_budget", 45_000_000m)],
            SampleReturns.Of(ReturnKind.Budget, "2012-13")
                .Select(file => (file.Council, file.Rows.Single()["measure"], file.Rows.Single().Number("amount"))));

    [Fact]
    public void Admissions_of_two_councils_stand_in_their_activity_returns() =>
        Assert.Equal(
            [("lincolnshire", "2012-13", 6.9m), ("south-tyneside", "2011-12", 12.2m), ("south-tyneside", "2012-13", 8.7m)],
            SampleReturns.Of(ReturnKind.Activity, "2012-13")
                .SelectMany(file => file.Rows.Where(row => row.Is("measure", "admissions_65plus_per_1000"))
                .Select(row => (file.Council, row["financial_year"], row.Number("value")))));
}
