using Benchmarking.Core.Appraising;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Appraising;

/// <summary>Appraisals by the Green Book: its rates decline, its flows are real, and its costs carry their uplift.</summary>
public sealed class GreenBookTests
{
    private static readonly Discounting Real = new(DiscountSchedule.GreenBook, null, FlowPrices.Real);

    /// <summary>The printed factors of HM Treasury's table.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.9662)]
    [InlineData(10, 0.7089)]
    [InlineData(30, 0.3563)]
    [InlineData(31, 0.3459)]
    [InlineData(50, 0.1973)]
    [InlineData(75, 0.0942)]
    [InlineData(76, 0.0919)]
    public void Discount_factors_are_those_of_the_Green_Book(int year, double factor) =>
        Assert.Equal((decimal)factor, Math.Round(Real.Factors(77)[year], 4));

    /// <summary>The table of February 2026: the first and last year of each span.</summary>
    [Fact]
    public void Rates_fall_in_the_years_of_the_Green_Book_and_say_where_they_stand()
    {
        (int Year, decimal Percent)[] printed =
        [
            (1, 3.5m), (30, 3.5m), (31, 3), (75, 3), (76, 2.5m), (125, 2.5m), (126, 2), (200, 2), (201, 1.5m), (300, 1.5m), (301, 1),
            (900, 1),
        ];
        Assert.All(printed, row => Assert.Equal(row.Percent / 100, Real.RateOf(row.Year)));
        Assert.Contains("HM Treasury, The Green Book, February 2026", Real.Source, StringComparison.Ordinal);
        Assert.Null(Discounting.Flat(0.04m).Source);
    }

    [Fact]
    public void A_hundred_years_of_1_are_worth_what_the_declining_factors_add_to()
    {
        var flows = Enumerable.Range(0, 100).Select(i => new CashFlow($"Year {i}", 1, 0)).ToList();
        var expected = Enumerable.Range(0, 100).Sum(t =>
            Math.Pow(1.035, -Math.Min(t, 30)) * Math.Pow(1.03, -Math.Clamp(t - 30, 0, 45)) * Math.Pow(1.025, -Math.Max(t - 75, 0)));
        var result = ReturnOnInvestment.Of(Real, flows).Result!;
        VectorFile.Agrees((decimal)expected, result.NetPresentValue);
        Assert.Null(result.BenefitCostRatio);
        Assert.True(result.NetPresentValue > ReturnOnInvestment.Of(0.035m, flows).Result!.NetPresentValue);
    }

    [Fact]
    public void The_papers_own_figures_stand_and_have_a_benefit_cost_ratio()
    {
        var result = ReturnOnInvestment.Of(0.04m, TriBoroughPlan.Flows).Result!;
        Assert.Equal((17977m, 1.1m), (decimal.Round(result.NetPresentValue), decimal.Round(result.PaybackYears!.Value, 1)));
        VectorFile.Agrees((517 / 1.04m) + (150 / (1.04m * 1.04m)) + (403 / (1.04m * 1.04m * 1.04m)), result.PresentCosts);
        VectorFile.Agrees(result.NetPresentValue + result.PresentCosts, result.PresentSavings);
        VectorFile.Agrees(result.PresentSavings / result.PresentCosts, result.BenefitCostRatio);
    }

    [Fact]
    public void Optimism_bias_is_put_on_costs_alone()
    {
        List<CashFlow> flows = [new("Year 0", 0, 100), new("Year 1", 60, 0), new("Year 2", 60, 0)];
        var plain = ReturnOnInvestment.Of(Real, flows).Result!;
        var biased = ReturnOnInvestment.Of(Real with { OptimismBias = 0.1m }, flows).Result!;
        Assert.Equal((-10m, 0m), (biased.NetPresentValue - plain.NetPresentValue, biased.PresentSavings - plain.PresentSavings));
        Assert.Equal([-110m, 60, 60], biased.Net);
        VectorFile.Agrees(1 + (50 / 60m), biased.PaybackYears);
        Assert.Equal(0.1m, AppraisalPublication.Publish(biased).OptimismBias);
    }

    [Fact]
    public void Nominal_flows_without_their_inflation_are_the_real_ones()
    {
        var nominal = Real with { Prices = FlowPrices.Nominal, Inflation = 0.02m };
        List<CashFlow> flows = [new("2025-26", 0, 100), new("2026-27", 61.2m, 0), new("2027-28", 62.424m, 5.202m)];
        var result = ReturnOnInvestment.Of(nominal, flows).Result!;
        Assert.Equal([-100m, 60, 55], result.Net.Select(net => Math.Round(net, 10)));
        VectorFile.Agrees(
            ReturnOnInvestment.Of(Real, [new("2025-26", 0, 100), new("2026-27", 60, 0), new("2027-28", 60, 5)]).Result!.NetPresentValue,
            result.NetPresentValue);
        var published = AppraisalPublication.Publish(result);
        Assert.Equal(("nominal", "green-book", 0.02m), (published.Prices, published.Schedule, published.Inflation));
    }

    public static TheoryData<Discounting, string> Wrong { get; } = new()
    {
        { new(DiscountSchedule.Flat, null), "discount-rate-missing" },
        { Real with { Rate = 0.04m }, "discount-rate-given-twice" },
        { Real with { Prices = FlowPrices.NotStated }, "prices-missing" },
        { Real with { Prices = FlowPrices.Nominal }, "inflation-missing" },
        { Real with { Inflation = 0.02m }, "inflation-not-wanted" },
        { Real with { Prices = FlowPrices.Nominal, Inflation = 1 }, "inflation-out-of-range" },
        { Real with { Prices = FlowPrices.Nominal, Inflation = -0.01m }, "inflation-out-of-range" },
        { Real with { OptimismBias = 2.1m }, "optimism-bias-out-of-range" },
        { Real with { OptimismBias = -0.1m }, "optimism-bias-out-of-range" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Terms_that_do_not_fit_are_named(Discounting discounting, string code) =>
        Named.Problem(code, ReturnOnInvestment.Of(discounting, [new("Year 0", 1, 1)]).Problem);

    [Fact]
    public void Nominal_flows_at_a_flat_rate_need_no_inflation() =>
        Assert.True(ReturnOnInvestment.Of(Discounting.Flat(0.04m) with { Prices = FlowPrices.Nominal }, [new("Year 0", 1, 1)]).Succeeded);
}
