namespace Benchmarking.Core.Statistics;

/// <summary>Ratios and differences of two rates.</summary>
public static class Ratios
{
    /// <summary>Rate ratio (x₁/t₁)/(x₀/t₀) with exp(ln RR ± z√(1/x₁ + 1/x₀)) (Rothman); null where a count is 0.</summary>
    public static (decimal Value, Interval Interval)? RateRatio(
        decimal x1, decimal t1, decimal x0, decimal t0, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        if (x1 <= 0 || x0 <= 0)
        {
            return null;
        }

        var ratio = x1 / t1 / (x0 / t0);
        return (ratio, LogNormal(ratio, (1 / x1) + (1 / x0), level));
    }

    /// <summary>Rate difference x₁/t₁ − x₀/t₀, each rate with the limits of its count, squared and added as in Newcombe's method
    /// 10.</summary>
    public static (decimal Value, Interval Interval) RateDifference(
        decimal x1, decimal t1, decimal x0, decimal t0, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        var ((rate1, limits1), (rate0, limits0)) = (Counts.Rate(x1, t1, 1, level), Counts.Rate(x0, t0, 1, level));
        return (rate1 - rate0, Interval.OfDifference(rate1, limits1, rate0, limits0));
    }

    internal static Interval LogNormal(decimal ratio, decimal variance, ConfidenceLevel level)
    {
        var factor = Math.Exp(level.Z() * Math.Sqrt((double)variance));
        return Interval.Of((double)ratio / factor, (double)ratio * factor);
    }
}
