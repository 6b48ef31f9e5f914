namespace Benchmarking.Core.Statistics;

/// <summary>Theil–Sen slope (Sen 1968): the median of the slopes of all pairs of points.</summary>
public static class TheilSen
{
    private const double Level = 0.05;

    /// <summary>Change of the value for each unit of time; null under two points. No two points may share a time.</summary>
    public static decimal? Slope(IReadOnlyList<(decimal Time, decimal Value)> points) =>
        Slopes(points) is { Count: > 0 } slopes ? Quantiles.Median(slopes) : null;

    /// <summary>Sen's interval of the slope, at least 95 %: the slopes which, taken out of the series, leave a trend that Mann–Kendall does
    /// not refuse. Null where no series of so many values could be refused.</summary>
    public static Interval? Interval(IReadOnlyList<(decimal Time, decimal Value)> points)
    {
        List<decimal> slopes = [.. Slopes(points).Order()];
        if (MannKendall.LeastSignificant([.. points.Select(point => point.Value)], Level) is not { } least)
        {
            return null;
        }

        var below = (slopes.Count - least) / 2;
        return new(slopes[below], slopes[slopes.Count - 1 - below]);
    }

    private static List<decimal> Slopes(IReadOnlyList<(decimal Time, decimal Value)> points) =>
        [.. points.SelectMany((first, i) => points.Skip(i + 1).Select(next => (next.Value - first.Value) / (next.Time - first.Time)))];
}
