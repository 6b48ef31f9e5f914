using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Tests.Vectors;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Trending;

/// <summary>Projections of a metric's trend: which years they are made of, and when there is none. Councils share a fall, so that it is
/// served.</summary>
public sealed class MetricProjectionTests
{
    private const int Councils = 12;

    private static readonly Metric Falling = Given.Metric(Polarity.Lower, MetricUnit.Per1000, countsPeople: true);

    [Fact]
    public void A_shared_fall_is_drawn_on_for_two_years_apart_from_the_actual_ones()
    {
        var projection = MetricProjections.Of(Trend(Falling, years: 7), ReferenceData.Current)!;
        Assert.True(projection.Served, projection.Reason);
        Assert.Equal(("a", "2014-15", Councils), (projection.Council, projection.From, projection.Series));
        Assert.Equal(["2015-16", "2016-17"], projection.Years.Select(year => year.Year));

        // Origins are the third to the sixth year one year ahead, the third to the fifth two years ahead.
        Assert.Equal([4 * Councils, 3 * Councils], projection.RollingOrigin.Select(row => row.Cases));
        Assert.All(projection.RollingOrigin,
            row => Assert.True(row.BeatsBoth && row.Projection < row.LastValue && row.Projection < row.StraightLine));
        foreach (var (year, row) in projection.Years.Zip(projection.RollingOrigin))
        {
            // Interval and error are published rounded.
            VectorFile.Agrees(2 * 1.959963984540054m * row.RootMeanSquare, year.Upper - year.Lower, 0.05);
        }

        Assert.Equal(projection.RollingOrigin, MetricProjections.Judge(Trend(Falling, years: 7), ReferenceData.Current));
        Assert.Empty(MetricProjections.Judge(MetricTrends.Trace(Falling, FigureStatus.Actual, [], ReferenceData.Current),
            ReferenceData.Current));
    }

    [Fact]
    public void Series_begin_anew_after_a_break_and_after_a_year_without_a_figure()
    {
        Assert.All(MetricProjections.Series(Trend(Falling with { Breaks = [Year(3)] }, years: 7), ReferenceData.Current), series =>
            Assert.Equal((Year(3), 4), (series.First, series.Values.Count)));
        var gap = MetricProjections.Series(Trend(Falling, years: 7, missing: (Council: 0, Year: 4)), ReferenceData.Current);
        Assert.Equal((Year(5), 2), (gap[0].First, gap[0].Values.Count));
        Assert.All(gap.Skip(1), series => Assert.Equal((Year(0), 7), (series.First, series.Values.Count)));
    }

    [Fact]
    public void Without_a_figure_of_the_last_year_or_of_actual_figures_nothing_is_served_and_it_is_said_why()
    {
        Assert.Equal((false, "Not served: the council has no figure for 2014-15, the last year held."),
            Said(Trend(Falling, years: 7, missing: (0, 6))));
        Assert.Equal((false, "Not served: projections are made of actual figures."),
            Said(Trend(Falling, years: 7, status: FigureStatus.Projected)));
        Assert.StartsWith("Too short", Said(Trend(Falling, years: 7, missing: (0, 4))).Reason, StringComparison.Ordinal);

        // One origin of twelve councils is fewer than twenty cases.
        Assert.StartsWith("Not tested", Said(Trend(Falling, years: 4)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_people_than_none_are_not_projected_and_money_may_be_under_0()
    {
        var people = MetricProjections.Of(Trend(Falling, years: 7, level: 3.6m), ReferenceData.Current)!;
        Assert.True(people.Served, people.Reason);
        Assert.All(people.Years, year => Assert.Equal(0, year.Lower));
        var money = MetricProjections.Of(Trend(Given.Metric(Polarity.Lower, MetricUnit.Gbp), years: 7, level: 3.6m),
            ReferenceData.Current)!;
        Assert.All(money.Years, year => Assert.True(year.Lower < 0));
    }

    private static (bool Served, string Reason) Said(MetricTrend trend) =>
        (MetricProjections.Of(trend, ReferenceData.Current)!.Served, MetricProjections.Of(trend, ReferenceData.Current)!.Reason);

    // Every council falls by 0.5 a year from a level of its own, with a wobble of at most 0.4 that repeats every seven steps.
    private static MetricTrend Trend(
        Metric metric, int years, (int Council, int Year)? missing = null, FigureStatus status = FigureStatus.Actual,
        decimal level = 20) => MetricTrends.Trace(
        metric, status, Enumerable.Range(0, years).Select(t => Comparer.Compare(
            metric, Year(t), status,
            [
                .. Given.Figures(
                    [.. Enumerable.Range(0, Councils)
                        .Select(i => missing == (i, t) ? (decimal?)null : level + i - (0.5m * t) + Wobble[((3 * i) + (t * t)) % 7])])
                    .Select(figure => figure with { Year = Year(t), Status = status }),
            ],
            Given.Peers(Councils, "a", Year(t)))), ReferenceData.Current);

    private static readonly decimal[] Wobble = [0, 0.2m, -0.4m, 0.1m, 0.3m, -0.3m, 0.4m];

    private static FinancialYear Year(int i) => new(2008 + i);
}
