using System.Text.Json;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>Six councils file five years of admissions and three years of unit costs.</summary>
public sealed class WorseAndWorseningTests(FilingApp filing) : IClassFixture<FilingApp>
{
    private const string Admissions = "admissions_65plus_per_1000";
    private const string Costs = "home_care_unit_cost";

    private static readonly string[] Years = ["2009-10", "2010-11", "2011-12", "2012-13", "2013-14"];

    [Fact]
    public async Task The_list_holds_what_is_worse_than_the_peers_and_getting_worse_and_says_what_is_too_short_to_tell()
    {
        await File("barnet", [9, 10, 11, 12, 13], 30);
        await File("camden", [13, 12, 11, 10.5m, 10.2m], 20);
        await File("ealing", [8, 8.1m, 8, 8.2m, 8.1m], 18);
        await File("enfield", [7, 7.5m, 7.2m, 7.4m, 7.3m], 16);
        await File("hackney", [7.9m, 8.3m, 8.1m, 8.2m, 8.4m], 17);
        await filing.App.WaitUntilPublished();

        var barnet = await List("barnet");
        Assert.Equal(["admissions-65plus-per-1000"], Metrics(barnet));
        var direction = barnet.GetProperty("filter").GetProperty("metrics").GetProperty("admissions-65plus-per-1000");
        Assert.Equal(("rising", "worse", 5),
            (direction.GetProperty("direction").GetString(), direction.GetProperty("meaning").GetString(),
                direction.GetProperty("points").GetInt32()));
        Assert.Equal(["home-care-unit-cost"], barnet.GetProperty("filter").GetProperty("notJudged").Strings());
        Assert.Contains("Mann-Kendall", barnet.GetProperty("filter").GetProperty("rule").GetString(), StringComparison.Ordinal);

        // Worse, but getting better; and not worse at all.
        Assert.Empty(Metrics(await List("camden")));
        Assert.Empty(Metrics(await List("enfield")));
        Assert.Empty((await List("enfield")).GetProperty("filter").GetProperty("notJudged").EnumerateArray());

        // Counts of all verdicts stay, so that a short list is not taken for the whole.
        Assert.True((await List("enfield")).GetProperty("verdicts").GetProperty("better").GetInt32() > 0);
        Assert.Equal((400, "filter-unknown"), await filing.App.Problem("GET", "/councils/barnet/profile?year=2013-14&filter=worst"));
    }

    [Fact]
    public async Task No_door_lists_the_councils_that_are_worst()
    {
        var description =
            JsonDocument.Parse(await filing.App.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).RootElement;
        var filtered = description.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out var get) && get.TryGetProperty("parameters", out var parameters)
                && parameters.EnumerateArray()
                    .Any(parameter => parameter.GetProperty("name").GetString() is "filter" or "sort" or "order" or "rank"))
            .Select(path => path.Name);
        Assert.Equal(["/api/v1/councils/{council}/profile"], filtered);
    }

    private Task File(string council, decimal[] admissions, decimal cost) => filing.File(
        council, "2013-14",
        [
            .. Years.Zip(admissions, (year, value) => new ActivityRow(year, Admissions, value, "per_1000")),
            .. Years.Skip(2).Select((year, i) => new ActivityRow(year, Costs, cost + i, "gbp_per_hour")),
        ]);

    private Task<JsonElement> List(string council) =>
        filing.App.Get($"/councils/{council}/profile?year=2013-14&peers=custom:barnet,camden,ealing,enfield,hackney&filter=worse-and-worsening");

    private static IEnumerable<string?> Metrics(JsonElement profile) =>
        profile.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("metric").GetString());
}
