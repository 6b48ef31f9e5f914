namespace Benchmarking.Core.Trending;

/// <summary>Levels of short series, smoothed with one weight and moved by one yearly drift for the whole group (simple exponential
/// smoothing with drift, Hyndman and Billah 2003): level = expected + weight × (value − expected), where expected = level of the year
/// before + drift.</summary>
internal sealed class SmoothedLevels
{
    private const int Weights = 20;

    private readonly double weight;
    private readonly double drift;

    private SmoothedLevels(double weight, double drift) => (this.weight, this.drift) = (weight, drift);

    /// <summary>The weight, in twentieths, is that with the least squares of one year's errors over the group.</summary>
    public static SmoothedLevels Of(IReadOnlyList<YearlySeries> group)
    {
        var drift = CommonDrift([.. group.Select(series => (double)(series.Values[^1] - series.Values[0]) / (series.Values.Count - 1))]);
        return Enumerable.Range(1, Weights).Select(step => new SmoothedLevels(step / (double)Weights, drift))
            .MinBy(levels => group.Sum(series => levels.Follow(series).Squares))!;
    }

    /// <summary>The value some years after the last of a series.</summary>
    public double Project(YearlySeries series, int years) => Follow(series).Level + (drift * years);

    // The mean yearly change counts as far as it stands out of chance (James and Stein's estimator towards none, its factor not below 0).
    private static double CommonDrift(List<double> changes)
    {
        var mean = changes.Average();
        if (changes.Count < 2 || mean == 0)
        {
            return 0;
        }

        var chance = changes.Sum(change => Math.Pow(change - mean, 2)) / (changes.Count - 1) / changes.Count;
        return mean * Math.Max(0, 1 - (chance / (mean * mean)));
    }

    private (double Level, double Squares) Follow(YearlySeries series)
    {
        var (level, squares) = ((double)series.Values[0], 0.0);
        foreach (var value in series.Values.Skip(1))
        {
            var expected = level + drift;
            var error = (double)value - expected;
            (level, squares) = (expected + (weight * error), squares + (error * error));
        }

        return (level, squares);
    }
}
