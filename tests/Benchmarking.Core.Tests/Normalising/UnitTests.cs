using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Normalising;

public sealed class UnitTests
{
    [Theory]
    [InlineData("6600000", "gbp")]
    [InlineData("6600", "gbp_thousands")]
    [InlineData("6.6", "gbp_millions")]
    [InlineData("£6.6m", "gbp")]
    public void Money_is_brought_to_pounds(string amount, string unit)
    {
        var figure = new FiledReturns().Savings($"total,,{amount},{unit},actual").Find("savings-total")!;
        Assert.Equal((6_600_000m, ValueState.Reported, "savings as filed"), (figure.Value!.Value, figure.State, figure.Basis));
    }

    [Theory]
    [InlineData("91500000", "gbp")]
    [InlineData("91500", "gbp_thousands")]
    [InlineData("91.5", "gbp_millions")]
    public void Budgets_are_brought_to_pounds(string amount, string unit)
    {
        // 91,500,000 / 370,127 residents = 247.2124
        var figure = new FiledReturns().Budget($"net_budget,,{amount},{unit},actual").Find("net-budget-per-resident")!;
        Assert.Equal((91_500_000m, 370_127m, 247.2124m), (figure.Numerator, figure.Denominator, Math.Round(figure.Value!.Value, 4)));
    }

    [Theory]
    [InlineData("3.5", "per_1000")]
    [InlineData("350", "per_100000")]
    public void Rates_are_brought_to_a_thousand(string value, string unit) =>
        Assert.Equal(
            3.5m, new FiledReturns().Activity($"admissions_65plus_per_1000,,,,{value},{unit},actual").Value("admissions-65plus-per-1000"));

    [Theory]
    [InlineData("31,per_100000")]
    [InlineData("0.31,per_1000")]
    public void A_measure_per_hundred_thousand_keeps_its_own_unit(string filed) => Assert.Equal(
        31m, new FiledReturns().Activity($"admissions_18to64_per_100000,,,,{filed},actual").Value("admissions-18to64-per-100000"));

    // Hartlepool 2017-18: 12 of 55,267 adults under 65.
    [Theory]
    [InlineData("per_100000")]
    [InlineData("per_1000")]
    public void Its_figures_make_it_whatever_unit_stands_beside_them(string unit) => Assert.Equal(
        21.7m,
        Math.Round(new FiledReturns().Activity($"admissions_18to64_per_100000,,12,55267,,{unit},actual")
            .Value("admissions-18to64-per-100000")!.Value, 1));

    [Theory]
    [InlineData("2500", "gbp")]
    [InlineData("2.5", "gbp_thousands")]
    public void A_cost_filed_in_thousands_agrees_with_its_pounds_and_people(string value, string unit)
    {
        var both = new FiledReturns().Activity($"home_care_episode_cost,,500000,200,{value},{unit},actual");
        var ratio = new FiledReturns().Activity($"home_care_episode_cost,,500000,200,,{unit},actual");
        Assert.Equal((2_500m, 2_500m), (both.Value("home-care-episode-cost"), ratio.Value("home-care-episode-cost")));
    }

    [Theory]
    [InlineData("home_care_unit_cost,,,,£15.30,gbp_per_hour,actual", "home-care-unit-cost", 15.3)]
    [InlineData("personal_budget_coverage,,,,70.5,percent,actual", "personal-budget-coverage", 70.5)]
    [InlineData("staff_fte,,,,312.4,fte,actual", "staff-fte", 312.4)]
    [InlineData("residential_nursing_weeks_65plus,,,,43680,weeks,actual", "residential-nursing-weeks-65plus", 43680)]
    [InlineData("quality_of_life,,,,19.1,score,actual", "quality-of-life", 19.1)]
    [InlineData("adjusted_quality_of_life,,,,0.412,score,actual", "adjusted-quality-of-life", 0.412)]
    public void Everything_else_stays_as_it_is(string row, string metric, decimal value) =>
        Assert.Equal(value, new FiledReturns().Activity(row).Value(metric));

    [Fact]
    public void A_filed_nothing_is_zero_and_an_unfiled_one_is_no_observation()
    {
        var filed = new FiledReturns().Savings("total,,0,gbp,actual");
        Assert.Equal(0m, filed.Value("savings-total"));
        Assert.Null(filed.Find("savings-total", "projected"));
        Assert.Null(filed.Find("net-budget-per-resident"));
        Assert.DoesNotContain(filed.Observe(), o => o.Value is null);
    }

    [Fact]
    public void One_off_costs_are_not_savings()
    {
        var filed = new FiledReturns().Savings("prevention,,1000,gbp_thousands,actual,,,250,", "other,,500,gbp_thousands,actual,,,9000,");
        Assert.Equal(1_500_000m, filed.Value("savings-total"));
    }

    [Fact]
    public void Prices_yield_no_figures_of_their_own() =>
        Assert.Empty(new FiledReturns().Prices("Home care,Sunrise,1200,hours,15.50").Observe());
}
