using System.Text.Json;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>The Isles of Scilly had 5 supported residents aged 65 and over on 31 March 2013, as published: too few to be told without a
/// key.</summary>
[Collection(nameof(SampleReadings))]
public sealed class DisclosureTests(SampleApp samples)
{
    private const string Scilly = "isles-of-scilly";
    private const string Residents = "residents-65plus";
    private const string Rate = "residents-65plus-per-1000";

    [Theory]
    [InlineData(Residents, 5)]
    [InlineData(Rate, 9.9)]
    public async Task A_small_count_and_the_rate_made_of_it_are_withheld_without_a_key_and_shown_with_one(string metric, double shown)
    {
        var open = await samples.App.Get($"/comparisons/{metric}?year=2012-13&council={Scilly}");
        var figure = open.GetProperty("councils").Of("council", Scilly);
        Assert.Equal(("suppressed", null, null, null),
            (figure.GetProperty("state").GetString(), figure.Number("value"), figure.Number("numerator"), figure.Number("lower")));
        Assert.Equal("suppressed", open.GetProperty("subject").GetProperty("state").GetString());
        Assert.Equal([Scilly], open.GetProperty("summary").GetProperty("suppressed").Strings());
        Assert.DoesNotContain(Scilly, open.GetProperty("summary").GetProperty("missing").Strings());

        var keyed = await samples.App.GetWithKey($"/comparisons/{metric}?year=2012-13&council={Scilly}");
        Assert.Equal((decimal)shown, keyed.GetProperty("subject").Number("value"));
        Assert.Equal(keyed.GetProperty("summary").GetProperty("count").GetInt32() - 1,
            open.GetProperty("summary").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Nothing_that_an_answer_states_about_the_group_was_made_of_it()
    {
        var summary = (await samples.App.Get($"/comparisons/{Residents}?year=2012-13")).GetProperty("summary");
        var shown = (await samples.App.Get($"/comparisons/{Residents}?year=2012-13")).GetProperty("councils").EnumerateArray()
            .Select(c => c.Number("value")).OfType<decimal>().ToList();
        Assert.Equal(shown.Count, summary.GetProperty("count").GetInt32());
        Assert.Equal(decimal.Round(shown.Average(), 2, MidpointRounding.AwayFromZero), summary.Number("mean"));
        Assert.Equal(shown.Min(), summary.Number("min"));
        Assert.All(shown, count => Assert.Equal(0, count % 5));
    }

    [Fact]
    public async Task Profile_plane_trend_and_exports_withhold_it_too()
    {
        var position = (await samples.App.Get($"/councils/{Scilly}/profile?year=2012-13")).GetProperty("metrics").Of("metric", Rate);
        Assert.Equal("suppressed", position.GetProperty("subject").GetProperty("state").GetString());

        var plane = await samples.App.Get($"/comparisons/plane?x=residential-nursing-unit-cost-65plus&y={Rate}&year=2012-13");
        Assert.Equal(("suppressed", null),
            (plane.GetProperty("councils").Of("council", Scilly).GetProperty("stateY").GetString(),
                plane.GetProperty("councils").Of("council", Scilly).Number("y")));
        Assert.Contains(Scilly, plane.GetProperty("suppressed").Strings());

        var year = (await samples.App.Get($"/trends/metrics/{Rate}?council={Scilly}")).GetProperty("years")[0];
        Assert.Equal(("suppressed", null), (year.GetProperty("state").GetString(), year.Number("value")));
        Assert.Equal([Scilly], year.GetProperty("suppressed").Strings());

        var exported = (await samples.App.Get("/exports/2012-13?status=actual")).GetProperty("values").EnumerateArray()
            .Single(value => value.GetProperty("metric").GetString() == Residents && value.GetProperty("council").GetString() == Scilly);
        Assert.Equal(("suppressed", null), (exported.GetProperty("state").GetString(), exported.Number("value")));

        Assert.Equal("[c]", await WideCell(null));
        Assert.Equal("5", await WideCell(samples.App.Analyst()));
        var wide = (await samples.App.Get("/exports/2012-13?shape=wide")).GetProperty("councils").Of("council", Scilly);
        Assert.Contains(Residents, wide.GetProperty("suppressed").Strings());
    }

    [Fact]
    public async Task An_answer_kept_for_one_caller_is_not_taken_for_the_others()
    {
        foreach (var address in new[] { "/exports/2012-13", $"/comparisons/{Residents}?year=2012-13" })
        {
            using var open = await samples.App.Send("GET", address);
            using var keyed = await samples.App.Send("GET", address, key: samples.App.Analyst());
            Assert.NotEqual(open.Headers.ETag, keyed.Headers.ETag);
            Assert.Equal(["Accept", "X-Api-Key"], open.Headers.Vary.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_link_pinned_with_a_key_tells_no_more_without_one()
    {
        var keyed = await samples.App.GetWithKey($"/comparisons/{Residents}?year=2012-13&council={Scilly}");
        var again = JsonDocument.Parse(
            await samples.App.Http.GetStringAsync(keyed.GetProperty("permalink").GetString(),
                TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("suppressed", again.GetProperty("subject").GetProperty("state").GetString());
    }

    private async Task<string> WideCell(string? key)
    {
        var rows = (await samples.App.Text("/exports/2012-13?shape=wide&format=csv", key)).Split("\r\n").Select(row => row.Split(','))
            .ToList();
        return rows.Single(row => row[0] == Scilly)[Array.IndexOf(rows[0], Residents)];
    }
}
