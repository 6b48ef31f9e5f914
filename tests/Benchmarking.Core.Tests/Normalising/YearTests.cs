using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace Benchmarking.Core.Tests.Normalising;

/// <summary>What becomes of several returns of one council that speak of the same year.</summary>
public sealed class YearTests
{
    private const string Total = "savings-total";

    [Fact]
    public void A_later_return_restates_an_earlier_years_figure()
    {
        var filed = new FiledReturns()
            .SavingsFor("2012-13", "total,,6600000,gbp,actual").BudgetFor("2012-13", "net_budget,,91500000,gbp,actual")
            .ActivityFor("2012-13", "staff_fte,,,,300,fte,actual")
            .SavingsFor("2013-14", "2012-13,total,,6400000,gbp,actual").BudgetFor("2013-14", "2012-13,net_budget,,92,gbp_millions,actual")
            .ActivityFor("2013-14", "2012-13,staff_fte,,,,290,fte,actual");
        Assert.Equal((6_400_000m, 290m), (filed.Value(Total), filed.Value("staff-fte")));
        var percentage = filed.Find("savings-pct-net-budget")!;
        Assert.Equal((6_400_000m, 92_000_000m), (percentage.Numerator, percentage.Denominator));
        Assert.Equal(["budget 2013-14", "savings 2013-14"], percentage.Sources.Select(source => source.Receipt));
    }

    [Fact]
    public void A_projection_yields_to_what_the_years_own_return_says()
    {
        var filed = new FiledReturns()
            .SavingsFor("2012-13", "2013-14,total,,2500000,gbp,projected", "2014-15,total,,1,gbp,projected")
            .SavingsFor("2013-14", "2013-14,total,,2000000,gbp,projected");
        Assert.Equal(2_000_000m, filed.Value(Total, "projected", "2013-14"));
        Assert.Equal(1m, filed.Value(Total, "projected", "2014-15"));
    }

    [Fact]
    public void An_actual_figure_leaves_the_projection_beside_it()
    {
        var filed = new FiledReturns()
            .SavingsFor("2012-13", "2013-14,total,,2500000,gbp,projected").SavingsFor("2013-14", "total,,2400000,gbp,actual");
        Assert.Equal(
            (2_500_000m, 2_400_000m), (filed.Value(Total, "projected", "2013-14"), filed.Value(Total, "actual", "2013-14")));
    }

    [Fact]
    public void Savings_of_a_year_and_status_come_from_one_return_whole()
    {
        var filed = new FiledReturns()
            .SavingsFor("2012-13", "prevention,,3,gbp_millions,actual", "other,,1,gbp_millions,actual", "total,,5,gbp_millions,target")
            .SavingsFor("2013-14", "2012-13,prevention,,2,gbp_millions,actual");
        Assert.Equal((2_000_000m, 5_000_000m), (filed.Value(Total), filed.Value(Total, "target")));
        Assert.Equal(["prevention"], filed.Find(Normaliser.SavingsCategories)!.Breakdown.Select(part => part.Category));
        Assert.Equal("savings 2013-14", Assert.Single(filed.Find(Total)!.Sources).Receipt);
    }

    [Fact]
    public void A_target_of_one_return_and_the_result_of_the_next_make_a_delivery_rate()
    {
        // 4.0 of 5.0
        var filed = new FiledReturns()
            .SavingsFor("2012-13", "2013-14,total,,5,gbp_millions,target").SavingsFor("2013-14", "total,,4,gbp_millions,actual");
        var rate = filed.Find("savings-delivery-rate", year: "2013-14")!;
        Assert.Equal((80m, 2), (rate.Value!.Value, rate.Sources.Count));
        Assert.Equal([("savings 2012-13", "2"), ("savings 2013-14", "2")],
            rate.Sources.Select(source => (source.Receipt, source.Lines.ToString())));
    }

    [Fact]
    public void Sources_name_every_line_once_and_in_order()
    {
        var filed = new FiledReturns()
            .Savings("other,,1,gbp,actual", "prevention,,2,gbp,actual", "total,,3,gbp,actual")
                .Budget("gross_budget,,90,gbp,actual", "net_budget,,60,gbp,actual");
        var source = filed.Find("savings-pct-net-budget")!.Sources;
        Assert.Equal(["budget 2012-13: 3", "savings 2012-13: 4"], source.Select(s => $"{s.Receipt}: {s.Lines}"));
        Assert.Equal("2-3", Assert.Single(filed.Find("savings-share-other")!.Sources).Lines.ToString());
    }

    [Fact]
    public void The_order_in_which_returns_are_given_does_not_matter()
    {
        var returns = new FiledReturns()
            .SavingsFor("2012-13", "total,,6600000,gbp,actual", "2013-14,total,,10.38,percent_of_net_budget,projected")
            .SavingsFor("2013-14", "prevention,,3,gbp_millions,actual", "2012-13,other,,6,gbp_millions,actual")
            .SavingsFor("2014-15", "total,,1,gbp_millions,actual", "2013-14,total,,4,gbp_millions,actual")
            .BudgetFor("2012-13", "net_budget,,91500000,gbp,actual").BudgetFor("2013-14", "2012-13,net_budget,,92,gbp_millions,actual")
            .ActivityFor("2012-13", "staff_fte,,,,300,fte,actual").ActivityFor("2013-14", "2012-13,staff_fte,,,,290,fte,actual").Accepted;
        var expected = Written(returns);
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(2013, 11),
            Prop.ForAll(Gen.Shuffle(returns.ToArray()).ToArbitrary(), shuffled => Written(shuffled) == expected));
    }

    [Fact]
    public void Observations_are_ordered_and_one_for_each_metric_year_and_status()
    {
        var observations = new FiledReturns()
            .Savings("total,,2,gbp,target", "total,,1,gbp,actual", "2011-12,total,,3,gbp,actual").Observe();
        var keys = observations.Select(o => $"{o.Metric} {o.Year} {(int)o.Status}").ToArray();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Distinct(keys);
    }

    private static string Written(IEnumerable<AcceptedReturn> returns) =>
        string.Join('\n',
            Normaliser.Observe(CouncilCode.Parse("cheshire-east"), returns, ReferenceData.Current).Select(ObservationJson.Write));
}
