using System.Globalization;
using System.Text.Json;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>What an analyst must be able to defend in front of a council, through the endpoints.</summary>
[Collection(nameof(SampleReadings))]
public sealed class MustShowTests(SampleApp samples)
{
    [Fact]
    public async Task The_three_averages_of_the_LGA_councils_differ_and_each_says_what_it_is()
    {
        var summary = (await samples.App.Get("/comparisons/savings-pct-net-budget?year=2012-13&peers=programme:asce-2012"))
            .GetProperty("summary");
        decimal[] averages = [summary.Number("mean")!.Value, summary.Number("pooled")!.Value, summary.Number("median")!.Value];
        Assert.Equal(3, averages.Distinct().Count());
        var kinds = summary.GetProperty("kinds");
        Assert.StartsWith("Mean of councils", kinds.GetProperty("mean").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Pooled ratio", kinds.GetProperty("pooled").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Median of councils", kinds.GetProperty("median").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hackney")]
    [InlineData("kent")]
    [InlineData("tameside")]
    [InlineData("cornwall")]
    [InlineData("city-of-london")]
    public async Task Fifteen_nearest_areas_say_how_near_and_why_and_are_neither_doubled_nor_the_council_itself(string council)
    {
        var group = (await samples.App.Get($"/comparisons/home-care-unit-cost?year=2012-13&peers=nearest:15&council={council}"))
            .GetProperty("peerGroup");
        var neighbours = group.GetProperty("neighbours").EnumerateArray().ToList();
        var names = neighbours.Select(neighbour => neighbour.GetProperty("council").GetString()).ToList();
        Assert.Equal((15, 15, false), (names.Count, names.Distinct().Count(), names.Contains(council)));
        Assert.False(group.GetProperty("includesSubject").GetBoolean());
        Assert.Equal(neighbours.Select(neighbour => neighbour.Number("distance")).Order(),
            neighbours.Select(neighbour => neighbour.Number("distance")));
        Assert.All(neighbours,
            neighbour =>
                Assert.InRange(neighbour.GetProperty("shares").EnumerateObject().Sum(share => share.Value.GetDecimal()), 99.7m, 100.3m));
        Assert.InRange(group.GetProperty("stability").GetInt32(), 0, 15);
        Assert.Equal("areas-1", group.GetProperty("model").GetString());
    }

    /// <summary>Over every metric: a comparison as JSON, as CSV and in the export shows one and the same text for each council's
    /// figure.</summary>
    [Fact]
    public async Task JSON_CSV_and_exports_show_the_same_rounded_figures_of_every_metric()
    {
        var exported = (await samples.App.Rows("/exports/2012-13?status=actual&format=csv"))
            .ToDictionary(row => (row["metric"], row["council"]), row => row["value"]);
        var shown = 0;
        foreach (var metric in (await samples.App.Get("/metrics")).GetProperty("metrics").EnumerateArray())
        {
            var code = metric.GetProperty("code").GetString()!;
            var json = (await samples.App.Get($"/comparisons/{code}?year=2012-13")).GetProperty("councils").EnumerateArray()
                .ToDictionary(c => c.GetProperty("council").GetString()!, c => c);
            var csv = (await samples.App.Rows($"/comparisons/{code}?year=2012-13&format=csv"))
                .ToDictionary(row => row["council"], row => row);
            Assert.Equal(json.Keys.Order(), csv.Keys.Order());
            Assert.All(json,
                pair => Assert.All(["value", "lower", "upper", "state"],
                    column => Assert.Equal(Written(pair.Value.GetProperty(column)), csv[pair.Key][column])));
            foreach (var (council, figure) in json.Where(pair => pair.Value.Number("value") is not null))
            {
                Assert.Equal(Written(figure.GetProperty("value")), exported[(code, council)]);
                Assert.InRange(Places(figure.GetProperty("value").GetRawText()), 0, metric.GetProperty("decimals").GetInt32());
                shown++;
            }
        }

        Assert.True(shown > 1_000, $"Only {shown} figures were compared.");
    }

    [Fact]
    public async Task The_first_page_shows_the_figures_of_its_comparison()
    {
        var page = await samples.App.Http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var comparison = await samples.App.Get("/comparisons/savings-pct-net-budget?year=2012-13&peers=programme:asce-2012");
        Assert.All(comparison.GetProperty("councils").EnumerateArray(), council =>
        {
            var shown = council.Number("value") is { } value ? value.ToString("F1", CultureInfo.InvariantCulture) : "no figure";
            Assert.Contains($"<th scope=\"row\">{System.Net.WebUtility.HtmlEncode(council.GetProperty("name").GetString())}</th><td>{shown}</td>", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Every_parameter_of_every_door_is_described()
    {
        var description = JsonDocument.Parse(await samples.App.Http.GetStringAsync("/openapi/v1.json",
            TestContext.Current.CancellationToken)).RootElement;
        var bare = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().SelectMany(operation =>
            operation.Value.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray()
                    .Where(parameter =>
                        parameter.GetProperty("in").GetString() == "query" && !parameter.TryGetProperty("description", out _))
                    .Select(parameter => $"{operation.Name} {path.Name} {parameter.GetProperty("name").GetString()}")
                : []));
        Assert.Empty(bare);
    }

    private static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static int Places(string number) =>
        number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
}
