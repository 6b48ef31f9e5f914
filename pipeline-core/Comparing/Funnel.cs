using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>Where a council lies about the funnel: inside the 95 % limits, beyond them, or beyond the 99.8 % limits too.</summary>
public enum FunnelPlace
{
    Inside,
    AboveInner,
    AboveOuter,
    BelowInner,
    BelowOuter,
}

/// <summary>A council's value and its limits about the centre, in the metric's unit, and its place.</summary>
public sealed record FunnelPoint(
    CouncilCode Council, decimal Denominator, decimal Value, Interval Inner, Interval Outer, FunnelPlace Place);

/// <summary>What chance alone would do to councils of their sizes about the pooled value (<c>Centre</c>), and how much more than that they
/// differ (<c>Spread</c>). Only rates and shares of people have one, over the councils whose counts are known.</summary>
public sealed record Funnel(decimal Centre, Overdispersion Spread, IReadOnlyList<FunnelPoint> Points)
{
    /// <summary>Null for figures that are no counts of people, under three councils with counts, or where nobody or everybody is
    /// counted.</summary>
    public static Funnel? Of(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (metric, rates) = (comparison.Metric, comparison.Metric.IsRate);
        if (comparison.Spread?.Overdispersion is not { } spread)
        {
            return null;
        }

        var known = KnownCounts.Of(metric, comparison.Councils);
        var (centre, per) = (known.Sum(council => council.X) / known.Sum(council => council.N), Comparer.Per(metric));
        return new(centre * per, spread, [.. known.Select(council => Point(council, centre, per, rates))]);
    }

    // One rule: a council lies beyond a limit where its value does, as drawn.
    private static FunnelPoint Point(KnownCounts council, decimal centre, decimal per, bool rates)
    {
        Interval Limits(ConfidenceLevel level) =>
            rates ? Counts.FunnelLimits(centre, council.N, 1, level) : Proportions.FunnelLimits(centre, council.N, level);
        var (inner, outer) = (Limits(ConfidenceLevel.NinetyFive), Limits(ConfidenceLevel.NinetyNinePointEight));
        var value = council.X / council.N;
        return new(council.Council, council.N, value * per, inner.Times(per), outer.Times(per), Place(value, inner, outer));
    }

    private static FunnelPlace Place(decimal value, Interval inner, Interval outer) =>
        inner.Contains(value) ? FunnelPlace.Inside
        : value > inner.Upper ? (outer.Contains(value) ? FunnelPlace.AboveInner : FunnelPlace.AboveOuter)
        : outer.Contains(value) ? FunnelPlace.BelowInner : FunnelPlace.BelowOuter;
}
