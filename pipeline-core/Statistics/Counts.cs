using MathNet.Numerics;

namespace Benchmarking.Core.Statistics;

/// <summary>Intervals for counts of events and the rates made of them (Breslow and Day 1987).</summary>
public static class Counts
{
    /// <summary>Below this count the exact limits are used, from it on Byar's approximation.</summary>
    public const int ByarFrom = 10;

    private const decimal Half = 0.5m;

    public static Interval Interval(decimal count, ConfidenceLevel level = ConfidenceLevel.NinetyFive) =>
        count < ByarFrom ? Exact(count, level) : Byar(count, level);

    /// <summary>count / population × per with its limits: those of the count, scaled.</summary>
    public static (decimal Value, Interval Interval) Rate(
        decimal count, decimal population, decimal per, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        return (count / population * per, Interval(count, level).Times(per / population));
    }

    /// <summary>Exact Poisson limits: ½χ²(α/2; 2x), 0 for x = 0, and ½χ²(1 − α/2; 2x + 2).</summary>
    public static Interval Exact(decimal count, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var (x, tail) = ((double)count, level.Tail());
        var lower = x == 0 ? 0 : Solve(mean => SpecialFunctions.GammaLowerRegularized(x, mean) - tail);
        var upper = Solve(mean => tail - SpecialFunctions.GammaUpperRegularized(x + 1, mean));
        return Statistics.Interval.Of(lower, upper);
    }

    /// <summary>Byar's limits: x(1 − 1/(9x) − z/(3√x))³ and (x+1)(1 − 1/(9(x+1)) + z/(3√(x+1)))³.</summary>
    public static Interval Byar(decimal count, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var (x, z) = ((double)count, level.Z());
        var lower = x * Math.Pow(1 - (1 / (9 * x)) - (z / (3 * Math.Sqrt(x))), 3);
        var upper = (x + 1) * Math.Pow(1 - (1 / (9 * (x + 1))) + (z / (3 * Math.Sqrt(x + 1))), 3);
        return Statistics.Interval.Of(lower, upper);
    }

    /// <summary>Funnel limits about a rate, as a rate: half a person beyond the counts that are inside by the exact Poisson test of the
    /// expected count.</summary>
    public static Interval FunnelLimits(
        decimal rate, decimal population, decimal per, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        var expected = (double)(rate / per * population);
        var (first, last) = CountLimits.Inside(
            expected, Math.Sqrt(expected), double.PositiveInfinity, level,
            k => SpecialFunctions.GammaUpperRegularized(k + 1, expected),
            k => SpecialFunctions.GammaLowerRegularized(k, expected));
        return new Interval(Math.Max(0, (decimal)first - Half), (decimal)last + Half).Times(per / population);
    }

    // The mean at which a function that rises with it crosses zero, by halving the interval until it cannot be halved.
    private static double Solve(Func<double, double> rising)
    {
        var (low, high) = (0.0, 1.0);
        while (rising(high) < 0)
        {
            high *= 2;
        }

        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            (low, high) = rising(middle) < 0 ? (middle, high) : (low, middle);
        }
    }
}
