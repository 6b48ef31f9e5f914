using System.Text.Json;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class TrendMarkerTests
{
    private static readonly JsonElement Vectors = VectorFile.Json("trend-marker.json");

    [Fact]
    public void Slopes_and_chi_squares_agree_with_the_reference_series()
    {
        Assert.Equal(TrendMarker.Critical, (double)Vectors.Number("critical"), 12);
        foreach (var c in Vectors.GetProperty("cases").EnumerateArray())
        {
            if (c.TryGetProperty("ciWeighted", out var weighted))
            {
                Agrees(weighted, "slope", TrendMarker.OfIntervals(Values(c)));
            }

            if (c.TryGetProperty("proportion", out var proportion))
            {
                Agrees(proportion, "logitSlope", TrendMarker.OfProportions(Proportions(c)));
            }
        }
    }

    [Theory]
    [InlineData("open-set1", RecentTrend.Increasing, RecentTrend.Increasing)]
    [InlineData("open-set2", RecentTrend.NoSignificantChange, RecentTrend.NoSignificantChange)]
    [InlineData("next-diabetes", RecentTrend.Increasing, RecentTrend.Increasing)]
    [InlineData("next-mmr", RecentTrend.Decreasing, RecentTrend.Decreasing)]
    [InlineData("next-cancer", RecentTrend.Decreasing, RecentTrend.Decreasing)]
    [InlineData("next-gp65-no-confidence-intervals", RecentTrend.CannotBeCalculated, RecentTrend.Increasing)]
    [InlineData("open-prop2-count-equals-denominator", RecentTrend.CannotBeCalculated, RecentTrend.CannotBeCalculated)]
    public void Markers_follow_the_sign_and_say_where_they_cannot_be_calculated(string id, RecentTrend byInterval, RecentTrend byCounts)
    {
        var c = Vectors.GetProperty("cases").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);
        Assert.Equal(byInterval, TrendMarker.OfIntervals(Values(c)).Trend);
        Assert.Equal(byCounts, TrendMarker.OfProportions(Proportions(c)).Trend);
    }

    [Fact]
    public void Only_the_last_five_years_count_and_they_must_be_in_a_row()
    {
        var rising = Enumerable.Range(2010, 5).Select(year => new MarkerProportion(year, 10 * (year - 2005), 1000)).ToList();
        Assert.Equal(RecentTrend.Increasing, TrendMarker.OfProportions([new(2009, 900, 1000), .. rising]).Trend);
        Assert.Equal(RecentTrend.CannotBeCalculated, TrendMarker.OfProportions([.. rising.Skip(1), new(2016, 100, 1000)]).Trend);
        Assert.Equal(RecentTrend.CannotBeCalculated, TrendMarker.OfProportions(rising.Skip(1)).Trend);
    }

    [Fact]
    public void One_year_without_width_or_without_a_count_leaves_nothing_to_calculate()
    {
        var values = Enumerable.Range(2010, 5)
            .Select(year => new MarkerValue(year, year, year == 2012 ? new(year, year) : new(year - 1, year + 1)));
        Assert.Equal(RecentTrend.CannotBeCalculated, TrendMarker.OfIntervals(values).Trend);
        var proportions = Enumerable.Range(2010, 5).Select(year => new MarkerProportion(year, 10 * (year - 2010), 1000));
        Assert.Equal(RecentTrend.CannotBeCalculated, TrendMarker.OfProportions(proportions).Trend);
    }

    [Fact]
    public void A_flat_series_does_not_change() => Assert.Equal(
        RecentTrend.NoSignificantChange,
        TrendMarker.OfIntervals(Enumerable.Range(2010, 5).Select(year => new MarkerValue(year, 7, new(6, 8)))).Trend);

    [Fact]
    public void A_rise_that_hangs_on_one_point_is_not_significant()
    {
        // Flat but for the last point, whose interval is the narrowest.
        var series = Enumerable.Range(2010, 5).Select(year => new MarkerValue(
            year, year == 2014 ? 30 : 2015 - year, year == 2014 ? new(29.9m, 30.1m) : new(1014 - year, 1020 - year)));
        var marker = TrendMarker.OfIntervals(series);
        Assert.Equal((RecentTrend.NoSignificantChange, false), (marker.Trend, marker.SignsAgree));
    }

    private static void Agrees(JsonElement expected, string slope, TrendMarker marker)
    {
        VectorFile.Agrees(expected.Number(slope), (decimal?)marker.Slope);
        VectorFile.Agrees(expected.Number("chiSquare"), (decimal?)marker.ChiSquare);
        Assert.Equal(expected.GetProperty("leaveOneOutSignsAgree").GetBoolean(), marker.SignsAgree);
    }

    private static IEnumerable<MarkerValue> Values(JsonElement c) =>
        c.GetProperty("points").EnumerateArray().Select(point => new MarkerValue(
        point.GetProperty("year").GetInt32(), point.Number("value"),
        new(point.GetProperty("lower").NumberOrNull() ?? 0, point.GetProperty("upper").NumberOrNull() ?? 0)));

    private static IEnumerable<MarkerProportion> Proportions(JsonElement c) => c.GetProperty("points").EnumerateArray()
        .Select(point => new MarkerProportion(point.GetProperty("year").GetInt32(), point.Number("count"), point.Number("denominator")));
}
