namespace Benchmarking.Core.Trending;

/// <summary>Tests a projection on the past: for every year it is made again from what was known by then, over the whole group, and held
/// against what came. Nothing later than the origin is ever seen.</summary>
internal static class RollingOrigin
{
    // The normal deviate of 95 %.
    private const double OneSided95 = 1.6448536269514722;

    /// <summary>Null where no projection can be held against anything.</summary>
    public static ProjectionAccuracy? Judge(IReadOnlyList<YearlySeries> group, int ahead)
    {
        List<Case> cases = [.. Origins(group).SelectMany(origin => Cases(group, origin, ahead))];
        return cases.Count == 0
            ? null
            : new(
                ahead, cases.Count,
                (decimal)cases.Average(c => Math.Abs(c.Model)), (decimal)cases.Average(c => Math.Abs(c.Last)),
                (decimal)cases.Average(c => Math.Abs(c.Straight)), (decimal)Math.Sqrt(cases.Average(c => c.Model * c.Model)),
                IsNearer(cases, c => c.Last) && IsNearer(cases, c => c.Straight));
    }

    private static IEnumerable<int> Origins(IReadOnlyList<YearlySeries> group) =>
        group.SelectMany(series => Enumerable.Range(series.First.StartYear, series.Values.Count)).Distinct().Order();

    private static IEnumerable<Case> Cases(IReadOnlyList<YearlySeries> group, int origin, int ahead)
    {
        List<(YearlySeries Known, decimal? Came)> then = [.. group
            .Select(series => (Known: series.UpTo(origin, Projection.FewestPoints), Came: series.At(origin + ahead)))
            .Where(pair => pair.Known is not null)
            .Select(pair => (pair.Known!, pair.Came))];
        if (then.Count == 0)
        {
            return [];
        }

        var levels = SmoothedLevels.Of([.. then.Select(pair => pair.Known)]);
        return then.Where(pair => pair.Came is not null).Select(pair => new Case(
            levels.Project(pair.Known, ahead) - (double)pair.Came!.Value,
            (double)(pair.Known.Values[^1] - pair.Came!.Value),
            Straight(pair.Known, ahead) - (double)pair.Came!.Value));
    }

    // The test of Diebold and Mariano (1995) on absolute errors, as if cases were independent.
    private static bool IsNearer(List<Case> cases, Func<Case, double> baseline)
    {
        List<double> gains = [.. cases.Select(c => Math.Abs(baseline(c)) - Math.Abs(c.Model))];
        var mean = gains.Average();
        var variance = gains.Sum(gain => Math.Pow(gain - mean, 2)) / Math.Max(1, gains.Count - 1);
        return mean > 0 && mean > OneSided95 * Math.Sqrt(variance / gains.Count);
    }

    // The series' own least-squares line, drawn on.
    private static double Straight(YearlySeries series, int years)
    {
        List<double> values = [.. series.Values.Select(value => (double)value)];
        var (mean, middle) = (values.Average(), (values.Count - 1) / 2.0);
        var slope = values.Select((value, t) => (t - middle) * value).Sum() / values.Select((_, t) => Math.Pow(t - middle, 2)).Sum();
        return mean + (slope * (middle + years));
    }

    private readonly record struct Case(double Model, double Last, double Straight);
}
