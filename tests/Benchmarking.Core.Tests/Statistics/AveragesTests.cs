using System.Globalization;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class AveragesTests
{
    private static readonly IReadOnlyList<(decimal Million, decimal Percent)> Councils =
        [.. VectorFile.Json("aggregation.json").GetProperty("savingsMillionAndPercent").EnumerateArray()
            .Select(pair => (pair[0].GetDecimal(), pair[1].GetDecimal()))];

    [Fact]
    public void The_mean_of_percentages_of_the_16_councils_is_5_75() =>
        Assert.Equal(5.75m, Averages.Mean([.. Councils.Select(c => c.Percent)]));

    [Fact]
    public void Their_median_is_5_55() => Assert.Equal(5.55m, Quantiles.Median(Councils.Select(c => c.Percent)));

    [Fact]
    public void Their_pooled_percentage_is_5_139481()
    {
        var pooled = Averages.Pooled(Councils.Select(c => ((decimal?)c.Million, (decimal?)(c.Million / c.Percent * 100))), 100);
        VectorFile.Agrees(5.13948101325m, pooled?.Value);
        Assert.Equal(16, pooled?.Councils);
        Assert.Equal(91.55m, pooled?.Numerator);
    }

    [Fact]
    public void The_pooled_ratio_leaves_out_whoever_lacks_one_of_the_two_figures() =>
        Assert.Equal(new PooledRatio(20, 2, 40, 200), Averages.Pooled([(10, 100), (999, null), (null, 999), (30, 100)], 100));

    [Fact]
    public void There_is_no_pooled_ratio_of_nothing()
    {
        Assert.Null(Averages.Pooled([(1, null)], 100));
        Assert.Null(Averages.Pooled([(1, 0)], 100));
    }

    [Fact]
    public void The_19_actual_percentages_of_the_LGA_report_have_mean_5_92() =>
        Assert.Equal(5.92m, Rounding.Publish(Averages.Mean(LgaReport.ActualPercentages), 2));

    [Fact]
    public void The_sample_standard_deviation_divides_by_n_less_1()
    {
        VectorFile.Agrees(2.13808993529939m, Averages.StandardDeviation([2, 4, 4, 4, 5, 5, 7, 9]));
        Assert.Equal(0, Averages.StandardDeviation([3, 3, 3]));
        VectorFile.Agrees(1.4142135623731m, Averages.StandardDeviation([1, 3]));
        Assert.Null(Averages.StandardDeviation([3]));
    }

    [Fact]
    public void In_full_precision_nothing_is_rounded_but_zeros_at_the_end_are_dropped()
    {
        Assert.Equal("2.3333333333333333333333333333", Rounding.Publish(7m / 3, 1, Precision.Full).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("2.5", Rounding.Publish(2.50m, 0, Precision.Full).ToString(CultureInfo.InvariantCulture));
        Assert.Null(Rounding.Publish(null, 1, Precision.Full));
    }

    [Fact]
    public void The_commonest_whole_percentage_of_the_LGA_report_is_7()
    {
        var commonest = CommonestValue.Of(LgaReport.ActualPercentages, 0);
        Assert.Equal(7, commonest.Mode);
        Assert.Equal(4, commonest.Times);
    }

    [Fact]
    public void Values_that_tie_for_commonest_are_listed_and_none_is_the_mode()
    {
        var commonest = CommonestValue.Of(LgaReport.AllPercentages, 0);
        Assert.Null(commonest.Mode);
        Assert.Equal([5, 7], commonest.Modes);
    }

    [Fact]
    public void Twice_is_enough_for_a_mode() =>
        Assert.Equal((1, 2), (CommonestValue.Of([1, 2, 1, 3], 0).Mode, CommonestValue.Of([1, 2, 1, 3], 0).Times));

    [Fact]
    public void Where_nothing_occurs_twice_there_is_no_mode()
    {
        Assert.Equal((null, 0), (CommonestValue.Of([1, 2, 3], 0).Mode, CommonestValue.Of([1, 2, 3], 0).Modes.Count));
        Assert.Null(CommonestValue.Of([], 0).Mode);
    }

    [Theory]
    [InlineData("2.25", 1, "2.3")]
    [InlineData("-2.25", 1, "-2.3")]
    [InlineData("0.5", 0, "1")]
    [InlineData("2.675", 2, "2.68")]
    public void Rounding_goes_half_away_from_zero(string value, int decimals, string expected) =>
        Assert.Equal(VectorFile.Number(expected), Rounding.Publish(VectorFile.Number(value), decimals));

    [Theory]
    [InlineData("4.300", "4.3")]
    [InlineData("100.00", "100")]
    [InlineData("12345678901234567890.10", "12345678901234567890.1")]
    public void Equal_numbers_are_written_alike(string value, string written) =>
        Assert.Equal(written, Rounding.Publish(VectorFile.Number(value), 3).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Counts_of_people_are_withheld_or_rounded_to_5()
    {
        foreach (var pair in VectorFile.Json("suppression.json").GetProperty("cases").EnumerateArray())
        {
            Assert.Equal(pair[1].NumberOrNull(), Suppression.Publish(pair[0].GetDecimal()));
        }
    }
}
