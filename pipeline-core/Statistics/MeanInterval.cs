using MathNet.Numerics.Distributions;

namespace Benchmarking.Core.Statistics;

/// <summary>The interval of a mean of councils: x̄ ± t(1 − α/2; n − 1) s/√n (Student).</summary>
public static class MeanInterval
{
    /// <summary>Null under two values.</summary>
    public static Interval? Of(IReadOnlyCollection<decimal> values, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        if (Averages.Mean(values) is not { } mean || Averages.StandardDeviation(values) is not { } deviation)
        {
            return null;
        }

        return Of(mean, deviation, values.Count, level);
    }

    public static Interval Of(decimal mean, decimal standardDeviation, int n, ConfidenceLevel level = ConfidenceLevel.NinetyFive)
    {
        var t = StudentT.InvCDF(0, 1, n - 1, 1 - level.Tail());
        var half = (decimal)(t * (double)standardDeviation / Math.Sqrt(n));
        return new(mean - half, mean + half);
    }
}
