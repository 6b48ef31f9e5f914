using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A funnel as answers show it: centre with two places more than values, limits and the
/// values held against them with four, φ with two.</summary>
public static class FunnelPublication
{
    private const int PhiPlaces = 2;

    // Half a person lies between a value and a limit: rounding must not close the gap.
    private const int FinerPlaces = 2;

    private const string Note =
        "phi is the sum of the squares of the councils' z-scores about the pooled value over one fewer than there are: 1 on average where "
        + "chance is all. Where it is well above 1 councils differ for other reasons too, and lying outside limits made for chance alone "
        + "says little: the verdict allows for it, the limits do not. Limits lie half a person beyond the last count inside.";

    /// <summary>The funnel, with every council's limits where they are wanted.</summary>
    public static PublishedFunnel Publish(Funnel funnel, Metric metric, bool limits)
    {
        var places = metric.Decimals + Publication.SummaryPlaces;
        return new(
            Rounding.Publish(funnel.Centre, places), "Pooled ratio of the councils whose counts are known.", funnel.Spread.Councils,
            Rounding.Publish((decimal)funnel.Spread.Phi, PhiPlaces), Note,
            Codes.All<FunnelPlace>().ToDictionary(place => place, place => funnel.Points.Count(point => Codes.Of(point.Place) == place)),
            limits ? [.. funnel.Points.Select(point => Publish(point, places + FinerPlaces))] : null);
    }

    private static PublishedFunnelPoint Publish(FunnelPoint point, int places)
    {
        decimal Published(decimal value) => Rounding.Publish(value, places);
        return new(
            point.Council.Value, Rounding.Publish(point.Denominator, 0), Published(point.Value),
            Published(point.Inner.Lower), Published(point.Inner.Upper), Published(point.Outer.Lower), Published(point.Outer.Upper),
            Codes.Of(point.Place));
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
    string Council,
    decimal Denominator,
    decimal Value,
    decimal InnerLower,
    decimal InnerUpper,
    decimal OuterLower,
    decimal OuterUpper,
    string Place);
