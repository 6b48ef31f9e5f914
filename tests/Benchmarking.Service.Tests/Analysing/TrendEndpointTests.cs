using System.Text.Json;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>The metric trend of the sample returns: South Tyneside's admissions of people aged 65 and over, as the LGA's report prints
/// them.</summary>
[Collection(nameof(SampleReadings))]
public sealed class TrendEndpointTests(SampleApp samples)
{
    private const string Address = "/trends/metrics/admissions-65plus-per-1000?council=south-tyneside";

    /// <summary>Oracle: the LGA's two rates, 0.713; its interval with 335 and 239 people of 27,429 is 0.604 to 0.842. Of the 26,853
    /// residents that the census counted they are 328 and 234 people, which changes it in the third place.</summary>
    [Fact]
    public async Task The_fall_from_12_point_2_to_8_point_7_is_a_rate_ratio_with_implied_counts()
    {
        var change = (await samples.App.Get(Address)).GetProperty("change");
        Assert.Equal(("2011-12", "2012-13", "implied"),
            (change.GetProperty("from").GetString(), change.GetProperty("to").GetString(), change.GetProperty("countsAre").GetString()));
        Assert.Equal(0.713m, change.Number("ratio"));
        Assert.InRange(change.Number("lower")!.Value, 0.602m, 0.606m);
        Assert.InRange(change.Number("upper")!.Value, 0.840m, 0.845m);
        Assert.Equal([328, 234], change.GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
        Assert.Equal([26853, 26853], change.GetProperty("denominators").EnumerateArray().Select(count => count.GetInt32()));
    }

    [Fact]
    public async Task Two_years_are_too_few_for_a_direction_a_marker_and_a_projection_and_the_answer_says_so()
    {
        var trend = await samples.App.Get(Address);
        Assert.Equal("too-few-points", trend.GetProperty("direction").GetProperty("direction").GetString());
        Assert.Equal("cannot-be-calculated", trend.GetProperty("recentTrend").GetProperty("marker").GetString());
        var projection = trend.GetProperty("projection");
        Assert.False(projection.GetProperty("served").GetBoolean());
        Assert.StartsWith("Too short", projection.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Empty(projection.GetProperty("years").EnumerateArray());
        Assert.Equal(2, trend.GetProperty("years").GetArrayLength());
    }

    [Fact]
    public async Task Without_a_council_there_is_nothing_to_project()
    {
        var trend = await samples.App.Get("/trends/metrics/savings-total");
        Assert.All(["projection", "recentTrend", "change"], name => Assert.Equal(JsonValueKind.Null, trend.GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task No_projection_is_ever_among_the_years_of_a_trend() =>
        Assert.DoesNotContain("projected", (await samples.App.Text(Address)).Split("\"projection\"")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("/trends/metrics/happiness/projection-accuracy", 404, "metric-unknown")]
    [InlineData("/trends/metrics/savings-total/projection-accuracy?status=target", 400, "parameter-unknown")]
    [InlineData("/trends/metrics/savings-total/projection-accuracy?peers=region:atlantis", 400, "peers-unknown-group")]
    [InlineData("/trends/metrics/savings-total?from=2012-14", 400, "year-unreadable")]
    [InlineData("/trends/metrics/savings-total?status=done", 400, "status-unknown")]
    [InlineData("/trends/metrics/savings-total?council=atlantis", 404, "council-unknown-in-year")]
    public async Task What_cannot_be_traced_is_a_problem_with_a_code(string address, int status, string code) =>
        Assert.Equal((status, code), await samples.App.Problem("GET", address));
}
