using Benchmarking.Core.Normalising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Normalising;

public sealed class SavingsFigureTests
{
    private const string Prevention = "savings-share-prevention";
    private const string Other = "savings-share-other";
    private const string Demand = "savings-share-managing-demand";

    [Fact]
    public void A_total_row_declares_the_whole_and_what_its_parts_leave_is_not_stated()
    {
        var filed = new FiledReturns().Savings("total,,9480000,gbp,actual", "reducing-bureaucracy,,1000000,gbp,actual");
        Assert.Equal((9_480_000m, ValueState.Reported), (filed.Value("savings-total"), filed.Find("savings-total")!.State));
        Assert.Equal(["reducing-bureaucracy 1000000", "not-stated 8480000"], Breakdown(filed));
    }

    [Fact]
    public void Without_a_total_row_the_parts_are_the_whole()
    {
        var filed = new FiledReturns().Savings("prevention,,4.1,gbp_millions,actual", "other,,2500,gbp_thousands,actual");
        var total = filed.Find("savings-total")!;
        Assert.Equal((6_600_000m, ValueState.Derived, "savings, the filed categories added up"),
            (total.Value!.Value, total.State, total.Basis));
        Assert.Equal("2-3", Assert.Single(total.Sources).Lines.ToString());
        Assert.Equal(["other 2500000", "prevention 4100000"], Breakdown(filed));
    }

    [Fact]
    public void The_only_category_is_the_whole_as_reported() =>
        Assert.Equal(ValueState.Reported, new FiledReturns().Savings("prevention,,5,gbp,actual").Find("savings-total")!.State);

    [Fact]
    public void A_total_alone_is_all_not_stated_and_has_no_shares()
    {
        var filed = new FiledReturns().Savings("total,,6600000,gbp,actual");
        Assert.Equal(["not-stated 6600000"], Breakdown(filed));
        Assert.DoesNotContain(filed.Observe(), o => o.Metric.StartsWith("savings-share", StringComparison.Ordinal));
    }

    [Fact]
    public void A_share_is_of_the_savings_that_have_a_category()
    {
        // 3 of 3 + 1 = 75 %, whatever the total leaves
        var filed = new FiledReturns()
            .Savings("total,,10,gbp_millions,actual", "prevention,,3,gbp_millions,actual", "other,,1,gbp_millions,actual");
        var share = filed.Find(Prevention)!;
        Assert.Equal((75m, 3_000_000m, 4_000_000m), (share.Value!.Value, share.Numerator, share.Denominator));
        Assert.Equal("3-4", Assert.Single(share.Sources).Lines.ToString());
    }

    [Fact]
    public void A_category_without_a_row_is_nil_only_where_the_rows_are_the_whole()
    {
        var whole = new FiledReturns()
            .Savings("total,,4,gbp_millions,actual", "prevention,,3,gbp_millions,actual", "other,,1,gbp_millions,actual");
        Assert.Equal(0m, whole.Value(Demand));
        Assert.StartsWith("no savings in managing-demand: the filed categories are the whole", whole.Find(Demand)!.Basis,
            StringComparison.Ordinal);
        Assert.Equal(0m, new FiledReturns().Savings("prevention,,3,gbp,actual").Value(Demand));
        Assert.Null(new FiledReturns().Savings("total,,5,gbp_millions,actual", "prevention,,3,gbp_millions,actual").Find(Demand));
    }

    [Theory]
    [InlineData("4.1", true)]
    [InlineData("4.10", true)]
    [InlineData("4.2", false)]
    public void What_rounding_leaves_is_no_remainder(string total, bool isWhole)
    {
        // 3.0 and 1.0 may each be 0.05 more, and the total half its last place less
        var filed = new FiledReturns().Savings(
            $"total,,{total},gbp_millions,actual", "prevention,,3.0,gbp_millions,actual", "other,,1.0,gbp_millions,actual");
        Assert.Equal(isWhole, filed.Find(Demand) is not null);
    }

    [Fact]
    public void Percentages_of_savings_come_to_pounds_where_the_total_is_declared()
    {
        // 43 % of £6.6m = 2,838,000 and 57 % = 3,762,000
        var filed = new FiledReturns().Savings(
            "total,,6600000,gbp,actual", "prevention,,43,percent_of_savings,actual", "other,,57,percent_of_savings,actual");
        Assert.Equal(["other 3762000", "prevention 2838000"], Breakdown(filed));
        Assert.Equal((43m, 57m, 0m), (filed.Value(Prevention), filed.Value(Other), filed.Value(Demand)));
    }

    [Fact]
    public void A_percentage_beside_the_pounds_of_its_category_is_not_counted_again()
    {
        // 4.1 of 6.6 = 62.12 %
        var filed = new FiledReturns().Savings(
            "total,,6600000,gbp,actual", "prevention,,4100000,gbp,actual", "other,,2500000,gbp,actual",
            "prevention,,62,percent_of_savings,actual");
        Assert.Equal(["other 2500000", "prevention 4100000"], Breakdown(filed));
        Assert.Equal((62.1212m, 6_600_000m), (Math.Round(filed.Value(Prevention)!.Value, 4), filed.Find(Prevention)!.Denominator));
    }

    [Fact]
    public void Where_only_percentages_of_savings_are_filed_the_shares_are_known_and_the_pounds_are_not()
    {
        // the LGA's shares of 2012-13
        var filed = new FiledReturns().Savings(
            "reducing-bureaucracy,,50,percent_of_savings,actual", "managing-demand,,20,percent_of_savings,actual",
            "prevention,,5,percent_of_savings,actual", "other,,25,percent_of_savings,actual");
        Assert.Equal((20m, 5m, 25m), (filed.Value(Demand), filed.Value(Prevention), filed.Value(Other)));
        Assert.Equal((null, null), (filed.Find(Other)!.Numerator, filed.Find(Other)!.Denominator));
        Assert.Equal((null, null), (filed.Find("savings-total"), filed.Find(Normaliser.SavingsCategories)));
        Assert.DoesNotContain(filed.Observe(), o => o.Metric.StartsWith("savings-per", StringComparison.Ordinal));
    }

    [Fact]
    public void Percentages_that_are_not_all_of_the_savings_leave_the_other_categories_unknown()
    {
        var filed = new FiledReturns().Savings("prevention,,30,percent_of_savings,actual", "other,,10,percent_of_savings,actual");
        Assert.Equal((75m, null), (filed.Value(Prevention), filed.Find(Demand)));
    }

    [Theory]
    [InlineData("total,,9480000,gbp,actual", "savings in reducing-bureaucracy / savings that have a category (only 10.5% of the savings)")]
    [InlineData("total,,1000000,gbp,actual", "savings in reducing-bureaucracy / savings that have a category")]
    [InlineData("total,,7,percent_of_net_budget,actual", "savings in reducing-bureaucracy / savings that have a category")]
    public void A_share_says_how_much_of_the_savings_it_is_a_share_of(string whole, string basis)
    {
        // Kent's return of 2012-13: one workstream of a larger total
        var filed = new FiledReturns().Savings(whole, "reducing-bureaucracy,,1000000,gbp,actual");
        Assert.Equal((100m, basis),
            (filed.Value("savings-share-reducing-bureaucracy"), filed.Find("savings-share-reducing-bureaucracy")!.Basis));
    }

    [Fact]
    public void Pounds_and_percentages_without_a_total_are_not_added_up()
    {
        var filed = new FiledReturns()
            .Savings("prevention,,100000,gbp,actual", "other,,50,percent_of_savings,actual,,,,,No total is known");
        Assert.Empty(filed.Observe());
    }

    [Fact]
    public void Subcategories_keep_their_code_and_the_councils_own_label()
    {
        var filed = new FiledReturns()
            .Savings("prevention,Reablement,2,gbp,actual", "prevention,Friendly visits,3,gbp,actual",
                "prevention,,1000,gbp,actual,,,,Day centres");
        var breakdown = filed.Find(Normaliser.SavingsCategories)!.Breakdown;
        Assert.Equal([(null, null, 1000m), (null, "Friendly visits", 3m), ("reablement", "Reablement", 2m)],
            breakdown.Select(part => (part.Subcategory, part.LabelAsFiled, part.Amount)));
        Assert.Equal(100m, filed.Value(Prevention));
    }

    [Fact]
    public void Recurrent_and_assured_shares_are_of_the_savings_that_say()
    {
        // recurrent 3 of 3 + 1; assured 3 of 3 + 2
        var filed = new FiledReturns().Savings(
            "prevention,,3,gbp_millions,actual,assured,recurrent", "managing-demand,,1,gbp_millions,actual,,one-off",
            "other,,2,gbp_millions,actual,possible");
        Assert.Equal((75m, 60m), (filed.Value("savings-recurrent-share"), filed.Value("savings-assured-share")));
        Assert.Equal("recurrent savings / savings that say whether they recur", filed.Find("savings-recurrent-share")!.Basis);
    }

    [Fact]
    public void No_recurrent_savings_among_those_that_say_is_nil_and_nobody_saying_is_unknown()
    {
        var filed = new FiledReturns().Savings("prevention,,3,gbp_millions,actual,,one-off", "other,,2,gbp_millions,actual");
        Assert.Equal((0m, null), (filed.Value("savings-recurrent-share"), filed.Find("savings-assured-share")));
    }

    [Fact]
    public void The_total_row_speaks_where_no_part_does()
    {
        var alone = new FiledReturns().Savings("total,,5,gbp_millions,actual,assured,recurrent");
        var besides = new FiledReturns().Savings("total,,5,gbp_millions,actual,assured,recurrent", "prevention,,3,gbp_millions,actual");
        var parts = new FiledReturns()
            .Savings("total,,5,gbp_millions,actual,,recurrent", "prevention,,3,gbp_millions,actual,,one-off",
                "other,,2,gbp_millions,actual");
        Assert.Equal((100m, 100m), (alone.Value("savings-recurrent-share"), besides.Value("savings-assured-share")));
        Assert.Equal(0m, parts.Value("savings-recurrent-share"));
    }

    [Fact]
    public void The_delivery_rate_is_what_was_achieved_of_what_was_targeted_and_exists_once()
    {
        // Peterborough: 4.1 targeted; had 2.9 been achieved, 70.73 %
        var filed = new FiledReturns("peterborough")
            .Savings("total,,4.1,gbp_millions,target", "total,,2.9,gbp_millions,actual", "total,,3,gbp_millions,projected");
        Assert.Equal(70.7317m, Math.Round(filed.Value("savings-delivery-rate")!.Value, 4));
        Assert.Equal("2-3", Assert.Single(filed.Find("savings-delivery-rate")!.Sources).Lines.ToString());
        Assert.Single(filed.Observe(), o => o.Metric == "savings-delivery-rate");
    }

    [Theory]
    [InlineData("projected")]
    [InlineData("target")]
    public void Without_an_actual_figure_nothing_is_delivered_yet(string status) =>
        Assert.Null(new FiledReturns().Savings("total,,4,gbp,identified", $"total,,4,gbp,{status}").Find("savings-delivery-rate"));

    private static string[] Breakdown(FiledReturns filed) =>
        [.. filed.Find(Normaliser.SavingsCategories)!.Breakdown.Select(part => $"{part.Category} {part.Amount / 1.000000m:0.##}")];
}
