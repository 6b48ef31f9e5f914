using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class TrendTestTests
{
    [Fact]
    public void Mann_Kendall_and_Theil_Sen_agree_with_the_reference_series()
    {
        foreach (var c in VectorFile.Json("mann-kendall.json").GetProperty("cases").EnumerateArray())
        {
            var values = c.GetProperty("values").Numbers();
            var test = MannKendall.Of(values);
            Assert.Equal(c.Number("S"), test.S);
            VectorFile.Agrees(c.Number("varS"), (decimal)test.VarS);
            VectorFile.Agrees(c.Number("z"), (decimal)test.Z);
            VectorFile.Agrees(c.Number("pNormal"), (decimal)test.PNormal, 1e-6);
            VectorFile.Agrees(c.Number("tau"), (decimal)test.Tau);
            // The reference has no exact p for ties: there every order of the values is tried.
            VectorFile.Agrees(c.GetProperty("pExactTwoSided").NumberOrNull() ?? (decimal)AllOrders.P(values), (decimal?)test.PExact);
            VectorFile.Agrees(c.Number("theilSenSlope"), TheilSen.Slope([.. values.Select((value, i) => ((decimal)i, value))]));
        }
    }

    [Fact]
    public void The_p_of_a_short_series_is_the_exact_one_whether_values_tie_or_not()
    {
        VectorFile.Agrees(1 / 60m, (decimal)MannKendall.Of([12.2m, 11.0m, 10.1m, 9.4m, 8.7m]).P);

        // Two of the twelve orders of these values are as far from level.
        VectorFile.Agrees(1 / 6m, (decimal)MannKendall.Of([5.7m, 5.7m, 5.3m, 4.9m]).P);

        // Eight of 180; the normal approximation says 0.0513, on the other side of 5 %.
        var tied = MannKendall.Of([5.2m, 5.1m, 5.3m, 5.3m, 5.4m, 5.4m]);
        VectorFile.Agrees(8 / 180m, (decimal)tied.P);
        Assert.InRange(tied.PNormal, 0.0513, 0.0514);
    }

    [Fact]
    public void The_exact_p_is_that_of_all_orders_in_any_of_300_series()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            decimal[] series = [.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => (decimal)random.Next(1, 6) / 2)];
            VectorFile.Agrees((decimal)AllOrders.P(series), (decimal)MannKendall.Of(series).P);
        }
    }

    // Of the 155,117,520 ways to place fifteen ones among fifteen noughts two part them.
    [Fact]
    public void Thirty_points_with_ties_have_an_exact_p_and_thirty_one_the_normal_one()
    {
        decimal[] thirty = [.. Enumerable.Repeat(0m, 15), .. Enumerable.Repeat(1m, 15)];
        VectorFile.Agrees(2 / 155_117_520m, (decimal?)MannKendall.Of(thirty).PExact);
        var longer = MannKendall.Of([.. thirty, 1]);
        Assert.Null(longer.PExact);
        Assert.Equal(longer.PNormal, longer.P);
    }

    [Fact]
    public void A_series_of_one_value_has_p_1() => Assert.Equal(1, MannKendall.Of([4, 4, 4, 4, 4, 4]).P);

    [Fact]
    public void One_point_has_no_trend_and_tau_0()
    {
        var test = MannKendall.Of([7]);
        Assert.Equal((1, 0, 0.0, 1.0), (test.Points, test.S, test.Tau, test.P));
    }

    [Fact]
    public void The_slope_counts_years_and_not_points()
    {
        Assert.Equal(1, TheilSen.Slope([(2010, 5), (2011, 6), (2015, 10)]));
        Assert.Null(TheilSen.Slope([(2010, 5)]));
    }

    [Fact]
    public void A_long_rising_series_has_a_p_close_to_0() =>
        Assert.InRange(MannKendall.Of([.. Enumerable.Range(1, 40).Select(i => (decimal)i)]).P, 0, 1e-12);
}
