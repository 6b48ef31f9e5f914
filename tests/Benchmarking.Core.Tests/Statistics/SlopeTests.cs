using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

/// <summary>Sen's interval of a slope, and how a series goes on from year to year.</summary>
public sealed class SlopeTests
{
    /// <summary>Ratios of rain on seeded to unseeded ground in five years, the example of textbooks of rank tests. Its ten slopes upwards
    /// are -0.15, -0.13, -0.08, -0.07, -0.0575, -0.055, -0.045, -0.0333, 0.01 and 0.04; of five values only S = 10 is refused at 5 %, so
    /// that the interval reaches from the least to the greatest.</summary>
    [Fact]
    public void Five_years_have_the_least_and_the_greatest_slope_as_their_interval()
    {
        var points = Points(1.26m, 1.27m, 1.12m, 1.16m, 1.03m);
        Assert.Equal(-0.05625m, TheilSen.Slope(points));
        Assert.Equal(new Interval(-0.15m, 0.04m), TheilSen.Interval(points));
    }

    /// <summary>Of six values S = 13 and 15 are refused (p 0.0167 and 0.0028), 11 is not (0.0556): one slope of the fifteen is left out at
    /// each end.</summary>
    [Fact]
    public void Six_years_leave_one_slope_out_at_each_end() =>
        Assert.Equal(new Interval(0.5m, 2), TheilSen.Interval(Points(0, 1, 3.5m, 4, 6, 6.5m)));

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(5, 5, 5, 5)]
    public void Of_four_values_no_slope_can_be_refused(int a, int b, int c, int d) =>
        Assert.Null(TheilSen.Interval(Points(a, b, c, d)));

    /// <summary>A slope inside the interval, taken out, leaves no trend; one outside leaves one.</summary>
    [Fact]
    public void The_interval_holds_just_the_slopes_that_leave_no_trend()
    {
        var chance = new Chance(5);
        for (var run = 0; run < 200; run++)
        {
            var points = Points([.. Enumerable.Range(0, chance.Whole(5, 12)).Select(i => (decimal)((0.3 * i) + chance.Normal()))]);
            var (interval, margin) = (TheilSen.Interval(points)!.Value, 1e-9m);
            double Left(decimal slope) => MannKendall.Of([.. points.Select(point => point.Value - (slope * point.Time))]).P;
            Assert.True(Left(interval.Lower - margin) < 0.05 && Left(interval.Upper + margin) < 0.05);
            Assert.True(Left(interval.Lower + margin) >= 0.05 && Left(interval.Upper - margin) >= 0.05);
            Assert.True(interval.Contains(TheilSen.Slope(points)!.Value));
        }
    }

    [Fact]
    public void About_95_of_100_intervals_or_more_hold_the_true_slope()
    {
        var chance = new Chance(6);
        decimal[] Series() => [.. Enumerable.Range(0, 10).Select(i => (decimal)((0.3 * i) + chance.Normal()))];
        var held = Enumerable.Range(0, 1_000).Count(_ => TheilSen.Interval(Points(Series()))!.Value.Contains(0.3m));
        Assert.InRange(held, 940, 980);
    }

    [Fact]
    public void A_long_series_with_ties_has_an_interval_by_the_normal_law()
    {
        var interval = TheilSen.Interval(Points([.. Enumerable.Range(0, 40).Select(i => Math.Floor(i / 2m))]))!.Value;
        Assert.True(interval.Lower is > 0.4m and <= 0.5m && interval.Upper is >= 0.5m and < 0.6m, $"{interval}");
        Assert.Null(TheilSen.Interval(Points([.. Enumerable.Repeat(4m, 40)])));
    }

    [Theory]
    [InlineData(new[] { 4.0, 4, 4, 0, 0, 0, 4, 4, 4 }, true)]
    [InlineData(new[] { 4.0, 0, 4, 0, 4, 0, 4, 0, 4 }, false)]
    public void Years_that_stay_close_to_those_before_are_told_from_years_that_turn(double[] values, bool matters) =>
        Assert.Equal(matters, Autocorrelation.Of(Points([.. values.Select(value => (decimal)value)]), 0)!.Matters);

    /// <summary>Levels 1, 2, 3, 2 about their mean of 2: squares 2, products 0 throughout but (1 - 2)(2 - 2) and so on, all 0.</summary>
    [Fact]
    public void Autocorrelation_by_hand()
    {
        Assert.Equal(0, Autocorrelation.Of(Points(1, 2, 3, 2), 0)!.Value);

        // Residuals -3, -1, 1, 3: products 3, -1, 3 over 20.
        VectorFile.Agrees(0.25m, (decimal?)Autocorrelation.Of(Points(0, 2, 4, 6), 0)?.Value);

        // A gap in the years parts -1 from 1.
        VectorFile.Agrees(0.3m, (decimal?)Autocorrelation.Of([(0, 0), (1, 2), (5, 4), (6, 6)], 0)?.Value);
        Assert.Null(Autocorrelation.Of(Points(0, 2, 4, 6), 2));
    }

    private static IReadOnlyList<(decimal Time, decimal Value)> Points(params decimal[] values) =>
        [.. values.Select((value, i) => ((decimal)i, value))];
}
