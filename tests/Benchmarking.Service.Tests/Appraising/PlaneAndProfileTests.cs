using System.Net;
using System.Text.Json;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Appraising;

/// <summary>Two metrics seen together, and all metrics of one council, on the sample returns.</summary>
public sealed class PlaneAndProfileTests(SampleApp samples) : IClassFixture<SampleApp>
{
    private const string Cost = "residential-nursing-unit-cost-65plus";
    private const string Savings = "savings-pct-net-budget";

    [Fact]
    public async Task A_plane_has_the_values_of_its_two_comparisons_and_names_who_lacks_one()
    {
        var plane = await samples.App.Get($"/comparisons/plane?x={Cost}&y={Savings}&year=2012-13&peers=programme:asce-2012&council=tameside");
        var (x, y) = (await Values(Cost), await Values(Savings));
        var points = plane.GetProperty("councils").EnumerateArray().ToList();

        Assert.Equal(x.Keys.Order(), points.Select(point => point.GetProperty("council").GetString()!));
        Assert.All(points, point =>
        {
            var council = point.GetProperty("council").GetString()!;
            Assert.Equal((x[council], y[council]), (Number(point, "x"), Number(point, "y")));
        });
        var complete = points.Where(point => Number(point, "x") is not null && Number(point, "y") is not null).ToList();
        Assert.Equal(complete.Count, plane.GetProperty("count").GetInt32());
        Assert.Equal(points.Count - complete.Count, plane.GetProperty("missing").GetArrayLength());
        Assert.Equal(Median(complete.Select(point => Number(point, "x")!.Value)),
            plane.GetProperty("x").GetProperty("median").GetDecimal());
        Assert.EndsWith("-higher", plane.GetProperty("subject").GetProperty("quadrant").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, plane.GetProperty("versions").GetArrayLength());
        var pinned =
            await samples.App.Http.GetStringAsync(plane.GetProperty("permalink").GetString(), TestContext.Current.CancellationToken);
        Assert.Equal(points.Count, JsonDocument.Parse(pinned).RootElement.GetProperty("councils").GetArrayLength());
    }

    [Fact]
    public async Task A_profile_has_every_metric_with_the_figures_of_its_comparison()
    {
        var profile = await samples.App.Get("/councils/tameside/profile?year=2012-13&peers=programme:asce-2012");
        var metrics = (await samples.App.Get("/metrics")).GetProperty("metrics").EnumerateArray()
            .Select(metric => metric.GetProperty("code").GetString()).ToList();
        var positions = profile.GetProperty("metrics").EnumerateArray().ToList();

        Assert.Equal(metrics, positions.Select(position => position.GetProperty("metric").GetString()));
        Assert.Equal(metrics.Count, profile.GetProperty("verdicts").EnumerateObject().Sum(verdict => verdict.Value.GetInt32()));
        foreach (var metric in new[] { Savings, Cost })
        {
            var comparison = await samples.App.Get($"/comparisons/{metric}?year=2012-13&peers=programme:asce-2012&council=tameside");
            var position = positions.Single(each => each.GetProperty("metric").GetString() == metric);
            Assert.Equal(comparison.GetProperty("subject").GetRawText(), position.GetProperty("subject").GetRawText());
            Assert.Equal(comparison.GetProperty("summary").GetRawText(), position.GetProperty("summary").GetRawText());
        }
    }

    [Theory]
    [InlineData("/councils/nowhere/profile?year=2012-13", HttpStatusCode.NotFound, "council-unknown-in-year")]
    [InlineData("/councils/Nowhere%20Council/profile?year=2012-13", HttpStatusCode.NotFound, "council-unknown")]
    [InlineData("/councils/tameside/profile", HttpStatusCode.BadRequest, "parameter-missing")]
    [InlineData("/councils/tameside/profile?year=2012-13&peers=friends", HttpStatusCode.BadRequest, "peers-unknown-group")]
    [InlineData("/councils/tameside/profile?year=2012-13&metric=x", HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("/comparisons/plane?year=2012-13&x=savings-total", HttpStatusCode.BadRequest, "parameter-missing")]
    [InlineData("/comparisons/plane?year=2012-13&x=savings-total&y=happiness", HttpStatusCode.NotFound, "metric-unknown")]
    public async Task What_cannot_be_shown_is_a_problem_with_a_code(string address, HttpStatusCode status, string code)
    {
        using var answer = await samples.App.Http.GetAsync($"/api/v1{address}", TestContext.Current.CancellationToken);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((status, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Both_come_as_CSV_with_a_row_for_each_line_of_the_JSON()
    {
        var profile = await samples.App.Http.GetStringAsync("/api/v1/councils/tameside/profile?year=2012-13&format=csv",
            TestContext.Current.CancellationToken);
        Assert.Contains(",savings-pct-net-budget,", profile, StringComparison.Ordinal);
        Assert.Contains(",11.3,", profile, StringComparison.Ordinal);
        var plane = await samples.App.Http.GetStringAsync($"/api/v1/comparisons/plane?x={Cost}&y={Savings}&year=2012-13&format=csv",
            TestContext.Current.CancellationToken);
        Assert.Equal(152 + 2, plane.Split("\r\n").Length);
    }

    private async Task<Dictionary<string, decimal?>> Values(string metric) =>
        (await samples.App.Get($"/comparisons/{metric}?year=2012-13&peers=programme:asce-2012")).GetProperty("councils").EnumerateArray()
            .ToDictionary(council => council.GetProperty("council").GetString()!, council => Number(council, "value"),
                StringComparer.Ordinal);

    private static decimal? Number(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static decimal Median(IEnumerable<decimal> values)
    {
        decimal[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
