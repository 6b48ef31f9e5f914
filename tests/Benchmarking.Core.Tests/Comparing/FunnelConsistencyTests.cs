using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Tests.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Wherever limits are drawn, the place of a council is where its own value lies among them, as computed and as
/// published.</summary>
public sealed class FunnelConsistencyTests
{
    [Fact]
    public void No_shipped_figure_has_a_place_that_its_drawn_limits_deny()
    {
        var drawn = ShippedFigures.All.Concat(HeldFigures.Comparisons)
            .Select(comparison => (Funnel: Funnel.Of(comparison), comparison.Metric))
            .Where(pair => pair.Funnel is not null).ToList();
        Assert.True(drawn.Sum(pair => pair.Funnel!.Points.Count) > 5_000);
        Assert.All(drawn, pair => Agrees(pair.Funnel!, pair.Metric));
    }

    [Fact]
    public void None_of_10_000_invented_figures_has()
    {
        var chance = new Chance(13);
        var points = 0;
        while (points < 10_000)
        {
            var rates = chance.Whole(0, 2) == 0;
            var metric = Given.Metric(
                unit: rates ? MetricUnit.Per1000 : MetricUnit.Percent, decimals: chance.Whole(0, 3), countsPeople: true);
            var share = Math.Pow(10, -chance.Whole(0, 3)) * (rates ? 0.05 : 0.9);
            var slice = "abcdefghij".Select(letter =>
            {
                var n = (int)Math.Exp(chance.Whole(3, 11)) + chance.Whole(0, 20);
                var count = Math.Min(n, chance.Poisson(n * share * Math.Exp(chance.Normal() / 5)));
                return Given.Ratio(letter.ToString(), count, n, rates ? 1000 : 100);
            }).ToList();
            if (Funnel.Of(Given.Compare(metric, slice, Given.Peers(10))) is { } funnel)
            {
                Agrees(funnel, metric);
                points += funnel.Points.Count;
            }
        }
    }

    private static void Agrees(Funnel funnel, Metric metric)
    {
        var published = FunnelPublication.Publish(funnel, metric, limits: true).Limits!;
        foreach (var (point, shown) in funnel.Points.Zip(published))
        {
            Assert.Equal(point.Place, Place(point.Value, point.Inner.Lower, point.Inner.Upper, point.Outer.Lower, point.Outer.Upper));
            Assert.Equal(shown.Place,
                Codes.Of(Place(shown.Value, shown.InnerLower, shown.InnerUpper, shown.OuterLower, shown.OuterUpper)));
        }
    }

    private static FunnelPlace Place(decimal value, decimal innerLower, decimal innerUpper, decimal outerLower, decimal outerUpper) =>
        value < outerLower ? FunnelPlace.BelowOuter
        : value < innerLower ? FunnelPlace.BelowInner
        : value > outerUpper ? FunnelPlace.AboveOuter
        : value > innerUpper ? FunnelPlace.AboveInner
        : FunnelPlace.Inside;
}
