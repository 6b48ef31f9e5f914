using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>What may come after a council's figures, apart from them: never among the years of the trend, in no average. <c>Years</c> is
/// empty where nothing is served, and <c>Reason</c> says why; <c>RollingOrigin</c> is how such projections of the past did.</summary>
public sealed record PublishedProjection(
    string? Council, bool Served, string Reason, string Model, string From, int Series, IReadOnlyList<PublishedProjectedYear> Years,
    IReadOnlyList<PublishedAccuracy> RollingOrigin);

public sealed record PublishedProjectedYear(string Year, decimal Value, decimal Lower, decimal Upper);

/// <summary>Mean absolute errors of projections so many years ahead, over the same cases from so many years; <c>rootMeanSquare</c> is the
/// projection's.</summary>
public sealed record PublishedAccuracy(
    int YearsAhead, int Cases, int Origins, decimal Projection, decimal LastValue, decimal StraightLine, decimal RootMeanSquare,
    bool BeatsBoth);

/// <summary>Projections of a metric trend's subject, with what its peers' series have in common.</summary>
public static class MetricProjections
{
    public const string Model =
        "The council's level, smoothed over its last unbroken run of years with a weight that it shares with its peers, and moved on by "
            + "their mean yearly change as far as "
        + "that stands out of chance; the interval is 1.96 times the root mean square error of the same projection made on the past. "
        + "Served where it has been nearer than the last value and the "
        + "council's own straight line by more than chance.";

    /// <summary>The projection after the last year of a trend of actual figures; null without a subject or a year.</summary>
    public static PublishedProjection? Of(MetricTrend trend, ReferenceData reference)
    {
        if (trend.Years.Count == 0 || trend.Years[^1].Comparison.Subject?.Figure.Council is not { } council)
        {
            return null;
        }

        var last = (trend.Years.LastOrDefault(HasFigures) ?? trend.Years[^1]).Year;
        var group = Series(trend, reference);
        var own = group.FirstOrDefault(series => series.Council == council);
        if (trend.Status != FigureStatus.Actual)
        {
            return Nothing(council, "Not served: projections are made of actual figures.", last);
        }

        if (own is null || own.First.StartYear + own.Values.Count - 1 != last.StartYear)
        {
            return Nothing(council, $"Not served: the council has no figure for {last}, the last year held.", last);
        }

        if (!IsSameArea(council, last, last.Next, reference))
        {
            return Nothing(council, $"Not served: after {last} there is no such council on the same area.", last);
        }

        var found = Projection.Of(own, group);
        var values = found.Values.Where(value => IsSameArea(council, last, value.Year, reference)).ToList();
        return new(
            council.Value, values.Count > 0, found.Reason, Model, last.ToString(), group.Count,
            [.. values.Select(value => Publish(trend.Metric, value))], [.. found.Accuracy.Select(each => Publish(trend.Metric, each))]);
    }

    /// <summary>How the model does on the past of a group.</summary>
    public static IReadOnlyList<PublishedAccuracy> Judge(MetricTrend trend, ReferenceData reference)
    {
        var group = Series(trend, reference);
        return group.Count == 0 ? [] : [.. Projection.Of(group[0], group).Accuracy.Select(each => Publish(trend.Metric, each))];
    }

    /// <summary>The last unbroken run of every council of the trend, its subject too.</summary>
    public static IReadOnlyList<YearlySeries> Series(MetricTrend trend, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(trend);
        return
        [
            .. trend.Years
                .SelectMany(year => year.Comparison.Councils.Concat(year.Comparison.Subject is { } subject ? [subject.Figure] : [])
                    .Where(figure => figure.Value is not null).DistinctBy(figure => figure.Council)
                    .Select(figure => (figure.Council, year.Year, Value: figure.Value!.Value)))
                .GroupBy(point => point.Council)
                .OrderBy(points => points.Key)
                .Select(points => LastRun(trend.Metric, points.Key, [.. points.Select(point => (point.Year, point.Value))], reference)),
        ];
    }

    private static YearlySeries LastRun(
        Metric metric, CouncilCode council, List<(FinancialYear Year, decimal Value)> points, ReferenceData reference)
    {
        var from = points.Count - 1;
        while (from > 0 && points[from - 1].Year == points[from].Year.Previous
            && SeriesBreaks.Of(metric, council, points[from - 1].Year, points[from].Year, reference).Count == 0)
        {
            from--;
        }

        return new(council, points[from].Year, [.. points.Skip(from).Select(point => point.Value)]);
    }

    private static bool HasFigures(TrendYear year) =>
        year.Comparison.Summary.Count > 0 || year.Comparison.Subject?.Figure.Value is not null;

    // A partnership has no entry in the register and goes on.
    private static bool IsSameArea(CouncilCode council, FinancialYear last, FinancialYear ahead, ReferenceData reference) =>
        reference.Councils.Find(council, last) is null
        || (reference.Councils.Find(council, ahead) is not null && SeriesBreaks.Area(council, last, ahead, reference).Count == 0);

    private static PublishedProjection Nothing(CouncilCode council, string reason, FinancialYear last) =>
        new(council.Value, false, reason, Model, last.ToString(), 0, [], []);

    // Fewer people than none there cannot be.
    private static PublishedProjectedYear Publish(Metric metric, ProjectedValue value)
    {
        decimal Bounded(decimal number) => metric.CountsPeople ? Math.Max(0, number) : number;
        var places = metric.Decimals + Publication.SummaryPlaces;
        return new(
            value.Year.ToString(), Rounding.Publish(Bounded(value.Value), metric.Decimals),
            Rounding.Publish(Bounded(value.Lower), places), Rounding.Publish(Bounded(value.Upper), places));
    }

    private static PublishedAccuracy Publish(Metric metric, ProjectionAccuracy accuracy)
    {
        decimal Error(decimal value) => Rounding.Publish(value, metric.Decimals + Publication.SummaryPlaces);
        return new(
            accuracy.YearsAhead, accuracy.Cases, accuracy.Origins, Error(accuracy.Model), Error(accuracy.LastValue),
            Error(accuracy.StraightLine), Error(accuracy.RootMeanSquare), accuracy.BeatsBoth);
    }
}
