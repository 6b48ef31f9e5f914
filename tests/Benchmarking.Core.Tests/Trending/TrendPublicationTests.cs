using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Trending;

/// <summary>What is said of a council's series beside its direction: change, marker, projection, and how projections turned out.</summary>
public sealed class TrendPublicationTests
{
    private static readonly Metric Rate = Given.Metric(Polarity.Lower, MetricUnit.Per1000, countsPeople: true);
    private static readonly Metric Share = Given.Metric(Polarity.Higher, MetricUnit.Percent, countsPeople: true);

    [Fact]
    public void Rates_change_by_a_rate_ratio_of_the_counts_filed_and_shares_by_a_risk_ratio()
    {
        // 239 to 335 of 27,429: 0.713 (0.604 to 0.842); 50 and 25 of 100: 0.5, its logarithm within 1.96 x sqrt(1/25 - 1/100 + 1/50 -
        // 1/100) = 0.392.
        var rate = Published(Rate, (335, 27_429), null, (239, 27_429)).Change!;
        Assert.Equal(("2008-09", "2010-11", 0.713m, 0.604m, 0.842m, "filed"),
            (rate.From, rate.To, rate.Ratio, rate.Lower, rate.Upper, rate.CountsAre));
        Assert.Equal([335, 239], rate.Counts);
        Assert.Equal([27_429, 27_429], rate.Denominators);
        Assert.Equal(-3.5m, rate.Difference);
        Assert.Equal(Rounding.Publish(1000 * Ratios.RateDifference(239, 27_429, 335, 27_429).Interval.Upper, 3), rate.DifferenceUpper);
        Assert.StartsWith("Rate ratio", rate.Method, StringComparison.Ordinal);
        var share = Published(Share, (50, 100), (25, 100)).Change!;
        Assert.Equal((0.5m, 0.338m, 0.74m), (share.Ratio, share.Lower, share.Upper));
        Assert.Equal((-25m, Rounding.Publish(100 * Proportions.Difference(25, 100, 50, 100).Interval.Lower, 3)),
            (share.Difference, share.DifferenceLower));
        Assert.StartsWith("Risk ratio", share.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_change_of_one_year_of_a_count_of_0_or_of_what_counts_no_people()
    {
        Assert.Null(Published(Rate, (335, 27_429)).Change);
        Assert.Null(Published(Rate, (335, 27_429), (0, 27_429)).Change);
        Assert.Null(Published(Share, (50, 100), (120, 100)).Change);
        Assert.Null(Published(Given.Metric(unit: MetricUnit.GbpPerWeek), (500, 1), (400, 1)).Change);
    }

    [Fact]
    public void A_change_does_not_cross_a_break()
    {
        var change = Published(Rate with { Breaks = [Year(1)] }, (900, 1_000), (300, 1_000), (200, 1_000)).Change!;
        Assert.Equal(("2009-10", "2010-11", 0.667m), (change.From, change.To, change.Ratio));
    }

    [Fact]
    public void Five_years_in_a_row_have_a_marker_with_its_test_and_meaning()
    {
        (decimal, decimal)?[] rising = [(100, 1_000), (140, 1_000), (180, 1_000), (220, 1_000), (260, 1_000)];
        var share = Published(Share, [(900, 1_000), .. rising]).RecentTrend!;
        Assert.Equal(("increasing", "better", "2009-10", "2013-14"), (share.Marker, share.Meaning, share.From, share.To));

        // N(N·ΣxT − X·ΣnT)² / (X(N−X)(N·ΣnT² − (ΣnT)²)), X 900 of N 5,000: 5,000 × (5,000 × 2,200 − 900 × 10,000)² / (900 × 4,100 × (5,000
        // × 30,000 − 10,000²)).
        Assert.Equal(Math.Round(5_000m * 2_000_000m * 2_000_000m / (900m * 4_100m * 50_000_000m), 2), share.ChiSquare);
        Assert.EndsWith("Cochran-Armitage test.", share.Method, StringComparison.Ordinal);
        var rate = Published(Rate, rising).RecentTrend!;
        Assert.Equal(("increasing", "worse"), (rate.Marker, rate.Meaning));
        Assert.EndsWith("Least squares weighted by the intervals.", rate.Method, StringComparison.Ordinal);

        // Before the last five years the share was higher: the run as a whole has no direction.
        Assert.Equal((false, true), (share.Agrees, rate.Agrees));
        Assert.Contains("The direction decides", share.Note, StringComparison.Ordinal);
        var early = Published(Rate, rising[..4]).RecentTrend!;
        Assert.Null(early.Agrees);
        Assert.Equal(("cannot-be-calculated", null, null, null), (early.Marker, early.Meaning, early.From, early.To));
    }

    /// <summary>Down by a tenth of people in five years, but up in one of them: beyond the chance in so many people, and by the order of
    /// the years no trend.</summary>
    [Fact]
    public void Where_the_marker_sees_what_the_direction_does_not_it_says_so()
    {
        var published = Published(Rate, (10_000, 100_000), (9_700, 100_000), (9_800, 100_000), (9_300, 100_000), (9_000, 100_000));
        Assert.Equal(("decreasing", "no-trend", false),
            (published.RecentTrend!.Marker, published.Direction!.Direction, published.RecentTrend.Agrees));
    }

    [Fact]
    public void Without_a_subject_there_is_neither_marker_nor_projection()
    {
        var trend = MetricTrends.Trace(Rate, FigureStatus.Actual, [Given.Compare(Rate, Given.Figures(1, 2), Given.Peers(2))],
            ReferenceData.Current);
        Assert.Null(TrendPublication.Publish(trend, ReferenceData.Current).RecentTrend);
        Assert.Null(MetricProjections.Of(trend, ReferenceData.Current));
    }

    [Fact]
    public void Only_comparisons_of_the_metric_and_status_are_traced()
    {
        var comparisons = new[] { Given.Compare(Rate, Given.Figures(1, 2), Given.Peers(2, "a")),
            Given.Compare(Rate with { Code = "other" }, Given.Figures(1, 2), Given.Peers(2, "a")) };
        Assert.Single(MetricTrends.Trace(Rate, FigureStatus.Actual, comparisons, ReferenceData.Current).Years);
        Assert.Empty(MetricTrends.Trace(Rate, FigureStatus.Projected, comparisons, ReferenceData.Current).Years);
    }

    [Fact]
    public void Worse_and_getting_worse_is_told_from_worse_and_too_earlyto_tell()
    {
        (decimal, decimal)?[] rising = [(10, 1_000), (14, 1_000), (18, 1_000), (22, 1_000), (26, 1_000)];
        MetricTrend Named(string code, params (decimal, decimal)?[] counts) =>
            Trend(Rate with { Code = code }, counts) with { Metric = Rate with { Code = code } };
        var list = WorseAndWorsening.Of(
            [Named("worse", rising), Named("better", [.. rising.Reverse()]), Named("short", rising[..4]), Named("missing", null, null)]);
        Assert.Equal(["worse"], list.Metrics.Keys);
        Assert.Equal(["short"], list.NotJudged);
        Assert.True(WorseAndWorsening.IsWorse(Given.Compare(Rate, Given.Figures(9, 1, 1, 1, 1), Given.Peers(5, "a"))));
        Assert.False(WorseAndWorsening.IsWorse(Given.Compare(Rate, Given.Figures(0, 1, 1, 1, 1), Given.Peers(5, "a"))));
    }

    [Fact]
    public void What_was_projected_is_held_against_what_came_year_by_year()
    {
        // a projected 10 and 20 and came to 8 and 25; b projected 4 and came to 0; c came to 7 without a projection.
        var money = Given.Metric(unit: MetricUnit.Gbp, decimals: 0);
        Comparison Of(int year, FigureStatus status, params decimal?[] values) => Comparer.Compare(
            money, Year(year), status, [.. Given.Figures(values).Select(figure => figure with { Year = Year(year), Status = status })],
            Given.Peers(3, null, Year(year)));
        var result = FiledProjections.Of(
            [Of(1, FigureStatus.Projected, 20, null, null), Of(0, FigureStatus.Projected, 10, 4, null),
                Of(2, FigureStatus.Projected, 1, 1, 1)],
            [Of(0, FigureStatus.Actual, 8, 0, 7), Of(1, FigureStatus.Actual, 25, null, null)]);
        Assert.Equal(
            [("2008-09", "a", -2m), ("2008-09", "b", -4m), ("2009-10", "a", 5m)],
            result.Figures.Select(figure => (figure.Year, figure.Council, figure.Error)));
        Assert.Equal((3, 1, 2), (result.Cases, result.Above, result.Below));

        // Errors −2, −4 and 5: mean −1/3, absolute 11/3; of 8 and 25 they are 25 % and 20 %, of 0 nothing.
        Assert.Equal((-0.33m, 3.67m, 22.5m), (result.MeanError, result.MeanAbsoluteError, result.MeanAbsolutePercentageError));
    }

    private static PublishedMetricTrend Published(Metric metric, params (decimal X, decimal N)?[] counts) =>
        TrendPublication.Publish(Trend(metric, counts), ReferenceData.Current);

    // Council a has these counts from 2008-09 on, a year without any being null; b has none.
    private static MetricTrend Trend(Metric metric, params (decimal X, decimal N)?[] counts) =>
        MetricTrends.Trace(metric, FigureStatus.Actual, counts.Select((pair, i) => Comparer.Compare(
        metric, Year(i), FigureStatus.Actual, [Of(metric, pair) with { Year = Year(i) }], Given.Peers(2, "a", Year(i)))),
            ReferenceData.Current);

    private static Observation Of(Metric metric, (decimal X, decimal N)? counts) => counts is { } pair
        ? Given.Ratio("a", pair.X, pair.N, metric.Unit == MetricUnit.Percent ? 100 : 1_000) with { Metric = metric.Code }
        : Given.Figure("a", null) with { Metric = metric.Code };

    private static FinancialYear Year(int i) => new(2008 + i);
}
