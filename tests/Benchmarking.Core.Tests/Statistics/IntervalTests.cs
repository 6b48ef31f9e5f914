using System.Text.Json;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class IntervalTests
{
    private static readonly ConfidenceLevel[] Levels = [ConfidenceLevel.NinetyFive, ConfidenceLevel.NinetyNinePointEight];

    [Fact]
    public void Proportions_have_the_interval_of_Wilson()
    {
        foreach (var row in VectorFile.Csv("wilson.csv"))
        {
            var interval = Proportions.Wilson(VectorFile.Number(row["x"]), VectorFile.Number(row["n"]), Level(row["confidence"]));
            Agree(row["lower"], row["upper"], interval, 1e-9);
        }
    }

    [Fact]
    public void None_and_all_of_n_reach_0_and_1_exactly()
    {
        Assert.All(Enumerable.Range(1, 500), n => Assert.All(Levels, level =>
        {
            Assert.Equal(0, Proportions.Wilson(0, n, level).Lower);
            Assert.Equal(1, Proportions.Wilson(n, n, level).Upper);
        }));
        Assert.All(Levels, level => Assert.Equal(0, Counts.Exact(0, level).Lower));
    }

    [Fact]
    public void An_interval_holds_its_ends()
    {
        var interval = new Interval(2, 3);
        Assert.Equal([false, true, true, true, false], new[] { 1.9m, 2, 2.5m, 3, 3.1m }.Select(interval.Contains));
    }

    [Fact]
    public void What_no_count_of_people_can_be_is_refused()
    {
        Refused("x", () => Proportions.Wilson(-1, 10));
        Refused("x", () => Proportions.Wilson(11, 10));
        Refused("n", () => Proportions.Wilson(0, 0));
        Refused("count", () => Counts.Exact(-1));
        Refused("count", () => Counts.Byar(0));
        Refused("population", () => Counts.Rate(3, 0, 1000));
        Refused("population", () => Counts.Rate(3, -1, 1000));
    }

    [Fact]
    public void Counts_have_exact_limits_below_10_and_those_of_Byar_from_10_on()
    {
        foreach (var row in VectorFile.Csv("counts.csv"))
        {
            var (count, level) = (VectorFile.Number(row["count"]), Level(row["confidence"]));
            Agree(row["exact_lower"], row["exact_upper"], Counts.Exact(count, level), 1e-9);
            Agree(row["lower"], row["upper"], Counts.Interval(count, level), 1e-9);
            if (count > 0)
            {
                Agree(row["byars_lower"], row["byars_upper"], Counts.Byar(count, level), 1e-9);
            }
        }
    }

    [Fact]
    public void A_rate_has_the_limits_of_its_count()
    {
        foreach (var row in VectorFile.Csv("rates.csv"))
        {
            var (value, interval) = Counts.Rate(
                VectorFile.Number(row["count"]), VectorFile.Number(row["population65plus"]), VectorFile.Number(row["per"]),
                Level(row["confidence"]));
            VectorFile.Agrees(VectorFile.Number(row["value"]), value);
            Agree(row["lower"], row["upper"], interval, 1e-9);
        }
    }

    /// <summary>The vectors' normal limits are where Wilson's interval of a share ends at the centre, and their limits of rates are the
    /// exact ones of a count that need not be whole.</summary>
    [Fact]
    public void The_reference_limits_of_funnels_are_ends_of_the_intervals_of_shares_and_counts()
    {
        foreach (var row in VectorFile.Csv("funnel-proportions.csv"))
        {
            var (p0, n) = (VectorFile.Number(row["p0"]), VectorFile.Number(row["n"]));
            foreach (var (end, level) in new[] { ("95", ConfidenceLevel.NinetyFive), ("998", ConfidenceLevel.NinetyNinePointEight) })
            {
                var (lower, upper) = (VectorFile.Number(row[$"lower{end}"]), VectorFile.Number(row[$"upper{end}"]));
                VectorFile.Agrees(p0, lower > 0 ? Proportions.Wilson(lower * n, n, level).Upper : p0, 1e-6);
                VectorFile.Agrees(p0, upper < 1 ? Proportions.Wilson(upper * n, n, level).Lower : p0, 1e-6);
            }
        }

        foreach (var row in VectorFile.Csv("funnel-rates.csv"))
        {
            var (rate, n) = (VectorFile.Number(row["baseline_per_1000"]), VectorFile.Number(row["population"]));
            var expected = rate * n / 1000;
            Agree(row["lower95"], row["upper95"], Counts.Exact(expected).Times(1000 / n), 1e-6);
            Agree(row["lower998"], row["upper998"], Counts.Exact(expected, ConfidenceLevel.NinetyNinePointEight).Times(1000 / n), 1e-6);
        }
    }

    [Fact]
    public void Two_rates_and_two_proportions_compare_as_ratio_and_difference()
    {
        var vectors = VectorFile.Json("ratios.json");
        foreach (var c in vectors.GetProperty("rateRatio").EnumerateArray())
        {
            AgreeWhole(c, Ratios.RateRatio(c.Number("x1"), c.Number("t1"), c.Number("x0"), c.Number("t0"), Level(c)));
        }

        foreach (var c in vectors.GetProperty("riskRatio").EnumerateArray())
        {
            AgreeWhole(c, Proportions.RiskRatio(c.Number("x1"), c.Number("n1"), c.Number("x0"), c.Number("n0"), Level(c)));
        }

        foreach (var c in vectors.GetProperty("proportionDifferenceNewcombe10").EnumerateArray())
        {
            AgreeWhole(c, Proportions.Difference(c.Number("x1"), c.Number("n1"), c.Number("x0"), c.Number("n0"), Level(c)));
        }
    }

    /// <summary>335 and 239 of 27,429: each rate with its vector's limits, halves squared and added.</summary>
    [Fact]
    public void Two_rates_differ_by_an_interval_made_of_theirs()
    {
        var (value, interval) = Ratios.RateDifference(239, 27_429, 335, 27_429);
        VectorFile.Agrees(-96 / 27_429m, value);
        var ((rate1, own1), (rate0, own0)) = (Counts.Rate(239, 27_429, 1), Counts.Rate(335, 27_429, 1));
        VectorFile.Agrees(value - Root(rate1 - own1.Lower, own0.Upper - rate0), interval.Lower);
        VectorFile.Agrees(value + Root(own1.Upper - rate1, rate0 - own0.Lower), interval.Upper);
        Assert.InRange(1000 * interval.Lower, -5.25m, -5.15m);
        Assert.InRange(1000 * interval.Upper, -1.85m, -1.75m);

        static decimal Root(decimal a, decimal b) => (decimal)Math.Sqrt((double)((a * a) + (b * b)));
    }

    [Fact]
    public void A_further_variance_widens_each_half_of_an_interval_by_itself()
    {
        // Halves of 3 and 4 with two deviates of a variance of 4, which is 4 each way.
        var widened = new Interval(7, 14).Widened(10, 4, 2);
        Assert.Equal((5m, 15.6569m), (widened.Lower, Math.Round(widened.Upper, 4)));
        Assert.Equal(new Interval(7, 14), new Interval(7, 14).Widened(10, 0, 2));
    }

    [Fact]
    public void There_is_no_ratio_to_a_count_of_0()
    {
        Assert.Null(Ratios.RateRatio(3, 100, 0, 100));
        Assert.Null(Ratios.RateRatio(0, 100, 3, 100));
        Assert.Null(Proportions.RiskRatio(0, 100, 3, 100));
        Assert.Null(Proportions.RiskRatio(3, 100, 0, 100));
    }

    [Fact]
    public void No_more_can_be_counted_than_there_are()
    {
        Refused("x1", () => Proportions.RiskRatio(101, 100, 3, 100)!);
        Refused("x0", () => Proportions.RiskRatio(3, 100, 101, 100)!);
        Assert.Equal(1, Proportions.RiskRatio(100, 100, 100, 100)!.Value.Value);
    }

    private static void Refused(string parameter, Func<object> compute) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(compute).ParamName);

    private static ConfidenceLevel Level(string confidence) =>
        confidence == "0.95" ? ConfidenceLevel.NinetyFive : ConfidenceLevel.NinetyNinePointEight;

    private static ConfidenceLevel Level(JsonElement c) => Level(c.GetProperty("confidence").GetString()!);

    private static void Agree(string lower, string upper, Interval interval, double tolerance)
    {
        VectorFile.Agrees(VectorFile.Number(lower), interval.Lower, tolerance);
        VectorFile.Agrees(VectorFile.Number(upper), interval.Upper, tolerance);
    }

    private static void AgreeWhole(JsonElement c, (decimal Value, Interval Interval)? result)
    {
        VectorFile.Agrees(c.Number("value"), result?.Value);
        VectorFile.Agrees(c.Number("lower"), result?.Interval.Lower);
        VectorFile.Agrees(c.Number("upper"), result?.Interval.Upper);
    }
}
