using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;

namespace Benchmarking.Core.Comparing;

/// <summary>Which condition decided a verdict. Different needs both; similar takes one of them.</summary>
public enum DecidedBy
{
    /// <summary>The interval, which leaves room for how councils differ, holds what the figure is held against.</summary>
    Interval,

    /// <summary>The difference is no larger than the material one; or it is, and no interval is known that could say otherwise.</summary>
    MaterialDifference,

    /// <summary>Both conditions say the same.</summary>
    Both,
}

/// <summary>The one decision whether a figure differs from a benchmark, on unrounded values: <c>Difference</c> is figure less benchmark,
/// <c>Material</c> the difference that matters, <c>Widened</c> the interval judged by, null where none is known. Verdict, colour, outlier
/// flag and questions about a return all come from here.</summary>
public sealed record Decision(Verdict Verdict, DecidedBy? By, decimal? Difference, decimal? Material, Interval? Widened)
{
    public const string Rule =
        "Different where the figure lies beyond the material difference from what it is held against and, where its counts or its margin "
        + "of error are known, beyond its 95 % interval, that of counts widened for how councils differ beyond chance. A survey's figure "
        + "without a margin of error is not compared. Judged on unrounded values, as band and percentile are.";

    public static readonly Decision None = new(Verdict.NotCompared, null, null, null, null);

    public bool IsDifferent => Verdict is not (Verdict.NotCompared or Verdict.Similar);

    /// <summary>Without a figure or a benchmark nothing is compared. The ends of the interval and a difference of just the material one
    /// are similar.</summary>
    public static Decision Of(Metric metric, decimal? value, Interval? interval, decimal? benchmark, decimal variance = 0, double z = 0)
    {
        if (value is not { } own || benchmark is not { } against)
        {
            return None;
        }

        var (difference, material) = (own - against, metric.Material.From(against));
        var widened = interval?.Widened(own, variance, z);
        var isMaterial = Math.Abs(difference) > material;
        var isBeyond = widened?.Contains(against) != true;
        return new(
            isMaterial && isBeyond ? Verdicts.Off(difference > 0, metric.Polarity) : Verdict.Similar,
            widened is null ? DecidedBy.MaterialDifference
                : isMaterial == isBeyond ? DecidedBy.Both
                : isBeyond ? DecidedBy.MaterialDifference
                : DecidedBy.Interval,
            difference, material, widened);
    }

    /// <summary>Against the median of a group, null under four values. A survey's figure without an interval is not compared.</summary>
    public static Decision OfMedian(Metric metric, CouncilFigure figure, decimal? median, GroupSpread? spread) =>
        LacksMargin(metric, figure)
            ? None
            : Of(metric, figure.Value, figure.Interval?.Limits, median, (spread?.BetweenCouncils ?? 0) + (spread?.OfMedian ?? 0),
                spread?.Deviate ?? 0);

    /// <summary>Against a stated value, which has no chance of its own.</summary>
    public static Decision OfTarget(Metric metric, CouncilFigure figure, decimal target, GroupSpread? spread) =>
        LacksMargin(metric, figure)
            ? None
            : Of(metric, figure.Value, figure.Interval?.Limits, target, spread?.BetweenCouncils ?? 0, spread?.Deviate ?? 0);

    /// <summary>Whether a figure is of a sample of people and nothing says how far chance may have moved it.</summary>
    internal static bool LacksMargin(Metric metric, CouncilFigure figure) => metric.IsSurvey && figure.Interval is null;
}
