using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>Where a council might stand: at its peers' median, or at their better quartile.</summary>
public enum OpportunityTarget
{
    Median,
    Quartile,
}

/// <summary>What it would be worth to a council to stand at the target. <c>Value</c> is 0 where it is <c>Reached</c>. <c>FigureRange</c>,
/// <c>TargetRange</c> and the volume's own are what is not known of the three; <c>Range</c> is the lowest and highest that they give
/// together.</summary>
public sealed record Opportunity(
    Comparison Comparison,
    OpportunityRule Rule,
    decimal Figure,
    Interval FigureRange,
    decimal Target,
    Interval TargetRange,
    OpportunityVolume Volume,
    decimal Value,
    Interval Range,
    bool Reached);

/// <summary>(own − target) × own volume (docs/methods/opportunity.md).</summary>
public static class Opportunities
{
    private const decimal HalfOfAPlace = 0.5m;

    /// <summary>The opportunity of a comparison's subject on a metric that declares a volume, null where its figure, its volume or enough
    /// peers are not there.</summary>
    public static Opportunity? Of(Comparison comparison, OpportunityVolume? volume, OpportunityTarget target)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        decimal[] peers = [.. comparison.Councils.Select(council => council.Value).OfType<decimal>().Order()];
        if (comparison.Metric.Opportunity is not { } rule || comparison.Subject?.Figure is not { Value: { } own } subject || volume is null
            || peers.Length < Quartiles.SmallestGroup)
        {
            return null;
        }

        var sign = rule.Better == Polarity.Lower ? 1 : -1;
        var p = target == OpportunityTarget.Median ? 0.5m : rule.Better == Polarity.Lower ? 0.25m : 0.75m;
        var at = Quantiles.OfSorted(peers, p);
        var targets = WithoutEachPeer(peers, p, at);
        var figures = subject.Interval?.Limits ?? AsPublished(own, comparison.Metric.Decimals);
        var gap = sign * (own - at);
        var gaps = sign > 0
            ? new Interval(figures.Lower - targets.Upper, figures.Upper - targets.Lower)
            : new Interval(targets.Lower - figures.Upper, targets.Upper - figures.Lower);
        var per = Comparer.Per(comparison.Metric);
        decimal Worth(decimal distance, decimal units) => Math.Max(0, distance) * units / per;
        return new(
            comparison, rule, own, figures, at, targets, volume, Worth(gap, volume.Value),
            new(Worth(gaps.Lower, volume.Range.Lower), Worth(gaps.Upper, volume.Range.Upper)), gap <= 0);
    }

    /// <summary>The lowest and highest that the target becomes when any one peer is left out: how much it hangs on who is near.</summary>
    private static Interval WithoutEachPeer(decimal[] sorted, decimal p, decimal target)
    {
        decimal[] others =
        [
            target,
            .. Enumerable.Range(0, sorted.Length).Select(left => Quantiles.OfSorted([.. sorted[..left], .. sorted[(left + 1)..]], p)),
        ];
        return new(others.Min(), others.Max());
    }

    /// <summary>A figure without an interval is known to half of its last published place.</summary>
    private static Interval AsPublished(decimal value, int decimals)
    {
        var half = HalfOfAPlace;
        for (var place = 0; place < decimals; place++)
        {
            half /= 10;
        }

        return new(value - half, value + half);
    }
}
