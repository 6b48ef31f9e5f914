using Benchmarking.Core.Appraising;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Appraising;

/// <summary>Expected values are the plan's printed ones, or were computed outside this project in exact fractions.</summary>
public sealed class ReturnOnInvestmentTests
{
    [Fact]
    public void The_tri_borough_flows_give_the_printed_payback_and_net_present_value()
    {
        var result = ReturnOnInvestment.Of(0.04m, TriBoroughPlan.Flows).Result!;
        Assert.Equal([0, -371, 2799, 7183, 10950], result.Net);
        Assert.Equal([0, -371, 2428, 9611, 20561], result.Cumulative);
        Assert.Equal(17977, decimal.Round(result.NetPresentValue));
        VectorFile.Agrees(17976.868807114595m, result.NetPresentValue);
        Assert.Equal(1.1m, decimal.Round(result.PaybackYears!.Value, 1));
        VectorFile.Agrees(1.1325473383351197m, result.PaybackYears);
    }

    [Theory]
    [InlineData("hammersmith-and-fulham", new[] { 63, 1026, 4031, 5303 }, 461, 1.1663201663201663, 8697.462503501278)]
    [InlineData("kensington-and-chelsea", new[] { 31, 601, 1230, 2094 }, 225, 1.1368421052631579, 3259.857848114562)]
    [InlineData("westminster", new[] { 52, 1321, 2325, 3554 }, 383, 1.1049723756906078, 6020.403259689787)]
    public void Each_borough_pays_back_in_little_over_a_year_when_its_costs_fall_as_those_of_the_programme(
        string borough, int[] savings, int cost, double payback, double value)
    {
        var costs = Attribution.Of(cost, 0, [.. Parts(517, 150, 403)]).Result!.Parts.Select(part => part.Amount);
        var result = ReturnOnInvestment.Of(
            0.04m, TriBoroughPlan.Numbered([0, .. savings.Select(saving => (decimal)saving)], [0, .. costs, 0])).Result!;
        Assert.NotEmpty(borough);
        VectorFile.Agrees((decimal)payback, result.PaybackYears);
        VectorFile.Agrees((decimal)value, result.NetPresentValue);
    }

    [Fact]
    public void What_never_comes_back_has_no_payback() => Assert.Null(Payback((10, 100), (20, 0), (30, 0)));

    [Fact]
    public void What_comes_back_on_the_last_day_of_a_year_has_taken_whole_years() => Assert.Equal(2, Payback((0, 100), (40, 0), (60, 0)));

    [Fact]
    public void What_costs_nothing_has_paid_back_from_the_start() => Assert.Equal(0, Payback((5, 0), (5, 0)));

    [Fact]
    public void A_spend_in_year_0_pays_back_inside_year_1() => Assert.Equal(0.25m, Payback((0, 100), (400, 0)));

    [Fact]
    public void Where_the_flows_go_under_again_only_the_last_recovery_counts() =>
        Assert.Equal(2.5m, Payback((0, 100), (150, 0), (0, 200), (300, 0)));

    [Fact]
    public void Where_they_end_under_nothing_has_paid_back() => Assert.Null(Payback((0, 100), (150, 0), (0, 200)));

    [Fact]
    public void At_a_rate_of_0_the_net_present_value_is_the_last_cumulative_flow()
    {
        var result = ReturnOnInvestment.Of(0, TriBoroughPlan.Flows).Result!;
        Assert.Equal(result.Cumulative[^1], result.NetPresentValue);
    }

    [Fact]
    public void A_hundred_years_at_the_highest_rate_stay_within_bounds()
    {
        var flows = Enumerable.Range(0, 100).Select(i => new CashFlow($"Year {i}", 1_000_000_000_000_000m, 0)).ToList();
        VectorFile.Agrees(1_000_000_000_000_000m * 1.99m / 0.99m, ReturnOnInvestment.Of(0.99m, flows).Result!.NetPresentValue);
    }

    [Theory]
    [InlineData(4, "2011-12", "2012-13", 1, "discount-rate-out-of-range")]
    [InlineData(1, "2011-12", "2012-13", 1, "discount-rate-out-of-range")]
    [InlineData(-0.01, "2011-12", "2012-13", 1, "discount-rate-out-of-range")]
    [InlineData(0.04, "2011-13", "2012-13", 1, "year-unreadable")]
    [InlineData(0.04, "", "2012-13", 1, "year-unreadable")]
    [InlineData(0.04, "2011-12", "2013-14", 1, "years-not-consecutive")]
    [InlineData(0.04, "2011-12", "2011-12", 1, "years-not-consecutive")]
    [InlineData(0.04, "Year 0", "2011-12", 1, "years-not-consecutive")]
    [InlineData(0.04, "2011-12", "2012-13", -1, "amount-negative")]
    [InlineData(0.04, "2011-12", "2012-13", 2e15, "amount-too-large")]
    public void Flows_that_cannot_be_appraised_are_named(double rate, string first, string second, double @out, string code) =>
        Named.Problem(code, ReturnOnInvestment.Of((decimal)rate, [new(first, 0, 0), new(second, 1, (decimal)@out)]).Problem);

    [Fact]
    public void Savings_under_0_are_named_as_costs_are_and_numbered_years_end_at_99()
    {
        Named.Problem("amount-negative", ReturnOnInvestment.Of(0.04m, [new("Year 0", -1, 0)]).Problem, "savings");
        Named.Problem("amount-negative", ReturnOnInvestment.Of(0.04m, [new("Year 0", 0, -1)]).Problem, "costs");
        Assert.True(ReturnOnInvestment.Of(0.04m, [new("Year 99", 1, 0)]).Succeeded);
        Named.Problem("year-unreadable", ReturnOnInvestment.Of(0.04m, [new("Year 100", 1, 0)]).Problem);
    }

    [Fact]
    public void No_flows_and_too_many_flows_are_named()
    {
        Named.Problem("flows-out-of-range", ReturnOnInvestment.Of(0.04m, []).Problem);
        Named.Problem("flows-out-of-range",
            ReturnOnInvestment.Of(0.04m, [.. Enumerable.Repeat(new CashFlow("Year 0", 0, 0), 101)]).Problem);
    }

    [Fact]
    public void Years_are_answered_in_their_one_spelling() =>
        Assert.Equal(["2011-12", "2012-13"], ReturnOnInvestment.Of(0.04m, [new("FY2011/12", 1, 0), new("2012/2013", 1, 0)]).Result!.Years);

    private static decimal? Payback(params (decimal In, decimal Out)[] flows) =>
        ReturnOnInvestment.Of(0.04m, [.. flows.Select((flow, i) => new CashFlow($"Year {i}", flow.In, flow.Out))]).Result!.PaybackYears;

    private static IEnumerable<AttributionBase> Parts(params decimal[] values) =>
        values.Select((value, i) => new AttributionBase(Vocabulary.CouncilCode.Parse($"year-{i}"), value));
}
