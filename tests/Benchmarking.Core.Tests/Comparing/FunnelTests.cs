using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Vectors;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class FunnelTests
{
    private static readonly Metric Rates = Metric(Polarity.Lower, MetricUnit.Per1000, countsPeople: true);
    private static readonly Metric Shares = Metric(countsPeople: true);

    [Fact]
    public void A_share_lies_inside_or_beyond_the_limits_of_its_size()
    {
        // The pooled share is 2,057 of 20,100. Of 500 people 51 were to be expected, with a standard error of 6.8: 57 is near, 20 is far,
        // 40 between none.
        var funnel =
            Funnel.Of(Compare(Shares, [Ratio("a", 57, 500, 100), Ratio("b", 20, 500, 100), Ratio("c", 1980, 19100, 100)], Peers(3)))!;
        VectorFile.Agrees(100 * 2057m / 20100, funnel.Centre);
        Assert.Equal([FunnelPlace.Inside, FunnelPlace.BelowOuter, FunnelPlace.Inside], funnel.Points.Select(point => point.Place));
        Assert.All(funnel.Points, point => Assert.True(point.Outer.Lower < point.Inner.Lower && point.Inner.Upper < point.Outer.Upper));
    }

    /// <summary>Of 8.7 per 1,000 among 27,429 people 238.6 are expected: 209 to 269 are inside at 95 % and 192 to 288 at 99.8 %, by
    /// Poisson's law summed term by term.</summary>
    [Fact]
    public void A_rate_has_limits_half_a_person_beyond_the_counts_that_are_inside()
    {
        var big = Ratio("a", 8_700_000, 1_000_000_000, 1000);
        var funnel = Funnel.Of(Compare(Rates, [big, Ratio("b", 335, 27_429, 1000), Ratio("c", 239, 27_429, 1000)], Peers(3)))!;
        var point = funnel.Points[2];
        VectorFile.Agrees(1000 * 208.5m / 27_429, point.Inner.Lower);
        VectorFile.Agrees(1000 * 269.5m / 27_429, point.Inner.Upper);
        VectorFile.Agrees(1000 * 191.5m / 27_429, point.Outer.Lower);
        VectorFile.Agrees(1000 * 288.5m / 27_429, point.Outer.Upper);
        Assert.Equal([FunnelPlace.AboveOuter, FunnelPlace.Inside], funnel.Points.Skip(1).Select(p => p.Place));
    }

    [Fact]
    public void Councils_that_differ_by_chance_alone_have_a_phi_of_about_one_and_others_more()
    {
        var alike = Funnel.Of(
            Compare(Shares, [.. "abcdefgh".Select((c, i) => Ratio(c.ToString(), 100 + (i % 2 == 0 ? 9 : -9), 1000, 100))], Peers(8)))!;
        var apart = Funnel.Of(
            Compare(Shares, [.. "abcdefgh".Select((c, i) => Ratio(c.ToString(), 100 + (i % 2 == 0 ? 40 : -40), 1000, 100))], Peers(8)))!;

        // Standard error of each 9.49: eight squares of 9/9.49, and of 40/9.49, over seven.
        VectorFile.Agrees(8 * 81m / 90 / 7, (decimal)alike.Spread.Phi);
        VectorFile.Agrees(8 * 1600m / 90 / 7, (decimal)apart.Spread.Phi);
    }

    [Fact]
    public void Money_figures_without_counts_and_pairs_of_councils_have_no_funnel()
    {
        Assert.Null(Funnel.Of(Compare(Metric(unit: MetricUnit.Gbp), [Ratio("a", 5, 10, 1), Ratio("b", 5, 10, 1)], Peers(2))));
        Assert.Null(Funnel.Of(Compare(Shares, Figures(10, 20, 30), Peers(3))));
        Assert.Null(Funnel.Of(Compare(Shares, [Ratio("a", 5, 10, 100), Ratio("b", 5, 10, 100)], Peers(2))));
    }

    [Fact]
    public void An_answer_counts_the_places_and_shows_limits_only_where_asked()
    {
        var funnel =
            Funnel.Of(Compare(Shares, [Ratio("a", 57, 500, 100), Ratio("b", 20, 500, 100), Ratio("c", 1980, 19100, 100)], Peers(3)))!;
        var published = FunnelPublication.Publish(funnel, Shares, limits: false);
        Assert.Equal((10.234m, 3, 2, 1),
            (published.Centre, published.Councils, published.Places["inside"], published.Places["below-outer"]));
        Assert.Null(published.Limits);
        Assert.Equal(["a", "b", "c"], FunnelPublication.Publish(funnel, Shares, limits: true).Limits!.Select(limit => limit.Council));
    }
}
