using System.Net;
using System.Text;
using System.Text.Json;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>What moved between editions of a plan, by the endpoint.</summary>
public sealed class ProgrammeChangesTests(FilingApp filing) : IClassFixture<FilingApp>
{
    private const string TriBorough = "/programmes/tri-borough-2012/changes?since=tri-borough-2011";

    [Fact]
    public async Task The_update_of_the_tri_borough_plan_halves_one_saving_of_Hammersmith_and_Fulham()
    {
        var changes = await filing.App.Get(TriBorough);
        Assert.Equal(
            ("tri-borough-2012", "tri-borough-2011", "gbp_thousands"),
            (changes.Text("id"), changes.Text("since"), changes.Text("unit")));
        Assert.Equal(
            ["tri-borough-2011", "tri-borough-2012"], changes.GetProperty("editions").EnumerateArray().Select(each => each.Text("id")));
        Assert.Equal(1, changes.GetProperty("counts").GetProperty("moved").GetInt32());
        var moved = Assert.Single(changes.GetProperty("lines").EnumerateArray(), line => line.Text("outcome") == "moved");
        Assert.Equal(
            ("hammersmith-and-fulham", "Integration - Impact on Demand", "2013-14", 2900m, 1450m, -1450m),
            (moved.Text("council"), moved.Text("source"), moved.Text("year"), moved.Number("before"), moved.Number("after"),
                moved.Number("change")));
        var total = Assert.Single(
            changes.GetProperty("totals").GetProperty("councils").EnumerateArray(),
            each => (each.Text("council"), each.Text("year")) == ("hammersmith-and-fulham", "2013-14"));
        Assert.Equal((2993m, 1543m, 1038m), (total.Number("before"), total.Number("after"), total.Number("notRestated")));
    }

    [Fact]
    public async Task As_a_table_each_row_says_whether_it_is_a_line_or_a_total()
    {
        using var answer = await filing.App.Send("GET", $"{TriBorough}&format=csv");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string[] lines = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("row,council,source,earlierSource,year,before,after,change,notRestated,outcome,unit", lines[0]);
        Assert.Contains(
            "line,hammersmith-and-fulham,Integration - Impact on Demand,CLCH Integration - Impact on Demand,2013-14,2900,1450,-1450,,moved,"
                + "gbp_thousands",
            lines);
        Assert.Contains("line,westminster,IT,IT,2012-13,321,,,,not-restated,gbp_thousands", lines);
        Assert.Contains("council-total,hammersmith-and-fulham,,,2013-14,2993,1543,-1450,1038,,gbp_thousands", lines);
        Assert.Contains("source-total,,Integration - Impact on Demand,,2013-14,3784,2334,-1450,0,,gbp_thousands", lines);
        Assert.Equal(84 + 9 + 6 + 3, lines.Length - 1);

        using var book = await filing.App.Send("GET", $"{TriBorough}&format=xlsx");
        Assert.Equal(HttpStatusCode.OK, book.StatusCode);
    }

    [Theory]
    [InlineData("/programmes/tri-borough-2013/changes?since=tri-borough-2011", 404, "programme-unknown", "tri-borough-2011")]
    [InlineData("/programmes/tri-borough-2012/changes?since=tri-bourough-2011", 404, "programme-unknown", "tri-borough-2011")]
    [InlineData("/programmes/tri-borough-2012/changes?since=far-from-all", 404, "programme-unknown", null)]
    [InlineData("/programmes/tri-borough-2013", 404, "programme-unknown", "tri-borough-2011")]
    [InlineData("/programmes/tri-borough-2012/changes?since=york-2009", 400, "since-not-earlier", "tri-borough-2011")]
    [InlineData("/programmes/tri-borough-2012/changes?since=tri-borough-2012", 400, "since-not-earlier", "tri-borough-2011")]
    [InlineData("/programmes/tri-borough-2011/changes?since=tri-borough-2012", 400, "since-not-earlier", null)]
    [InlineData("/programmes/tri-borough-2012/changes", 400, "parameter-missing", null)]
    public async Task A_since_that_is_no_earlier_edition_is_told_with_what_would_be(string address, int status, string code, string? near)
    {
        using var answer = await filing.App.Send("GET", address);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((status, code), ((int)answer.StatusCode, problem.Text("code")));
        Assert.Equal(
            near,
            problem.TryGetProperty("validValues", out var valid) && valid.ValueKind == JsonValueKind.Array ? valid[0].GetString() : null);
    }

    [Fact]
    public async Task A_saved_plan_follows_a_shipped_one_and_is_followed_over_a_step()
    {
        await Save("tri-borough-2013", Follower("tri-borough-2012", "Integration - Management", 80));
        var changes = await filing.App.Get("/programmes/tri-borough-2013/changes?since=tri-borough-2011");
        var lines = changes.GetProperty("lines").EnumerateArray().Where(line => line.Text("outcome") == "moved").ToList();
        Assert.Equal(
            [("CLCH Integration - Management", 93m, 80m), ("CLCH Integration - Impact on Demand", 2900m, 1450m)],
            lines.Select(line => (line.Text("earlierSource")!, line.Number("before")!.Value, line.Number("after")!.Value)));
        Assert.Equal(
            "tri-borough-2012",
            (await filing.App.Get("/programmes")).GetProperty("programmes").EnumerateArray()
                .Single(each => each.Text("id") == "tri-borough-2013").Text("follows"));
    }

    [Fact]
    public async Task Plans_that_follow_one_another_round_end_where_they_meet()
    {
        await Save("round-a", Follower("round-b", "IT", 1));
        await Save("round-b", Follower("round-a", "IT", 2));
        var changes = await filing.App.Get("/programmes/round-a/changes?since=round-b");
        Assert.Equal(["round-b", "round-a"], changes.GetProperty("editions").EnumerateArray().Select(each => each.Text("id")));
        Assert.Equal(-1, Assert.Single(changes.GetProperty("lines").EnumerateArray()).Number("change"));
    }

    [Fact]
    public async Task Editions_without_savings_line_by_line_are_a_conflict()
    {
        await Save("costs", """{"name": "Costs", "pipeline": [{"name": "a", "stage": null, "year": "2012-13", "amount": 1}]}""");
        await Save("costs-later", Follower("costs", "IT", 1));
        Assert.Equal((409, "plan-not-phased"), await filing.App.Problem("GET", "/programmes/costs-later/changes?since=costs"));
    }

    private static string Follower(string earlier, string source, int amount) => $$"""
        {"name": "Later", "unit": "gbp_thousands", "follows": {"programme": "{{earlier}}", "restates": "part"}, "phasing": {"savings": [
          {"amount": {{amount}}, "source": "{{source}}", "council": "hammersmith-and-fulham", "year": "2013-14"}]} }
        """;

    private async Task Save(string id, string plan)
    {
        using var answer = await filing.App.Send(
            "PUT", $"/programmes/{id}", new StringContent(plan, Encoding.UTF8, "application/json"), filing.App.Analyst());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
