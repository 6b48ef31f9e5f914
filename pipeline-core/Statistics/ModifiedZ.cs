namespace Benchmarking.Core.Statistics;

/// <summary>Modified z-scores (Iglewicz and Hoaglin 1993): 0.6745 (x − median) / MAD; where the median absolute deviation is 0,
/// (x − median) / (1.253314 × mean absolute deviation); where both are 0, no score at all.</summary>
public sealed record ModifiedZ
{
    /// <summary>Beyond this, either way, a value is an outlier.</summary>
    public const decimal Threshold = 3.5m;

    // Ratios that should be equal may differ in the last of 28 digits; a spread smaller than this is that dust.
    private const decimal Dust = 1e-15m;

    private readonly decimal median;
    private readonly decimal? scale;

    private ModifiedZ(decimal median, decimal? scale)
    {
        this.median = median;
        this.scale = scale;
    }

    /// <summary>The yardstick of a group, which must have a value.</summary>
    public static ModifiedZ For(IReadOnlyCollection<decimal> group)
    {
        var median = Quantiles.Median(group);
        var deviations = group.Select(value => Math.Abs(value - median)).ToList();
        var mad = Quantiles.Median(deviations);
        if (mad > Dust)
        {
            return new(median, mad / 0.6745m);
        }

        var meanDeviation = deviations.Sum() / deviations.Count;
        return new(median, meanDeviation > Dust ? 1.253314m * meanDeviation : null);
    }

    /// <summary>The score of a value; null where the group has no spread to measure by.</summary>
    public decimal? Of(decimal value) => scale is { } unit ? (value - median) / unit : null;

    public static bool IsOutlier(decimal? score) => score is { } z && Math.Abs(z) > Threshold;
}
