using Benchmarking.Core.Statistics;

namespace Benchmarking.Core.Tests.Statistics;

/// <summary>Limits of funnels against the laws they are made of, summed term by term.</summary>
public sealed class FunnelLimitsTests
{
    private static readonly (ConfidenceLevel Level, double Tail)[] Levels =
        [(ConfidenceLevel.NinetyFive, 0.025), (ConfidenceLevel.NinetyNinePointEight, 0.001)];

    [Fact]
    public void Limits_of_shares_lie_half_a_person_beyond_what_the_binomial_law_holds_inside()
    {
        foreach (var (p0, n) in new[] { (0.95, 20), (0.05, 20), (0.5, 1), (0.3, 7), (0.057, 500), (0.6, 333), (0.001, 900), (0.999, 900) })
        {
            var chances = Binomial(p0, n);
            Assert.All(Levels, level =>
            {
                var (first, last) = Inside(chances, level.Tail);
                var limits = Proportions.FunnelLimits((decimal)p0, n, level.Level);
                Assert.Equal(Math.Max(0, (first - 0.5m) / n), limits.Lower);
                Assert.Equal(last == n ? 1 : (last + 0.5m) / n, limits.Upper);
            });
        }
    }

    [Fact]
    public void Limits_of_rates_lie_half_a_person_beyond_what_the_Poisson_law_holds_inside()
    {
        foreach (var expected in new[] { 0.2, 1, 4, 10, 37.5, 238.6, 400 })
        {
            var chances = Poisson(expected, 900);
            Assert.All(Levels, level =>
            {
                var (first, last) = Inside(chances, level.Tail);
                var limits = Counts.FunnelLimits((decimal)expected, 1000, 1000, level.Level);
                Assert.Equal(Math.Max(0, first - 0.5m), limits.Lower);
                Assert.Equal(last + 0.5m, limits.Upper);
            });
        }
    }

    /// <summary>By normal limits 7.6 % of twenty people's groups lay below and none above.</summary>
    [Fact]
    public void Of_shares_near_all_no_more_lie_beyond_a_limit_than_its_level_says()
    {
        var chances = Binomial(0.95, 20);
        var limits = Proportions.FunnelLimits(0.95m, 20);
        Assert.InRange(chances.Index().Where(c => c.Index / 20m < limits.Lower).Sum(c => c.Item), 0.01, 0.025);
        Assert.Equal(1, limits.Upper);
    }

    [Fact]
    public void Where_nobody_is_expected_one_person_is_beyond() =>
        Assert.Equal(new Interval(0, 0.5m), Counts.FunnelLimits(0.001m, 1, 1));

    private static (int First, int Last) Inside(double[] chances, double tail)
    {
        var counts = Enumerable.Range(0, chances.Length).ToList();
        return (counts.First(k => chances.Take(k + 1).Sum() > tail), counts.Last(k => chances.Skip(k).Sum() > tail));
    }

    private static double[] Binomial(double p, int n)
    {
        var logs = Enumerable.Range(0, n + 1).Select(k => LogChoose(n, k) + (k * Math.Log(p)) + ((n - k) * Math.Log(1 - p)));
        return [.. logs.Select(Math.Exp)];
    }

    private static double LogChoose(int n, int k) => Enumerable.Range(1, k).Sum(i => Math.Log((n - k + i) / (double)i));

    private static double[] Poisson(double mean, int most)
    {
        var chances = new double[most];
        chances[0] = Math.Exp(-mean);
        for (var k = 1; k < most; k++)
        {
            chances[k] = chances[k - 1] * mean / k;
        }

        return chances;
    }
}
