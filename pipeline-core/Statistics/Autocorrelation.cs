namespace Benchmarking.Core.Statistics;

/// <summary>How a series about its own line goes on from one year to the next: <c>Value</c> is the correlation of a year's residual with
/// the next one's. Positive, it makes tests that take years as independent find trends too often; <c>Matters</c> where it is beyond chance
/// (one-sided, 5 %, Anderson 1942).</summary>
public sealed record Autocorrelation(double Value, bool Matters)
{
    // The normal deviate of 95 %.
    private const double OneSided95 = 1.6448536269514722;

    /// <summary>Of values in order of whole years about a line of the given slope; null where all lie on it. Years that are not next to
    /// each other say nothing of it.</summary>
    public static Autocorrelation? Of(IReadOnlyList<(decimal Time, decimal Value)> points, decimal slope)
    {
        List<decimal> levels = [.. points.Select(point => point.Value - (slope * point.Time))];
        var mean = Averages.Mean(levels);
        List<double> residuals = [.. levels.Select(level => (double)(level - mean)!.Value)];
        var squares = residuals.Sum(residual => residual * residual);
        if (squares == 0)
        {
            return null;
        }

        var products = Enumerable.Range(1, points.Count - 1).Where(i => points[i].Time == points[i - 1].Time + 1)
            .Sum(i => residuals[i] * residuals[i - 1]);
        var value = products / squares;
        return new(value, value > ((OneSided95 * Math.Sqrt(points.Count - 2)) - 1) / (points.Count - 1));
    }
}
