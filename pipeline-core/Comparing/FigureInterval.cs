using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Comparing;

/// <summary>The 95 % confidence interval of a figure and its method in words.</summary>
public sealed record FigureInterval(Interval Limits, string Method)
{
    /// <summary>The interval that a survey's publisher states as a margin of error about the value; null where none is stated.</summary>
    internal static FigureInterval? Published(decimal? value, decimal? margin) => value is { } figure && margin is { } half
        ? new FigureInterval(new Interval(figure - half, figure + half), "published margin of error of the survey, 95 %")
        : null;

    /// <summary>Only where people are counted and both counts are known: Wilson for percentages, Byar or exact for rates of whole
    /// counts. Counts that do not make the figure (it lies outside their interval) give none. Counts to the nearest
    /// <paramref name="step"/> may each be up to half of it off: the interval reaches from that of the fewest to that of the
    /// most.</summary>
    internal static FigureInterval? Of(Metric metric, decimal? value, decimal? numerator, decimal? denominator, decimal? step = null)
    {
        if (!metric.CountsPeople || value is not { } figure || numerator is not { } x || denominator is not { } n || x < 0 || n <= 0)
        {
            return null;
        }

        var off = Math.Floor((step ?? 0) / 2);
        var of = metric.DividesByPeople ? off : 0;
        var (low, high) = (Plain(metric, Math.Max(0, x - off), n + of), Plain(metric, x + off, Math.Max(1, n - of)));
        var words = off > 0 ? $", for counts up to {off} more or fewer" : "";
        return low is null || high is null ? null
            : new Interval(low.Limits.Lower, high.Limits.Upper) is var limits && limits.Contains(figure) ? new(limits, low.Method + words)
            : null;
    }

    private static FigureInterval? Plain(Metric metric, decimal x, decimal n) => metric.Unit switch
    {
        MetricUnit.Percent => new(Proportions.Wilson(Math.Min(x, n), n).Times(100), "Wilson score interval, 95 %"),
        _ when metric.IsRate && decimal.IsInteger(x) => new(
            Counts.Rate(x, n, Comparer.Per(metric)).Interval, x < Counts.ByarFrom ? "exact Poisson limits, 95 %" : "Byar's limits, 95 %"),
        _ => null,
    };
}
