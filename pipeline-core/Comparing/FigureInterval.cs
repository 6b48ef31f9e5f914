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
    /// counts. Counts that do not make the figure (it lies outside their interval) give none.</summary>
    internal static FigureInterval? Of(Metric metric, decimal? value, decimal? numerator, decimal? denominator)
    {
        if (!metric.CountsPeople || value is not { } figure || numerator is not { } x || denominator is not { } n || x < 0 || n <= 0)
        {
            return null;
        }

        var interval = metric.Unit switch
        {
            MetricUnit.Percent when x <= n => new FigureInterval(Proportions.Wilson(x, n).Times(100), "Wilson score interval, 95 %"),
            _ when metric.IsRate && decimal.IsInteger(x) => new FigureInterval(
                Counts.Rate(x, n, Comparer.Per(metric)).Interval,
                x < Counts.ByarFrom ? "exact Poisson limits, 95 %" : "Byar's limits, 95 %"),
            _ => null,
        };
        return interval is not null && interval.Limits.Contains(figure) ? interval : null;
    }
}
