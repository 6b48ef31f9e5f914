using System.Text.Json;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Tests.Vectors;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Trending;

public sealed class MetricTrendTests
{
    private static readonly decimal?[] Admissions = [12.2m, 11.0m, 10.1m, 9.4m, 8.7m];

    [Fact]
    public void Five_falling_years_of_admissions_fall_beyond_chance_and_that_is_better()
    {
        var segment = Trace(Given.Metric(Polarity.Lower), Admissions).Subject.Single();
        Assert.Equal((TrendDirection.Falling, Verdict.Better, -10, true), (segment.Direction, segment.Meaning, segment.S, segment.Exact));
        VectorFile.Agrees(0.0166666666666667m, segment.P);
        Assert.Equal(-0.8375m, segment.SlopePerYear);
        Assert.Equal(new Interval(-1.2m, -0.7m), segment.SlopeInterval);
        Assert.False(segment.Autocorrelation!.Matters);
    }

    [Fact]
    public void A_series_that_goes_on_from_year_to_year_comes_with_a_caution()
    {
        var published = TrendPublication.Publish(Trace(Given.Metric(), 4, 4.1m, 4.2m, 1, 1.1m, 1.2m, 4, 4.1m, 4.2m), ReferenceData.Current);
        Assert.Equal("no-trend", published.Direction!.Direction);
        Assert.True(published.Direction.Autocorrelation > 0.2m);
        Assert.Contains("not independent", published.Direction.Caution, StringComparison.Ordinal);
        Assert.Null(TrendPublication.Publish(Trace(Given.Metric(), Admissions), ReferenceData.Current).Direction!.Caution);
    }

    [Theory]
    [InlineData(Polarity.Higher, Verdict.Worse)]
    [InlineData(Polarity.Neutral, Verdict.Lower)]
    public void What_a_fall_means_depends_on_the_polarity(Polarity polarity, Verdict meaning) =>
        Assert.Equal(meaning, Trace(Given.Metric(polarity), Admissions).Subject.Single().Meaning);

    [Fact]
    public void Four_points_are_too_few_however_steep_they_are()
    {
        var segment = Trace(Given.Metric(), 1, 10, null, 100, 1000).Subject.Single();
        Assert.Equal((4, TrendDirection.TooFewPoints), (segment.Points, segment.Direction));
        Assert.Equal((null, null), (segment.P, segment.SlopePerYear));
    }

    [Fact]
    public void A_series_that_goes_up_and_down_has_no_trend()
    {
        var segment = Trace(Given.Metric(), 3, 1, 4, 1, 5).Subject.Single();
        Assert.Equal((TrendDirection.NoTrend, Verdict.NotCompared, true), (segment.Direction, segment.Meaning, segment.Exact));
    }

    [Fact]
    public void A_break_is_not_crossed_and_the_last_run_gives_the_direction()
    {
        var metric = Given.Metric(breaks: Year(3));
        var trend = Trace(metric, 5, 4, 3, 20, 21, 22, 23, 24);
        Assert.Equal([(Year(0), Year(2), 3), (Year(3), Year(7), 5)],
            trend.Subject.Select(segment => (segment.From, segment.To, segment.Points)));
        Assert.Equal([Year(3)], trend.Years.Where(year => year.AfterBreak).Select(year => year.Year));
        var published = TrendPublication.Publish(trend, ReferenceData.Current);
        Assert.Equal(("rising", "better", 2), (published.Direction!.Direction, published.Direction.Meaning, published.Segments.Count));
    }

    [Fact]
    public void Each_year_shows_the_peers_median_and_quartiles()
    {
        var published = TrendPublication.Publish(Trace(Given.Metric(), 30, 30), ReferenceData.Current);
        Assert.Equal((20m, 30m, 40m, 5),
            (published.Years[0].Q1!.Value, published.Years[0].Median!.Value, published.Years[0].Q3!.Value, published.Years[0].Count));
        Assert.Equal(("a", "too-few-points", null), (published.Council, published.Direction!.Direction, published.Direction.Meaning));
        Assert.Equal("too-few-points", published.PeersDirection!.Direction);
    }

    [Fact]
    public void The_order_of_the_years_given_does_not_matter()
    {
        var comparisons = Comparisons(Given.Metric(), Admissions);
        var (forward, backward) = (MetricTrends.Trace(Given.Metric(), FigureStatus.Actual, comparisons, ReferenceData.Current),
            MetricTrends.Trace(Given.Metric(), FigureStatus.Actual, comparisons.Reverse(), ReferenceData.Current));
        Assert.Equal(forward.Subject, backward.Subject);
    }

    [Fact]
    public void A_trend_without_years_says_so_without_a_direction()
    {
        var published = TrendPublication.Publish(MetricTrends.Trace(Given.Metric(), FigureStatus.Actual, [], ReferenceData.Current),
            ReferenceData.Current);
        Assert.Empty(published.Years);
        Assert.Null(published.Direction);
        Assert.Contains("\"direction\":null", JsonSerializer.Serialize(published, JsonSerializerOptions.Web), StringComparison.Ordinal);
    }

    private static MetricTrend Trace(Metric metric, params decimal?[] values) =>
        MetricTrends.Trace(metric, FigureStatus.Actual, Comparisons(metric, values), ReferenceData.Current);

    // Council a has these values from the first year on; b to e always have 10, 20, 40 and 50.
    private static IEnumerable<Comparison> Comparisons(Metric metric, decimal?[] values) =>
        [.. values.Select((value, i) => Comparer.Compare(
            metric, Year(i), FigureStatus.Actual,
            [.. Given.Figures(value, 10, 20, 40, 50).Select(figure => figure with { Year = Year(i) })],
            Given.Peers(5, "a", Year(i))))];

    private static FinancialYear Year(int i) => new(2008 + i);
}
