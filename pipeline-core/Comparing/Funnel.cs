using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
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

/// <summary>A council's limits about the centre, in the metric's unit, and its place.</summary>
public sealed record FunnelPoint(CouncilCode Council, decimal Denominator, Interval Inner, Interval Outer, FunnelPlace Place);

/// <summary>What chance alone would do to councils of their sizes about the pooled value (<c>Centre</c>), and how much more than that they
/// differ (<c>Spread</c>). Only rates and shares of people have one, over the councils whose counts are known.</summary>
public sealed record Funnel(decimal Centre, Overdispersion Spread, IReadOnlyList<FunnelPoint> Points)
{
    /// <summary>Null for figures that are no counts of people, under two councils with counts, or where nobody or everybody is
    /// counted.</summary>
    public static Funnel? Of(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var (metric, rates) = (comparison.Metric, comparison.Metric.IsRate);
        if (!metric.CountsPeople || !(rates || metric.Unit == MetricUnit.Percent))
        {
            return null;
        }

        var known = comparison.Councils
            .Where(figure => figure is { Numerator: >= 0, Denominator: > 0 } && (rates || figure.Numerator <= figure.Denominator))
            .Select(figure => (figure.Council, X: figure.Numerator!.Value, N: figure.Denominator!.Value)).ToList();
        List<(decimal X, decimal N)> counts = [.. known.Select(figure => (figure.X, figure.N))];
        if ((rates ? Overdispersion.OfRates(counts) : Overdispersion.OfProportions(counts)) is not { } spread)
        {
            return null;
        }

        var (centre, per) = (counts.Sum(count => count.X) / counts.Sum(count => count.N), Comparer.Per(metric));
        return new(centre * per, spread,
            [.. known.Select(c => rates ? Rate(c.Council, c.X, c.N, centre, per) : Share(c.Council, c.X, c.N, centre, per))]);
    }

    private static FunnelPoint Share(CouncilCode council, decimal x, decimal n, decimal centre, decimal per)
    {
        var inner = Proportions.FunnelLimits(centre, n);
        var outer = Proportions.FunnelLimits(centre, n, ConfidenceLevel.NinetyNinePointEight);
        return new(council, n, inner.Times(per), outer.Times(per), Place(x / n, inner, outer));
    }

    // Drawn are the limits of the expected count; judged is whether the limits of the observed count hold the expected one.
    private static FunnelPoint Rate(CouncilCode council, decimal x, decimal n, decimal centre, decimal per)
    {
        var outside = Place(centre * n, Counts.Interval(x), Counts.Interval(x, ConfidenceLevel.NinetyNinePointEight));
        return new(
            council, n, Counts.FunnelLimits(centre * per, n, per),
            Counts.FunnelLimits(centre * per, n, per, ConfidenceLevel.NinetyNinePointEight),
            outside switch
            {
                FunnelPlace.AboveInner => FunnelPlace.BelowInner,
                FunnelPlace.AboveOuter => FunnelPlace.BelowOuter,
                FunnelPlace.BelowInner => FunnelPlace.AboveInner,
                FunnelPlace.BelowOuter => FunnelPlace.AboveOuter,
                _ => FunnelPlace.Inside,
            });
    }

    private static FunnelPlace Place(decimal value, Interval inner, Interval outer) =>
        inner.Contains(value) ? FunnelPlace.Inside
        : value > inner.Upper ? (outer.Contains(value) ? FunnelPlace.AboveInner : FunnelPlace.AboveOuter)
        : outer.Contains(value) ? FunnelPlace.BelowInner : FunnelPlace.BelowOuter;
}
