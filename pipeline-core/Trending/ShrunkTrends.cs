namespace Benchmarking.Core.Trending;

/// <summary>Straight lines through a group of short series, each slope drawn towards the group's mean slope by as much as chance alone could have
/// moved it (James and Stein; Efron and Morris 1975): B = τ²/(τ² + se²), with the noise pooled over the group and τ² the variance of the
/// slopes beyond it.</summary>
internal sealed class ShrunkTrends
{
    private readonly double meanSlope;
    private readonly double between;
    private readonly double noise;

    private ShrunkTrends(double meanSlope, double between, double noise) =>
        (this.meanSlope, this.between, this.noise) = (meanSlope, between, noise);

    public static ShrunkTrends Of(IReadOnlyList<YearlySeries> group)
    {
        List<Line> lines = [.. group.Select(series => Line.Through(series.Values))];
        var noise = lines.Sum(line => line.Squares) / Math.Max(1, lines.Sum(line => line.Points - 2));
        var mean = lines.Average(line => line.Slope);
        var variance = lines.Count < 2 ? 0 : lines.Sum(line => Math.Pow(line.Slope - mean, 2)) / (lines.Count - 1);
        return new(mean, Math.Max(0, variance - lines.Average(line => noise / line.Spread)), noise);
    }

    /// <summary>The value some years after the last of a series.</summary>
    public double Project(YearlySeries series, int years)
    {
        var line = Line.Through(series.Values);
        var error = noise / line.Spread;
        var own = between + error > 0 ? between / (between + error) : 1;
        var slope = meanSlope + (own * (line.Slope - meanSlope));
        return line.Mean + (slope * (((line.Points - 1) / 2.0) + years));
    }

    /// <summary>The series' own least-squares line, drawn on.</summary>
    public static double Straight(YearlySeries series, int years)
    {
        var line = Line.Through(series.Values);
        return line.Mean + (line.Slope * (((line.Points - 1) / 2.0) + years));
    }

    private readonly record struct Line(int Points, double Mean, double Slope, double Spread, double Squares)
    {
        public static Line Through(IReadOnlyList<decimal> values)
        {
            var y = values.Select(value => (double)value).ToList();
            var (mean, middle) = (y.Average(), (y.Count - 1) / 2.0);
            var spread = y.Select((_, t) => Math.Pow(t - middle, 2)).Sum();
            var slope = y.Select((value, t) => (t - middle) * value).Sum() / spread;
            return new(y.Count, mean, slope, spread, y.Select((value, t) => Math.Pow(value - mean - (slope * (t - middle)), 2)).Sum());
        }
    }
}
