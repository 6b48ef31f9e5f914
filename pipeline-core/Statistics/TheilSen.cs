namespace Benchmarking.Core.Statistics;

/// <summary>Theil–Sen slope (Sen 1968): the median of the slopes of all pairs of points.</summary>
public static class TheilSen
{
    /// <summary>Change of the value for each unit of time; null under two points. No two points may share a time.</summary>
    public static decimal? Slope(IReadOnlyList<(decimal Time, decimal Value)> points)
    {
        var slopes = new List<decimal>();
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = i + 1; j < points.Count; j++)
            {
                slopes.Add((points[j].Value - points[i].Value) / (points[j].Time - points[i].Time));
            }
        }

        return slopes.Count == 0 ? null : Quantiles.Median(slopes);
    }
}
