using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>How far projections of so many years ahead were from what came, as mean absolute errors over the same cases: this method, the
/// last value carried on, and the series' own straight line. <c>RootMeanSquare</c> is this method's; <c>BeatsBoth</c> says that it was
/// nearer than either by more than chance: gains by year, Student's t over the origins, one-sided, 5 %.</summary>
public sealed record ProjectionAccuracy(
    int YearsAhead, int Cases, int Origins, decimal Model, decimal LastValue, decimal StraightLine, decimal RootMeanSquare, bool BeatsBoth);

/// <summary>A value drawn on, with the interval in which 95 of 100 such projections of the past would have held the truth if their errors
/// were normal. Always apart from actual figures.</summary>
public sealed record ProjectedValue(FinancialYear Year, decimal Value, decimal Lower, decimal Upper);

/// <summary>What may be shown of a council's future: nothing where the method does no better than the simplest ones, and why.</summary>
public sealed record Projection(IReadOnlyList<ProjectionAccuracy> Accuracy, IReadOnlyList<ProjectedValue> Values, string Reason)
{
    public const int MostYearsAhead = 2;
    public const int FewestPoints = 3;
    public const int FewestCases = 20;
    public const int FewestOrigins = 3;

    private const double Normal95 = 1.959963984540054;

    /// <summary>Projects the subject one and two years ahead from its group, which holds it. A horizon is served only where rolling origins
    /// over the whole group show the method nearer than both baselines by more than chance, over at least <see cref="FewestCases"/> cases
    /// from at least <see cref="FewestOrigins"/> origins.</summary>
    public static Projection Of(YearlySeries subject, IReadOnlyList<YearlySeries> group)
    {
        List<YearlySeries> known = [.. group.Where(series => series.Values.Count >= FewestPoints)];
        List<ProjectionAccuracy> accuracy =
            [.. Enumerable.Range(1, MostYearsAhead).Select(ahead => RollingOrigin.Judge(known, ahead)).OfType<ProjectionAccuracy>()];
        if (subject.Values.Count < FewestPoints)
        {
            return new(accuracy, [], $"Too short: a projection needs {FewestPoints} years in a row.");
        }

        if (accuracy.All(a => a.Cases < FewestCases || a.Origins < FewestOrigins))
        {
            return new(accuracy, [],
                $"Not tested: fewer than {FewestCases} earlier projections, or those of fewer than {FewestOrigins} years, can be held "
                + "against what came.");
        }

        var levels = SmoothedLevels.Of(known);
        List<ProjectedValue> values =
            [.. accuracy.Where(a => a.BeatsBoth && a.Cases >= FewestCases).Select(a => Value(subject, levels, a))];
        return new(accuracy, values, values.Count == 0
            ? "Not served: the last value or a straight line has been as good."
            : "Served for the years ahead in which it was nearer than the last value and a straight line by more than chance.");
    }

    private static ProjectedValue Value(YearlySeries subject, SmoothedLevels levels, ProjectionAccuracy accuracy)
    {
        var value = (decimal)levels.Project(subject, accuracy.YearsAhead);
        var half = (decimal)Normal95 * accuracy.RootMeanSquare;
        return new(new(subject.First.StartYear + subject.Values.Count - 1 + accuracy.YearsAhead), value, value - half, value + half);
    }
}
