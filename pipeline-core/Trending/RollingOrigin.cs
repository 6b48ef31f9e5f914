using MathNet.Numerics.Distributions;

namespace Benchmarking.Core.Trending;

/// <summary>Tests a projection on the past: for every year it is made again from what was known by then, over the whole group, and held
/// against what came. Nothing later than the origin is ever seen.</summary>
internal static class RollingOrigin
{
    private const double OneSided = 0.95;

    /// <summary>Null where no projection can be held against anything.</summary>
    public static ProjectionAccuracy? Judge(IReadOnlyList<YearlySeries> group, int ahead)
    {
        List<List<Case>> origins =
            [.. Origins(group).Select(origin => Cases(group, origin, ahead).ToList()).Where(found => found.Count > 0)];
        List<Case> cases = [.. origins.SelectMany(found => found)];
        return cases.Count == 0
            ? null
            : new(
                ahead, cases.Count, origins.Count,
                (decimal)cases.Average(c => Math.Abs(c.Model)), (decimal)cases.Average(c => Math.Abs(c.Last)),
                (decimal)cases.Average(c => Math.Abs(c.Straight)), (decimal)Math.Sqrt(cases.Average(c => c.Model * c.Model)),
                IsNearer(origins, c => c.Last) && IsNearer(origins, c => c.Straight));
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

    // The test of Diebold and Mariano (1995) on absolute errors, each year one case: what moves all councils in a year is one event,
    // however many councils there are.
    private static bool IsNearer(List<List<Case>> origins, Func<Case, double> baseline)
    {
        List<double> gains = [.. origins.Select(cases => cases.Average(c => Math.Abs(baseline(c)) - Math.Abs(c.Model)))];
        if (gains.Count < Projection.FewestOrigins)
        {
            return false;
        }

        var mean = gains.Average();
        var error = Math.Sqrt(gains.Sum(gain => Math.Pow(gain - mean, 2)) / (gains.Count - 1) / gains.Count);
        return mean > 0 && mean > StudentT.InvCDF(0, 1, gains.Count - 1, OneSided) * error;
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
