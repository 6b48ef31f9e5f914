using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Normalising;

public sealed class ActivityFigureTests
{
    private const string Admissions = "admissions-65plus-per-1000";

    [Fact]
    public void A_value_alone_is_reported_without_numerator_and_denominator()
    {
        var figure = new FiledReturns("south-tyneside").Activity("admissions_65plus_per_1000,,,,8.7,per_1000,actual").Find(Admissions)!;
        Assert.Equal((ValueState.Reported, 8.7m, null, null), (figure.State, figure.Value!.Value, figure.Numerator, figure.Denominator));
        Assert.Equal("admissions 65plus per 1000 as filed", figure.Basis);
    }

    [Theory]
    [InlineData("per_1000")]
    [InlineData("per_100000")]
    public void A_ratio_alone_is_derived_per_thousand_whichever_unit_it_was_filed_in(string unit)
    {
        // 96 / 27,429 × 1000 = 3.49995
        var figure = new FiledReturns().Activity($"admissions_65plus_per_1000,,96,27429,,{unit},actual").Find(Admissions)!;
        Assert.Equal((ValueState.Derived, 3.49995m), (figure.State, Math.Round(figure.Value!.Value, 5)));
        Assert.Equal((96m, 27_429m), (figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void Of_all_three_the_value_counts_as_reported_and_the_others_are_kept()
    {
        var figure = new FiledReturns().Activity("admissions_65plus_per_1000,,96,27429,3.5,per_1000,actual").Find(Admissions)!;
        Assert.Equal((ValueState.Reported, 3.5m, 96m, 27_429m), (figure.State, figure.Value!.Value, figure.Numerator, figure.Denominator));
    }

    [Theory]
    [InlineData("personal_budget_coverage,,150,200,,percent,actual", "personal-budget-coverage", 75)]
    [InlineData("home_care_unit_cost,,1550000,100000,,gbp_per_hour,actual", "home-care-unit-cost", 15.5)]
    [InlineData("reviews_per_worker,,1200,40,,count,actual", "reviews-per-worker", 30)]
    [InlineData("reablement_days,,4200,100,,days,actual", "reablement-days", 42)]
    [InlineData("home_care_hours_per_week,,2500,200,,hours,actual", "home-care-hours-per-week", 12.5)]
    public void A_ratio_is_multiplied_as_its_unit_asks(string row, string metric, decimal value) =>
        Assert.Equal(value, new FiledReturns().Activity(row).Value(metric));

    [Fact]
    public void Nobody_admitted_is_nil() =>
        Assert.Equal(0m, new FiledReturns().Activity("admissions_65plus_per_1000,,0,27429,,per_1000,actual").Value(Admissions));

    [Fact]
    public void A_client_group_is_never_the_whole()
    {
        var filed = new FiledReturns().Activity("admissions_65plus_per_1000,Dementia,,,1.2,per_1000,actual");
        Assert.Empty(filed.Observe());
        filed.ActivityFor("2013-14", "2012-13,admissions_65plus_per_1000,,,,8.7,per_1000,actual",
            "2012-13,admissions_65plus_per_1000,Stroke,,,3,per_1000,actual");
        Assert.Equal(8.7m, filed.Value(Admissions));
    }

    [Theory]
    [InlineData("residents_65plus,65+,,,812,count", "residents-65plus", 812)]
    [InlineData("residents_65plus,Aged 65 and over,,,812,count", "residents-65plus", 812)]
    [InlineData("residents_65plus,ALL,,,812,count", "residents-65plus", 812)]
    [InlineData("telecare_clients,Everybody,,,90,count", "telecare-clients", 90)]
    [InlineData("residential_nursing_unit_cost_learning_disability,Learning disabilities,,,1300,gbp_per_week",
        "residential-nursing-unit-cost-learning-disability", 1300)]
    [InlineData("residents_65plus,All ages,,,812,count", "residents-65plus", null)]
    [InlineData("telecare_clients,65+,,,90,count", "telecare-clients", null)]
    [InlineData("home_care_hours_per_1000_65plus,65+,,,9000,per_1000", "home-care-hours-per-1000-65plus", null)]
    public void A_client_group_that_is_the_measures_own_is_the_whole_of_it_and_no_other_is(string row, string metric, int? value) =>
        Assert.Equal(value, new FiledReturns().Activity($"{row},actual").Value(metric));

    [Fact]
    public void Statuses_stay_apart()
    {
        var filed = new FiledReturns()
            .Activity("admissions_65plus_per_1000,,,,8.7,per_1000,actual", "admissions_65plus_per_1000,,,,8,per_1000,target");
        Assert.Equal((8.7m, 8m, null), (filed.Value(Admissions), filed.Value(Admissions, "target"), filed.Find(Admissions, "projected")));
    }
}
