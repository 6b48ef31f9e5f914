using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Comparing;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class QuantilesTests
{
    public static TheoryData<string> Cases =>
        [.. VectorFile.Json("quantiles.json").GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quantiles_are_those_of_type_7(string name)
    {
        var found = VectorFile.Json("quantiles.json").GetProperty("cases").EnumerateArray()
            .Single(c => c.GetProperty("name").GetString() == name);
        foreach (var p in found.GetProperty("p").EnumerateObject())
        {
            VectorFile.Agrees(p.Value.Number(), Quantiles.Of(found.GetProperty("values").Numbers(), VectorFile.Number(p.Name)));
        }
    }

    [Fact]
    public void Five_councils_at_10_to_50_have_quartiles_20_30_40() =>
        Assert.Equal(new Quartiles(20, 30, 40), Quartiles.Of([50, 10, 40, 20, 30]));

    [Fact]
    public void Three_values_have_no_quartiles() => Assert.Null(Quartiles.Of([1, 2, 3]));

    [Fact]
    public void The_21_percentages_of_the_LGA_report_have_quartiles_4_1_and_5_9_and_7_2() =>
        Assert.Equal(new Quartiles(4.1m, 5.9m, 7.2m), Quartiles.Of(LgaReport.AllPercentages));

    [Theory]
    [InlineData(5, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(30, 2)]
    [InlineData(31, 3)]
    [InlineData(40, 3)]
    [InlineData(41, 4)]
    [InlineData(90, 4)]
    public void A_value_on_a_bound_belongs_to_the_lower_numbered_band(int value, int band) =>
        Assert.Equal(band, new Quartiles(20, 30, 40).BandOf(value));

    [Fact]
    public void Quartiles_have_collapsed_where_the_middle_half_shares_one_value()
    {
        Assert.True(Quartiles.Of([1, 5, 5, 5, 5, 5, 9])!.Collapsed);
        Assert.False(Quartiles.Of([1, 2, 3, 4])!.Collapsed);
    }

    [Fact]
    public void No_values_have_no_quantile_and_there_is_none_outside_0_to_1()
    {
        Refused("sorted", [], 0.5m);
        Refused("p", [1, 2, 3, 4, 5], -0.01m);
        Refused("p", [1, 2, 3, 4, 5], 1.01m);
    }

    private static void Refused(string parameter, decimal[] values, decimal p) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of(values, p)).ParamName);
}
