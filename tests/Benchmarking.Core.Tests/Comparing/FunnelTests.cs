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

    /// <summary>The drawn limits of 8.7 per 1,000 for 27,429 people are the vector's; a council far above them is above.</summary>
    [Fact]
    public void A_rate_has_the_exact_limits_of_the_expected_count()
    {
        var big = Ratio("a", 8_700_000, 1_000_000_000, 1000);
        var funnel = Funnel.Of(Compare(Rates, [big, Ratio("b", 335, 27_429, 1000), Ratio("c", 239, 27_429, 1000)], Peers(3)))!;
        var point = funnel.Points[2];
        Assert.InRange(point.Inner.Lower, 7.630m, 7.632m);
        Assert.InRange(point.Inner.Upper, 9.875m, 9.878m);
        Assert.InRange(point.Outer.Lower, 7.061m, 7.064m);
        Assert.InRange(point.Outer.Upper, 10.583m, 10.586m);
        Assert.Equal([FunnelPlace.AboveOuter, FunnelPlace.Inside], funnel.Points.Skip(1).Select(p => p.Place));
    }

    [Fact]
    public void Councils_that_differ_by_chance_alone_have_a_phi_of_about_one_and_others_more()
    {
        var alike = Funnel.Of(
            Compare(Shares, [.. "abcdefgh".Select((c, i) => Ratio(c.ToString(), 100 + (i % 2 == 0 ? 9 : -9), 1000, 100))], Peers(8)))!;
        var apart = Funnel.Of(
            Compare(Shares, [.. "abcdefgh".Select((c, i) => Ratio(c.ToString(), 100 + (i % 2 == 0 ? 40 : -40), 1000, 100))], Peers(8)))!;
        Assert.InRange(alike.Spread.Phi, 0.8, 1.0);
        Assert.InRange(apart.Spread.Phi, 17, 18);
    }

    [Fact]
    public void Money_figures_without_counts_and_single_councils_have_no_funnel()
    {
        Assert.Null(Funnel.Of(Compare(Metric(unit: MetricUnit.Gbp), [Ratio("a", 5, 10, 1), Ratio("b", 5, 10, 1)], Peers(2))));
        Assert.Null(Funnel.Of(Compare(Shares, Figures(10, 20, 30), Peers(3))));
        Assert.Null(Funnel.Of(Compare(Shares, [Ratio("a", 5, 10, 100)], Peers(1))));
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
