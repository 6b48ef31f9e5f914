using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A group held against a value that was set, in the metric's unit; <c>source</c> says by whom. <c>verdicts</c> counts the members
/// with each verdict, <c>subject</c> is the council asked about.</summary>
public sealed record PublishedTarget(
    decimal Value, string Source, IReadOnlyDictionary<string, int> Verdicts, PublishedTargetPosition? Subject, string VerdictRule);

/// <summary>One figure against the target: as a difference in the metric's unit and as a ratio, each with the figure's 95 % interval where
/// its counts are known. The target itself has no chance.</summary>
public sealed record PublishedTargetPosition(
    string Council,
    string Verdict,
    string? DecidedBy,
    decimal? MaterialDifference,
    decimal? WidenedLower,
    decimal? WidenedUpper,
    decimal? Difference,
    decimal? DifferenceLower,
    decimal? DifferenceUpper,
    decimal? Ratio,
    decimal? RatioLower,
    decimal? RatioUpper);

/// <summary>Comparisons with a target or a standard, by the same decision as those with the median of peers.</summary>
public static class TargetComparison
{
    public const string OfCaller = "Given by the caller.";

    private const int RatioPlaces = 3;

    /// <summary>By the caller's target, or else the standard that the catalogue has for the year; null without either.</summary>
    public static PublishedTarget? Of(Comparison comparison, decimal? target, Precision precision = Precision.Rounded)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var standard = comparison.Metric.StandardOf(comparison.Year);
        if ((target ?? standard?.Value) is not { } value)
        {
            return null;
        }

        Decision Decided(CouncilFigure figure) => Decision.OfTarget(comparison.Metric, figure, value, comparison.Spread);
        var verdicts = comparison.Councils.CountBy(figure => Codes.Of(Decided(figure).Verdict)).ToDictionary();
        return new(
            value, target is null ? standard!.Source : OfCaller,
            Codes.All<Verdict>().ToDictionary(verdict => verdict, verdict => verdicts.GetValueOrDefault(verdict)),
            comparison.Subject is { Figure: var own } ? Publish(own, Decided(own), value, comparison.Metric.Decimals, precision) : null,
            Decision.Rule);
    }

    private static PublishedTargetPosition Publish(
        CouncilFigure figure, Decision decision, decimal target, int decimals, Precision precision)
    {
        decimal? Summary(decimal? value) => Rounding.Publish(value, decimals + Publication.SummaryPlaces, precision);
        decimal? Ratio(decimal? value) => target == 0 ? null : Rounding.Publish(value / target, RatioPlaces, precision);
        var limits = figure.Interval?.Limits;
        return new(
            figure.Council.Value, Codes.Of(decision.Verdict), decision.By is { } by ? Codes.Of(by) : null, Summary(decision.Material),
            Summary(decision.Widened?.Lower), Summary(decision.Widened?.Upper), Summary(decision.Difference),
            Summary(limits?.Lower - target), Summary(limits?.Upper - target),
            Ratio(figure.Value), Ratio(limits?.Lower), Ratio(limits?.Upper));
    }
}
