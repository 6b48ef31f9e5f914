using System.Net;
using System.Text;
using System.Text.Json;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>Figures over years in which councils ended, areas changed and populations stepped, by the endpoints that analysts
/// use.</summary>
public sealed class ReorganisedCouncilsTests(ReorganisedCouncils councils) : IClassFixture<ReorganisedCouncils>
{
    private const string Friends =
        """{"label": "Old friends", "councils": ["E10000006", "Northamptonshire County Council", "kent", "newham"]}""";

    private FilingApp Filing => councils.Filing;

    /// <summary>£10m a year for 307,984 and a year later for 332,817 residents: a step of the population, which is told and not a
    /// fall.</summary>
    [Fact]
    public async Task A_series_per_resident_names_its_populations_and_does_not_fall_with_them()
    {
        var trend = await Filing.App.Get("/trends/metrics/savings-per-resident?council=newham&from=2013-14&to=2018-19");
        Assert.Equal(("newham", "Newham", "too-few-points"),
            (trend.Text("council"), trend.Text("name"), trend.GetProperty("direction").Text("direction")));
        var years = trend.GetProperty("years");
        Assert.Equal([32.47m, 30.05m, 30.05m, 29.33m, 28.74m, null], years.EnumerateArray().Select(year => year.Number("value")));
        Assert.Equal([2011, 2015, 2015, 2016, 2017], years.EnumerateArray().Take(5)
            .Select(year => year.GetProperty("population").GetProperty("year").GetInt32()));
        var (broken, unfiled) = (years.Of("year", "2014-15"), years.Of("year", "2018-19"));
        Assert.Equal((true, "population"), (broken.GetProperty("afterBreak").GetBoolean(), broken.GetProperty("breaks")[0].Text("reason")));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, "missing"),
            (unfiled.GetProperty("value").ValueKind, unfiled.GetProperty("population").ValueKind, unfiled.Text("state")));
        Assert.Equal(["2014-15"], trend.GetProperty("breaks").Strings());
    }

    [Fact]
    public async Task Categories_of_one_council_name_it_and_a_year_it_did_not_file_is_null_in_JSON_and_empty_in_CSV()
    {
        const string address = "/trends/savings-categories?council=newham&from=2012-13&to=2018-19";
        var trend = await Filing.App.Get(address);
        Assert.Equal(("newham", "Newham", null), (trend.Text("council"), trend.Text("name"), trend.Text("peers")));
        Assert.Equal(7, trend.GetProperty("years").GetArrayLength());
        foreach (var year in new[] { "2012-13", "2018-19" })
        {
            var empty = trend.GetProperty("years").Of("year", year);
            Assert.Equal(JsonValueKind.Null, empty.GetProperty("total").ValueKind);
            Assert.All(empty.GetProperty("categories").EnumerateArray(), line =>
                Assert.Equal(JsonValueKind.Null, line.GetProperty("amount").ValueKind));
        }

        var rows = (await Filing.App.Text($"{address}&format=csv")).Split("\r\n");
        var columns = rows[0].Split(',');
        string Cell(string row, string column) => row.Split(',')[Array.IndexOf(columns, column)];
        var unfiled = rows.Where(row => row.Contains("2018-19,", StringComparison.Ordinal)).ToArray();
        Assert.Equal(5, unfiled.Length);
        Assert.All(unfiled, row =>
            Assert.Equal(("", "", "0", "newham"), (Cell(row, "amount"), Cell(row, "total"), Cell(row, "councils"), Cell(row, "council"))));
    }

    [Fact]
    public async Task Dorset_is_one_council_before_April_2019_and_another_after()
    {
        var trend = await Filing.App.Get("/trends/metrics/savings-total?council=Dorset&from=2017-18&to=2020-21");
        Assert.Equal([("2017-18", "2018-19"), ("2019-20", "2020-21")], trend.GetProperty("segments").EnumerateArray()
            .Select(run => (run.Text("from"), run.Text("to"))));
        Assert.Equal("area", trend.GetProperty("years").Of("year", "2019-20").GetProperty("breaks")[0].Text("reason"));
        var categories = (await Filing.App.Get("/trends/savings-categories?council=dorset&from=2018-19&to=2019-20")).GetProperty("years")
            .Of("year", "2019-20");
        Assert.Equal((true, JsonValueKind.Null),
            (categories.GetProperty("afterBreak").GetBoolean(), categories.GetProperty("constantPanel").ValueKind));
        Assert.All(categories.GetProperty("categories").EnumerateArray(), line =>
            Assert.Equal(JsonValueKind.Null, line.GetProperty("changeInShare").ValueKind));
        Assert.Contains("has another area", await Filing.App.Text("/trends/metrics/savings-total?council=dorset&format=csv"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predecessor_and_successor_as_one_group_are_an_answer_in_every_year()
    {
        var trend = await Filing.App.Get("/trends/savings-categories?peers=custom:cumbria,cumberland&from=2022-23&to=2024-25");
        Assert.Equal([9_000_000m, 5_000_000m, null], trend.GetProperty("years").EnumerateArray().Select(year => year.Number("total")));
        var ended = trend.GetProperty("ended")[0];
        Assert.Equal(("cumbria", "2022-23"), (ended.Text("council"), ended.Text("endedIn")));
        Assert.Equal(["cumberland", "westmorland-and-furness"], ended.GetProperty("succeededBy").Strings());
        Assert.Equal(("cumberland", "2023-24"),
            (trend.GetProperty("begun")[0].Text("council"), trend.GetProperty("begun")[0].Text("begunIn")));

        var own = await Filing.App.Get("/trends/metrics/savings-total?council=E10000006&from=2021-22&to=2024-25");
        Assert.Equal(["2021-22", "2022-23"], own.GetProperty("years").EnumerateArray().Select(year => year.Text("year")));
        Assert.Equal("cumbria", own.GetProperty("ended")[0].Text("council"));
        Assert.Equal((404, "council-unknown-in-year"),
            await Filing.App.Problem("GET", "/trends/metrics/savings-total?council=cumbria&from=2023-24&to=2023-24"));
    }

    [Fact]
    public async Task A_kept_group_says_who_has_left_it_wherever_it_is_shown()
    {
        using var kept = await Filing.App.Send(
            "PUT", "/peer-groups/old-friends", new StringContent(Friends, Encoding.UTF8, "application/json"),
            Filing.App.Analyst());
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        string[] Ended(JsonElement answer) =>
            [.. answer.GetProperty("ended").EnumerateArray().Select(end => $"{end.Text("council")} {end.Text("endedIn")}")];
        Assert.Equal(["cumbria 2022-23", "northamptonshire 2020-21"], Ended(await Filing.App.Get("/peer-groups/saved:old-friends")));
        Assert.Equal(["northamptonshire 2020-21"],
            Ended((await Filing.App.Get("/peer-groups/saved:old-friends?year=2021-22")).GetProperty("group")));
        Assert.Equal(["cumbria 2022-23", "northamptonshire 2020-21"],
            Ended((await Filing.App.Get("/comparisons/savings-total?year=2023-24&peers=saved:old-friends")).GetProperty("peerGroup")));
        var trend = await Filing.App.Get("/trends/metrics/savings-total?peers=saved:old-friends&from=2020-21&to=2023-24");
        Assert.Equal(["cumbria 2022-23", "northamptonshire 2020-21"], Ended(trend));
        Assert.Equal([4, 3, 3, 2], trend.GetProperty("years").EnumerateArray()
            .Select(year => year.GetProperty("count").GetInt32() + year.GetProperty("missing").GetArrayLength()));
    }

    [Theory]
    [InlineData("Bristol, City of", "bristol")]
    [InlineData("St. Helens", "st-helens")]
    [InlineData("County Durham", "durham")]
    [InlineData("E10000006", "cumbria")]
    [InlineData("E08000020", "gateshead")]
    public async Task Every_address_finds_a_council_by_what_it_is_called(string called, string code)
    {
        var text = Uri.EscapeDataString(called);
        Assert.Equal([code], (await Filing.App.Get($"/councils?q={text}")).GetProperty("councils").EnumerateArray()
            .Select(council => council.Text("code")));
        Assert.Equal(code, (await Filing.App.Get($"/councils/{text}")).Text("code"));
        Assert.Equal(code, (await Filing.App.Get($"/councils/{text}/profile?year=2012-13")).Text("council"));
        Assert.Equal(code, (await Filing.App.Get($"/comparisons/savings-total?year=2012-13&council={text}")).GetProperty("subject")
            .Text("council"));
        Assert.Equal(code, (await Filing.App.Get($"/trends/savings-categories?council={text}&from=2012-13&to=2012-13")).Text("council"));
    }

    [Fact]
    public async Task The_register_says_when_a_council_ended_and_who_came_after()
    {
        var county = await Filing.App.Get("/councils/E10000009");
        Assert.Equal(("Dorset County Council", "2018-19"), (county.Text("name"), county.Text("endedIn")));
        Assert.Equal(["bournemouth-christchurch-and-poole", "dorset"], county.GetProperty("succeededBy").Strings());
        var now = await Filing.App.Get("/councils/dorset");
        Assert.Equal(("Dorset Council", null), (now.Text("name"), now.Text("endedIn")));
        Assert.Equal(["dorset"], now.GetProperty("follows").Strings());
        Assert.Empty(now.GetProperty("succeededBy").EnumerateArray());
    }

    [Theory]
    [InlineData("cumbria/2023-24/savings",
        "Cumbria County Council ended with 2022-23; after it came cumberland and westmorland-and-furness.")]
    [InlineData("cumberland/2012-13/savings", "Cumberland Council begins with 2023-24; before it came cumbria.")]
    [InlineData("St. Helens/2012-13/savings", "Is /api/v1/returns/st-helens/2012-13/savings meant?")]
    public async Task A_filing_for_a_council_that_is_not_there_says_whose_it_is(string path, string words)
    {
        var problem = await Filing.App.Put(path, new StringContent("financial_year,category,amount,unit,status\n"));
        Assert.Equal((404, "council-unknown"), (problem.GetProperty("status").GetInt32(), problem.Text("code")));
        Assert.EndsWith(words, problem.Text("detail"), StringComparison.Ordinal);
    }
}

/// <summary>Savings of four councils over the years in which Dorset changed, Cumbria ended and the source of the population
/// changed.</summary>
public sealed class ReorganisedCouncils : IAsyncLifetime
{
    public FilingApp Filing { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Filing.InitializeAsync();
        foreach (var year in new[] { "2013-14", "2014-15", "2015-16", "2016-17", "2017-18" })
        {
            await File("newham", year, 10_000_000);
        }

        foreach (var year in new[] { "2017-18", "2018-19", "2019-20", "2020-21" })
        {
            await File("dorset", year, 6_000_000);
        }

        await File("cumbria", "2022-23", 9_000_000);
        await File("cumberland", "2023-24", 5_000_000);
        await Filing.App.WaitUntilPublished();
    }

    public ValueTask DisposeAsync() => Filing.DisposeAsync();

    private Task File(string council, string year, int amount) => Filing.Put(
        $"{council}/{year}/savings",
        "financial_year,category,amount,unit,status,note\n"
            + $"{year},total,{amount},gbp,actual,as in the outturn report\n"
            + $"{year},prevention,{amount / 2},gbp,actual,as in the outturn report\n");
}
