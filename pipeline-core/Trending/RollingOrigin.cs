namespace Benchmarking.Core.Trending;

/// <summary>Tests a projection on the past: for every year it is made again from what was known by then, over the whole group, and held against
/// what came. Nothing later than the origin is ever seen.</summary>
internal static class RollingOrigin
{
    /// <summary>Null where no projection can be held against anything.</summary>
    public static ProjectionAccuracy? Judge(IReadOnlyList<YearlySeries> group, int ahead)
    {
        List<Case> cases = [.. Origins(group).SelectMany(origin => Cases(group, origin, ahead))];
        return cases.Count == 0
            ? null
            : new(
                ahead, cases.Count,
                (decimal)cases.Average(c => Math.Abs(c.Shrunk)), (decimal)cases.Average(c => Math.Abs(c.Last)),
                (decimal)cases.Average(c => Math.Abs(c.Straight)), (decimal)Math.Sqrt(cases.Average(c => c.Shrunk * c.Shrunk)));
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

        var trends = ShrunkTrends.Of([.. then.Select(pair => pair.Known)]);
        return then.Where(pair => pair.Came is not null).Select(pair => new Case(
            trends.Project(pair.Known, ahead) - (double)pair.Came!.Value,
            (double)(pair.Known.Values[^1] - pair.Came!.Value),
            ShrunkTrends.Straight(pair.Known, ahead) - (double)pair.Came!.Value));
    }

    private readonly record struct Case(double Shrunk, double Last, double Straight);
}
