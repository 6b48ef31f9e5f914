using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A funnel as answers show it: limits and centre with two places more than values, φ with two.</summary>
public static class FunnelPublication
{
    private const int PhiPlaces = 2;

    private const string Note =
        "phi is the mean square of the councils' z-scores about the pooled value, a tenth cut back at each end: about 1 where chance is "
            + "all. Where it is well "
        + "above 1 councils differ for other reasons too, and lying outside limits made for chance alone says little.";

    /// <summary>The funnel, with every council's limits where they are wanted.</summary>
    public static PublishedFunnel Publish(Funnel funnel, Metric metric, bool limits)
    {
        var places = metric.Decimals + Publication.SummaryPlaces;
        return new(
            Rounding.Publish(funnel.Centre, places), "Pooled ratio of the councils whose counts are known.", funnel.Spread.Councils,
            Rounding.Publish((decimal)funnel.Spread.Phi, PhiPlaces), Note,
            Codes.All<FunnelPlace>().ToDictionary(place => place, place => funnel.Points.Count(point => Codes.Of(point.Place) == place)),
            limits
                ? [.. funnel.Points.Select(point => new PublishedFunnelPoint(
                    point.Council.Value, Rounding.Publish(point.Denominator, 0),
                    Rounding.Publish(point.Inner.Lower, places), Rounding.Publish(point.Inner.Upper, places),
                    Rounding.Publish(point.Outer.Lower, places), Rounding.Publish(point.Outer.Upper, places), Codes.Of(point.Place)))]
                : null);
    }
}

/// <summary><c>places</c> counts the councils inside and outside the limits; <c>limits</c> is there where it was asked for.</summary>
public sealed record PublishedFunnel(
    decimal Centre,
    string CentreKind,
    int Councils,
    decimal Phi,
    string Note,
    IReadOnlyDictionary<string, int> Places,
    IReadOnlyList<PublishedFunnelPoint>? Limits);

/// <summary>Limits of 95 % (inner) and 99.8 % (outer) for a council of this denominator.</summary>
public sealed record PublishedFunnelPoint(
    string Council, decimal Denominator, decimal InnerLower, decimal InnerUpper, decimal OuterLower, decimal OuterUpper, string Place);
