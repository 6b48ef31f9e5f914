using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Normalising;

/// <summary>Savings as a percentage of the net budget: computed where both are filed, else as the council reports it.</summary>
public sealed class PercentageTests
{
    private const string Metric = "savings-pct-net-budget";

    [Fact]
    public void What_is_computed_wins_over_what_is_reported()
    {
        // 6.6 / 91.5 = 7.2131…, reported as 7.2 of the net budget
        var figure = new FiledReturns()
            .Savings("total,,6.6,gbp_millions,actual", "total,,7.2,percent_of_net_budget,actual")
            .Budget("net_budget,,91500000,gbp,actual").Find(Metric)!;
        Assert.Equal((ValueState.Derived, 7.2131147541m), (figure.State, Math.Round(figure.Value!.Value, 10)));
        Assert.Equal((6_600_000m, 91_500_000m), (figure.Numerator, figure.Denominator));
        Assert.Equal("savings as filed / net budget as filed", figure.Basis);
    }

    [Fact]
    public void A_budget_far_below_a_penny_divides_nothing_and_breaks_nothing() =>
        Assert.Null(new FiledReturns().Savings("total,,900000,gbp_millions,actual").Budget("net_budget,,0.00000000000000000001,gbp,actual")
            .Find(Metric));

    [Theory]
    [InlineData("percent_of_net_budget", "percentage of the net budget as reported")]
    [InlineData("percent_of_budget", "percentage of the budget as reported, net or gross not stated")]
    public void A_reported_percentage_names_its_base(string unit, string basis)
    {
        var figure = new FiledReturns("swindon").Savings($"total,,7.1,{unit},actual").Find(Metric)!;
        Assert.Equal((ValueState.Reported, 7.1m, basis), (figure.State, figure.Value!.Value, figure.Basis));
        Assert.Equal((null, null), (figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void Of_two_reported_bases_the_net_budget_counts()
    {
        var figure = new FiledReturns().Savings("total,,5,percent_of_budget,actual", "total,,7.2,percent_of_net_budget,actual")
            .Find(Metric)!;
        Assert.Equal((7.2m, "percentage of the net budget as reported"), (figure.Value!.Value, figure.Basis));
    }

    [Fact]
    public void An_amount_beside_a_reported_percentage_implies_the_budget()
    {
        // £3.5m is 7.7 per cent of £45,454,545
        var figure = new FiledReturns().Savings("total,,3500000,gbp,actual", "total,,7.7,percent_of_net_budget,actual").Find(Metric)!;
        Assert.Equal((ValueState.Reported, 7.7m, 45_454_545m), (figure.State, figure.Value!.Value, Math.Round(figure.Denominator!.Value)));
        Assert.Equal("percentage of the net budget as reported; denominator implied by the amount and the percentage", figure.Basis);
        Assert.Equal("2-3", Assert.Single(figure.Sources).Lines.ToString());
    }

    [Fact]
    public void Nothing_implies_no_budget()
    {
        var none = new FiledReturns().Savings("total,,0,gbp,actual", "total,,0,percent_of_net_budget,actual").Find(Metric)!;
        Assert.Equal((0m, null, null), (none.Value!.Value, none.Numerator, none.Denominator));
    }

    [Theory]
    [InlineData("projected", "target", "projected")]
    [InlineData("target", "projected", "projected")]
    [InlineData("target", "actual", "actual")]
    [InlineData("target", "target", "target")]
    public void A_budget_of_another_status_serves_as_the_base_and_is_named(string first, string second, string named)
    {
        var filed = new FiledReturns().Savings("total,,6600000,gbp,actual").Budget($"net_budget,,91500000,gbp,{first}");
        if (first != second)
        {
            filed.BudgetFor("2013-14", $"2012-13,net_budget,,91500000,gbp,{second}");
        }

        var basis = filed.Find(Metric)!.Basis;
        Assert.Equal($"savings as filed / net budget as filed{(named == "actual" ? "" : $" ({named})")}", basis);
    }

    [Fact]
    public void A_budget_of_the_savings_own_status_comes_first()
    {
        var filed = new FiledReturns()
            .Savings("total,,10,gbp_millions,target")
            .Budget("net_budget,,90,gbp_millions,actual", "net_budget,,100,gbp_millions,target");
        Assert.Equal((10m, "savings as filed / net budget as filed"), (filed.Value(Metric, "target"), filed.Find(Metric, "target")!.Basis));
    }

    [Fact]
    public void A_budget_is_no_figure_of_a_status_in_which_it_was_not_filed()
    {
        var filed = new FiledReturns()
            .Savings("total,,6600000,gbp,target")
            .Budget("net_budget,,91500000,gbp,actual", "council_net_budget,,260,gbp_millions,projected");
        Assert.Null(filed.Find("net-budget-per-resident", "target"));
        Assert.Null(filed.Find("net-budget-per-resident", "projected"));
        Assert.Null(filed.Find("asc-share-of-council-budget", "projected"));
        Assert.NotNull(filed.Find("net-budget-per-resident"));
        Assert.Equal("net budget as filed / council net budget as filed (projected)", filed.Find("asc-share-of-council-budget")!.Basis);
    }

    [Fact]
    public void A_budget_of_another_year_is_no_base() =>
        Assert.Null(new FiledReturns().Savings("total,,6600000,gbp,actual").BudgetFor("2013-14", "net_budget,,91500000,gbp,actual")
            .Find(Metric));

    [Fact]
    public void A_budget_of_nothing_is_no_base_but_the_reported_percentage_stands()
    {
        var filed = new FiledReturns().Savings("total,,7.2,percent_of_net_budget,actual").Budget("net_budget,,0,gbp,actual");
        Assert.Equal((7.2m, null), (filed.Value(Metric), filed.Find("asc-share-of-council-budget")));
    }

    [Fact]
    public void The_council_budget_share_is_net_over_net()
    {
        // 91.5 / 260.0 = 35.1923 %
        var filed = new FiledReturns().Budget("net_budget,,91.5,gbp_millions,actual", "council_net_budget,,260.0,gbp_millions,actual");
        Assert.Equal(35.1923m, Math.Round(filed.Value("asc-share-of-council-budget")!.Value, 4));
    }

    [Fact]
    public void A_budget_of_one_service_is_never_the_whole()
    {
        var filed = new FiledReturns().Savings("total,,6600000,gbp,actual").Budget("net_budget,Home care,20000000,gbp,actual");
        Assert.Equal((null, null), (filed.Find(Metric), filed.Find("net-budget-per-resident")));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("All")]
    public void A_service_called_all_is_the_whole(string service) =>
        Assert.NotNull(new FiledReturns().Budget($"net_budget,{service},91500000,gbp,actual").Find("net-budget-per-resident"));

    [Fact]
    public void Per_resident_figures_name_the_census()
    {
        // 6,600,000 / 370,127 = 17.8317 and / 71,372 = 92.4732
        var filed = new FiledReturns().Savings("total,,6600000,gbp,actual");
        var (all, old) = (filed.Find("savings-per-resident")!, filed.Find("savings-per-resident-65plus")!);
        Assert.Equal((17.8317m, 370_127m), (Math.Round(all.Value!.Value, 4), all.Denominator));
        Assert.Equal((92.4732m, 71_372m), (Math.Round(old.Value!.Value, 4), old.Denominator));
        Assert.StartsWith("savings as filed / population (2011, Office for National Statistics, ", all.Basis, StringComparison.Ordinal);
        Assert.Contains("Census 2011", old.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partnership_has_no_residents_of_its_own()
    {
        var filed = new FiledReturns("tri-borough").Savings("total,,2948000,gbp,projected");
        Assert.Equal((2_948_000m, null), (filed.Value("savings-total", "projected"), filed.Find("savings-per-resident", "projected")));
    }
}
