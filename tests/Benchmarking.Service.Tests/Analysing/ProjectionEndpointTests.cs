namespace Benchmarking.Service.Tests.Analysing;

/// <summary>Twelve councils file seven years of falling admissions, with counts, and what they had projected of two of them. Figures are
/// invented by a stated law; what they must come to is worked out here, apart from the code.</summary>
public sealed class ProjectionEndpointTests(FilingApp filing) : IClassFixture<FilingApp>
{
    private const string Measure = "admissions_65plus_per_1000";
    private const string Address = "/trends/metrics/admissions-65plus-per-1000";

    private static readonly string[] Years = ["2007-08", "2008-09", "2009-10", "2010-11", "2011-12", "2012-13", "2013-14"];

    private static readonly string[] Councils =
        ["barnet", "bexley", "brent", "bromley", "camden", "croydon", "ealing", "enfield", "greenwich", "hackney", "haringey", "harrow"];

    [Fact]
    public async Task Projections_are_served_where_they_beat_both_baselines_and_what_was_filed_is_held_against_what_came()
    {
        await FileAll();
        await TheTrend();
        await TheAccuracy();
    }

    private async Task TheTrend()
    {
        var trend = await filing.App.GetWithKey($"{Address}?council=barnet&peers=region:london");
        var projection = trend.GetProperty("projection");
        Assert.True(projection.GetProperty("served").GetBoolean(), projection.GetRawText());
        Assert.Equal(["2014-15", "2015-16"],
            projection.GetProperty("years").EnumerateArray().Select(year => year.GetProperty("year").GetString()));
        Assert.All(projection.GetProperty("years").EnumerateArray(), year =>
            Assert.True(year.Number("lower") < year.Number("value") && year.Number("value") < year.Number("upper")));
        Assert.All(projection.GetProperty("rollingOrigin").EnumerateArray(), row => Assert.True(row.GetProperty("beatsBoth").GetBoolean()));
        Assert.Equal([48, 36], projection.GetProperty("rollingOrigin").EnumerateArray().Select(row => row.GetProperty("cases").GetInt32()));
        Assert.Equal(Years, trend.GetProperty("years").EnumerateArray().Select(year => year.GetProperty("year").GetString()));

        // 1,250 people of 60,000 in the first year and 950 in the last: 950/1250 = 0.76, ±1.96 √(1/950 + 1/1250) in logarithms.
        var change = trend.GetProperty("change");
        Assert.Equal(("filed", 0.76m, 0.699m, 0.827m),
            (change.GetProperty("countsAre").GetString(), change.Number("ratio"), change.Number("lower"), change.Number("upper")));

        var marker = trend.GetProperty("recentTrend");
        Assert.Equal(("decreasing", "better", "2009-10", "2013-14"),
            (marker.GetProperty("marker").GetString(), marker.GetProperty("meaning").GetString(), marker.GetProperty("from").GetString(),
                marker.GetProperty("to").GetString()));
        Assert.Equal("falling", trend.GetProperty("direction").GetProperty("direction").GetString());
    }

    private async Task TheAccuracy()
    {
        var answer = await filing.App.GetWithKey($"{Address}/projection-accuracy?peers=region:london");
        var filed = answer.GetProperty("filed");

        // Barnet projected 16.5 and 16 and came to 16.7 and 15.8; Bexley projected 15 and came to 16.
        Assert.Equal(3, filed.GetProperty("cases").GetInt32());
        Assert.Equal(
            [("2012-13", "barnet", 16.5m, 16.7m, 0.2m), ("2012-13", "bexley", 15m, 16m, 1m), ("2013-14", "barnet", 16m, 15.8m, -0.2m)],
            filed.GetProperty("figures").EnumerateArray()
                .Select(f =>
                    (f.GetProperty("year").GetString()!, f.GetProperty("council").GetString()!, f.Number("projected")!.Value,
                        f.Number("actual")!.Value, f.Number("error")!.Value)));
        Assert.Equal((2, 1), (filed.GetProperty("above").GetInt32(), filed.GetProperty("below").GetInt32()));
        Assert.Equal(2, answer.GetProperty("rollingOrigin").GetArrayLength());
        Assert.Equal(20, answer.GetProperty("fewestCases").GetInt32());
        Assert.StartsWith("metric,year,council,name,projected,actual,error\r\n",
            await filing.App.Text($"{Address}/projection-accuracy?format=csv"), StringComparison.Ordinal);
    }

    // 1,250 people of 60,000 in the first year, 50 people fewer each year, and a wobble of up to 12 people that repeats every five
    // councils.
    private async Task FileAll()
    {
        int[] wobble = [0, 7, -12, 4, 2, -9, 12, -5];
        foreach (var (council, i) in Councils.Select((council, i) => (council, i)))
        {
            int People(int t) => 1250 - (50 * t) + (i == 0 ? 0 : wobble[((i * 3) + ((t - 1) * (t - 1))) % 8]);
            var rows = Years.Select((year, t) => new ActivityRow(year, Measure, null, "per_1000", People(t), 60000)).ToList();
            if (council == "bexley")
            {
                rows[5] = rows[5] with { Numerator = 960 };
                rows.Add(Projected("2012-13", 15));
            }

            rows.AddRange(council == "barnet" ? [Projected("2012-13", 16.5m), Projected("2013-14", 16)] : []);

            await filing.File(council, "2013-14", [.. rows]);
        }

        await filing.App.WaitUntilPublished();
    }

    private static ActivityRow Projected(string year, decimal value) => new(year, Measure, value, "per_1000", Status: "projected");
}
