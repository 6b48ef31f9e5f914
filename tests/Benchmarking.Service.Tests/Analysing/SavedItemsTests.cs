using System.Net;
using System.Text;
using System.Text.Json;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>Programmes and peer groups that users save under names, by the endpoints.</summary>
public sealed class SavedItemsTests(FilingApp filing) : IClassFixture<FilingApp>
{
    private const string Plan =
        """{"name": "North plan", "investment": {"discountRate": 0.04, "flows": [{"year": "2011-12", "in": 0, "out": 100}, {"year": "2012-13", "in": 300, "out": 0}]}}""";
    private const string Group = """{"label": "Our club", "councils": ["kent", "E09000012", "York", "durham"]}""";

    private string Analyst => filing.App.Analyst();

    [Fact]
    public async Task The_shipped_papers_can_be_read_at_once_with_their_appraisals()
    {
        var listed = (await filing.App.Get("/programmes")).GetProperty("programmes");
        Assert.Equal(["hackney-2011", "tri-borough-2011", "tri-borough-2012", "york-2009"],
            listed.EnumerateArray().Where(p => p.GetProperty("shipped").GetBoolean()).Select(p => p.GetProperty("id").GetString()));

        var tri = (await filing.App.Get("/programmes/tri-borough-2011")).GetProperty("appraisal");
        Assert.Equal((1.13m, 17976.87m),
            (tri.GetProperty("investment").Number("paybackYears"), tri.GetProperty("investment").Number("netPresentValue")));

        // The plan's risk profile prints 4,231 assured, 1,935 projected and 4,784 possible, 10,950 in all; weights it prints none.
        Assert.Equal([4231, 1935, 4784],
            tri.GetProperty("confidence").GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("amount").GetInt32()));
        Assert.Equal((10950m, null),
            (tri.GetProperty("confidence").Number("total"), tri.GetProperty("confidence").Number("riskWeightedTotal")));
        Assert.DoesNotContain("differs",
            tri.GetProperty("phasing").GetProperty("reconciliations").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()));
        Assert.Equal(1000,
            tri.GetProperty("attribution").GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("amount").GetDecimal()));

        var hackney = (await filing.App.Get("/programmes/hackney-2011")).GetProperty("appraisal").GetProperty("pipeline");
        Assert.Equal(3_000_000,
            hackney.GetProperty("stages").EnumerateArray().Last().GetProperty("amounts").EnumerateArray().Last().GetDecimal());
        var york = (await filing.App.Get("/programmes/york-2009")).GetProperty("appraisal").GetProperty("benefits");
        Assert.Equal(13, york.GetArrayLength());
        Assert.All(york.EnumerateArray(),
            benefit => Assert.Contains(benefit.GetProperty("state").GetString(), new[] { "no-target", "not-measured" }));
    }

    [Fact]
    public async Task A_programme_is_kept_read_with_its_appraisal_replaced_on_a_condition_and_taken_away()
    {
        const string address = "/programmes/north-plan";
        using var created = await Put(address, Plan);
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        var read = await filing.App.Get(address);
        Assert.Equal((0.5m * 0) + (100m / 300), read.GetProperty("appraisal").GetProperty("investment").Number("paybackYears")!.Value, 2);
        Assert.Contains("north-plan",
            (await filing.App.Get("/programmes")).GetProperty("programmes").EnumerateArray().Select(p => p.GetProperty("id").GetString()));

        // The same again changes nothing; something else needs to say what it replaces.
        var tag = created.Headers.ETag!.ToString();
        using var again = await Put(address, Plan);
        Assert.Equal((HttpStatusCode.OK, tag), (again.StatusCode, again.Headers.ETag!.ToString()));
        var other = Plan.Replace("300", "400", StringComparison.Ordinal);
        Assert.Equal((428, "condition-missing"), await filing.App.Problem("PUT", address, other, Analyst));
        using var stale = await Put(address, other, "\"0123456789abcdef\"");
        using var first = await Put(address, other, "*");
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed), (stale.StatusCode, first.StatusCode));
        using var replaced = await Put(address, other, tag);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.Equal(0.25m, (await filing.App.Get(address)).GetProperty("appraisal").GetProperty("investment").Number("paybackYears"));

        using var wrongTag = await filing.App.Send("DELETE", address, key: Analyst, condition: tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, wrongTag.StatusCode);
        foreach (var _ in new[] { 1, 2 })
        {
            using var gone = await filing.App.Send("DELETE", address, key: Analyst);
            Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        }

        Assert.Equal((404, "programme-unknown"), await filing.App.Problem("GET", address));
    }

    [Theory]
    [InlineData("hackney-2011")]
    [InlineData("tri-borough-2011")]
    [InlineData("tri-borough-2012")]
    [InlineData("york-2009")]
    public async Task A_paper_that_ships_can_be_taken_kept_under_another_name_and_read_again(string paper)
    {
        var shipped = await filing.App.Get($"/programmes/{paper}");
        using var kept = await Put($"/programmes/my-{paper}", shipped.GetProperty("programme").GetRawText());
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        var read = await filing.App.Get($"/programmes/my-{paper}");
        Assert.Equal(shipped.GetProperty("programme").GetRawText(), read.GetProperty("programme").GetRawText());
        Assert.Equal(shipped.GetProperty("appraisal").GetRawText(), read.GetProperty("appraisal").GetRawText());
        Assert.Contains($"my-{paper}",
            (await filing.App.Get("/programmes")).GetProperty("programmes").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Of_two_who_replace_the_same_version_at_once_one_is_told_that_it_has_changed()
    {
        const string address = "/programmes/contested";
        using var created = await Put(address, Plan);
        var tag = created.Headers.ETag!.ToString();
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Put(address, Plan.Replace("300", $"30{i}",
            StringComparison.Ordinal), tag)));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData("/programmes/north-plan", "{}", 400, "programme-unreadable")]
    [InlineData("/programmes/north-plan", "{\"name\": \"x\"}", 400, "programme-empty")]
    [InlineData("/programmes/north-plan", "{\"name\": \"x\", \"flows\": []}", 400, "programme-unreadable")]
    [InlineData("/programmes/north-plan", "{\"name\": \"x\", \"investment\": {\"discountRate\": \"4\", \"flows\": []}}", 400,
        "programme-unreadable")]
    [InlineData("/programmes/north-plan",
        "{\"name\": \"x\", \"investment\": {\"discountRate\": 4, \"flows\": [{\"year\": \"2011-12\", \"in\": 1, \"out\": 1}]}}", 400,
        "discount-rate-out-of-range")]
    [InlineData("/programmes/north-plan",
        "{\"name\": \"x\", \"pipeline\": [{\"name\": \"a\", \"stage\": \"someday\", \"year\": \"2011-12\", \"amount\": 1}]}", 400,
        "programme-unreadable")]
    [InlineData("/programmes/North%20Plan", Plan, 400, "id-unreadable")]
    [InlineData("/programmes/york-2009", Plan, 409, "programme-shipped")]
    [InlineData("/peer-groups/club", "{\"label\": \"x\", \"councils\": [\"kent\"]}", 400, "group-size")]
    [InlineData("/peer-groups/club", "{\"label\": \"x\", \"councils\": [\"kent\", \"atlantis\"]}", 400, "council-unknown")]
    [InlineData("/peer-groups/club", "{\"label\": \"x\", \"councils\": [\"kent\", \"Kent\"]}", 400, "council-repeated")]
    [InlineData("/peer-groups/club", "{\"label\": \"x\"}", 400, "field-missing")]
    public async Task What_cannot_be_kept_is_a_problem_with_a_code(string address, string body, int status, string code) =>
        Assert.Equal((status, code), await filing.App.Problem("PUT", address, body, Analyst));

    [Fact]
    public async Task Keeping_needs_an_analysts_or_operators_key_and_a_body_of_bounded_size()
    {
        var hackney = filing.App.Keys.GetProperty("councils").GetProperty("hackney").GetString();
        foreach (var address in new[] { "/programmes/mine", "/peer-groups/mine" })
        {
            Assert.Equal((401, "key-missing"), await filing.App.Problem("PUT", address, Plan));
            Assert.Equal((403, "not-allowed"), await filing.App.Problem("PUT", address, Plan, hackney));
            Assert.Equal((403, "not-allowed"), await filing.App.Problem("DELETE", address, null, hackney));
        }

        Assert.Equal((413, "body-too-large"), await filing.App.Problem("PUT", "/programmes/mine", new string(' ', 60_001), Analyst));
    }

    [Fact]
    public async Task A_programme_can_be_appraised_without_being_kept()
    {
        var answer = await filing.App.Answer("POST", "/appraisals/programme", """
            {"name": "x", "confidence": {"weights": {"assured": 1, "projected": 0.5, "possible": 0.25}, "savings": [{"source": "a", "confidence": "assured", "amount": 100}, {"source": "b", "confidence": "possible", "amount": 40}]},
             "pipeline": [{"name": "a", "stage": "delivery", "year": "2012-13", "amount": 5}],
             "benefits": {"asAt": "2013-01-01", "items": [{"name": "calls", "betterWhen": "lower", "baseline": 100, "baselineDate": "2012-01-01", "target": 50, "due": "2014-01-01", "measurements": [{"on": "2012-12-31", "value": 60}]}]}}
            """);
        Assert.Equal((140m, 110m),
            (answer.GetProperty("confidence").Number("total"), answer.GetProperty("confidence").Number("riskWeightedTotal")));
        Assert.Equal("on-track", answer.GetProperty("benefits")[0].GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("investment").ValueKind);
    }

    [Fact]
    public async Task A_kept_group_is_compared_with_and_a_link_goes_on_with_the_councils_it_had()
    {
        using var created = await Put("/peer-groups/club", Group);
        var kept = await filing.App.Get("/peer-groups/saved:club");
        Assert.Equal(["kent", "hackney", "york", "durham"], kept.GetProperty("councils").Strings());
        Assert.Contains("saved:club",
            (await filing.App.Get("/peer-groups")).GetProperty("saved").EnumerateArray().Select(g => g.GetProperty("code").GetString()));

        await filing.File("kent", "2012-13", new ActivityRow("2012-13", "home_care_unit_cost", 15.5m, "gbp_per_hour"));
        await filing.File("york", "2012-13", new ActivityRow("2012-13", "home_care_unit_cost", 17.5m, "gbp_per_hour"));
        await filing.App.WaitUntilPublished();
        var before = await filing.App.Get("/comparisons/home-care-unit-cost?year=2012-13&peers=saved:club&council=kent");
        Assert.Equal((2, 16.5m, true),
            (before.GetProperty("summary").GetProperty("count").GetInt32(), before.GetProperty("summary").Number("mean"),
                before.GetProperty("peerGroup").GetProperty("includesSubject").GetBoolean()));
        Assert.Equal(["durham", "hackney"], before.GetProperty("summary").GetProperty("missing").Strings());
        Assert.Equal((400, "model-unfit"),
            await filing.App.Problem("GET", "/comparisons/home-care-unit-cost?year=2012-13&peers=saved:club&model=areas-2"));

        using var replaced =
            await Put("/peer-groups/club", """{"label": "Our club", "councils": ["kent", "durham"]}""", created.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.Equal(1,
            (await filing.App.Get("/comparisons/home-care-unit-cost?year=2012-13&peers=saved:club")).GetProperty("summary")
                .GetProperty("count").GetInt32());
        var linked = JsonDocument.Parse(await filing.App.Http.GetStringAsync(before.GetProperty("permalink").GetString(),
            TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(before.GetProperty("summary").GetRawText(), linked.GetProperty("summary").GetRawText());
        Assert.Equal((400, "peers-unknown-group"),
            await filing.App.Problem("GET", "/comparisons/home-care-unit-cost?year=2012-13&peers=saved:nobodys"));
    }

    [Theory]
    [InlineData("rank,council\n2,Kent\n1,E09000012\n3,north-yorkshire\n", null)]
    [InlineData("council,rank\nKent,1\n", "list-unreadable")]
    [InlineData("rank,council\n1,Kent\n1,York\n", "rank-unreadable")]
    [InlineData("rank,council\n1,Kent\n2,Atlantis\n", "council-unknown")]
    public async Task A_list_of_ranks_is_imported_in_their_order(string csv, string? problem)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await filing.App.Send("PUT", "/peer-groups/licensed", content, Analyst);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(problem, answer.IsSuccessStatusCode ? null : body.GetProperty("code").GetString());
        if (problem is null)
        {
            Assert.Equal(["hackney", "kent", "north-yorkshire"], body.GetProperty("councils").Strings());
        }
    }

    private Task<HttpResponseMessage> Put(string address, string body, string? condition = null) =>
        filing.App.Send("PUT", address, new StringContent(body, Encoding.UTF8, "application/json"), Analyst, condition);
}
