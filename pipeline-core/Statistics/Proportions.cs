using MathNet.Numerics;

namespace Benchmarking.Core.Statistics;

/// <summary>Intervals for x of n, as shares between 0 and 1.</summary>
public static class Proportions
{
    private const decimal Half = 0.5m;

    /// <summary>Wilson's score interval (Wilson 1927): (2x + z² ± z√(z² + 4x(1 − x/n))) / (2(n + z²)); 0 and n of n reach 0 and 1
    /// exactly.</summary>
    public static Interval Wilson(decimal x, decimal n, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, n);
        var (lower, upper) = WilsonBounds((double)x, (double)n, level.Z());
        return Interval.Of(x == 0 ? 0 : lower, x == n ? 1 : upper);
    }

    /// <summary>p₁ − p₀ with Newcombe's method 10 (Newcombe 1998): Wilson's two intervals, squared and added.</summary>
    public static (decimal Value, Interval Interval) Difference(
        decimal x1, decimal n1, decimal x0, decimal n0, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        var (p1, p0) = (x1 / n1, x0 / n0);
        return (p1 - p0, Interval.OfDifference(p1, Wilson(x1, n1, level), p0, Wilson(x0, n0, level)));
    }

    /// <summary>Risk ratio with its log-normal interval: exp(ln RR ± z√(1/x₁ − 1/n₁ + 1/x₀ − 1/n₀)); null where a count is 0.</summary>
    public static (decimal Value, Interval Interval)? RiskRatio(
        decimal x1, decimal n1, decimal x0, decimal n0, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x1, n1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x0, n0);
        if (x1 <= 0 || x0 <= 0)
        {
            return null;
        }

        var ratio = x1 / n1 / (x0 / n0);
        var variance = (1 / x1) - (1 / n1) + (1 / x0) - (1 / n0);
        return (ratio, Ratios.LogNormal(ratio, variance, level));
    }

    /// <summary>Funnel limits about p₀ for n people: half a person beyond the counts that are inside by the exact binomial test, 0 where
    /// none may be counted and 1 where all may.</summary>
    public static Interval FunnelLimits(decimal p0, decimal n, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        var (p, size) = ((double)p0, (double)n);
        var (first, last) = CountLimits.Inside(
            size * p, Math.Sqrt(size * p * (1 - p)), Math.Floor(size), level,
            k => k >= size ? 1 : SpecialFunctions.BetaRegularized(size - k, k + 1, 1 - p),
            k => SpecialFunctions.BetaRegularized(k, size - k + 1, p));
        return new(
            Math.Max(0, ((decimal)first - Half) / n),
            last >= Math.Floor(size) ? 1 : ((decimal)last + Half) / n);
    }

    private static (double Lower, double Upper) WilsonBounds(double x, double n, double z)
    {
        var square = z * z;
        var root = z * Math.Sqrt(square + (4 * x * (1 - (x / n))));
        return (((2 * x) + square - root) / (2 * (n + square)), ((2 * x) + square + root) / (2 * (n + square)));
    }
}
