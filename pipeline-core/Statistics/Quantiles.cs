namespace Benchmarking.Core.Statistics;

/// <summary>Quantiles of type 7 (Hyndman and Fan 1996; Excel's inclusive ones): with h = (n−1)p on the sorted values from zero,
/// x⌊h⌋ + (h−⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋).</summary>
public static class Quantiles
{
    /// <summary>The quantile at <paramref name="p"/> (0 to 1, ends included) of values already sorted upwards.</summary>
    public static decimal OfSorted(IReadOnlyList<decimal> sorted, decimal p)
    {
        ArgumentOutOfRangeException.ThrowIfZero<int>(sorted.Count, nameof(sorted));
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(p, 1m);
        var h = (sorted.Count - 1) * p;
        var below = (int)decimal.Floor(h);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((h - below) * (sorted[above] - sorted[below]));
    }

    public static decimal Of(IEnumerable<decimal> values, decimal p) => OfSorted([.. values.Order()], p);

    public static decimal Median(IEnumerable<decimal> values) => Of(values, 0.5m);
}
