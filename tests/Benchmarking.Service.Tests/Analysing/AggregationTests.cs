using System.Globalization;
using System.Text.Json;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>The sixteen councils of the aggregation vector file what the LGA's report prints of them, pounds and percentage; South Tyneside
/// files the counts that its rates imply.</summary>
public sealed class AggregationTests(FilingApp filing) : IClassFixture<FilingApp>
{
    private static readonly string[] Councils =
    [
        "barnet", "bexley", "brent", "bromley", "camden", "croydon", "ealing", "enfield", "greenwich", "hackney", "haringey", "harrow",
        "havering", "hillingdon", "hounslow", "islington",
    ];

    [Fact]
    public async Task The_vector_of_mean_pooled_ratio_and_median_is_reproduced_from_filed_returns()
    {
        var vector = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Benchmarking.Core.Tests", "Vectors",
            "aggregation.json"))).RootElement;
        var pairs = vector.GetProperty("savingsMillionAndPercent").EnumerateArray()
            .Select(pair => (Millions: pair[0].GetDecimal(), Percent: pair[1].GetDecimal())).ToList();
        Assert.Equal(Councils.Length, pairs.Count);
        foreach (var (council, (millions, percent)) in Councils.Zip(pairs))
        {
            await filing.Put($"{council}/2012-13/savings",
                string.Create(CultureInfo.InvariantCulture,
                    $"financial_year,category,amount,unit,status,note\n2012-13,total,{millions},gbp_millions,actual,as printed\n"
                        + $"2012-13,total,{percent},percent_of_net_budget,actual,as printed\n"));
        }

        await filing.App.WaitUntilPublished();
        var summary = (await filing.App.Get($"/comparisons/savings-pct-net-budget?year=2012-13&peers=custom:{string.Join(',', Councils)}"))
            .GetProperty("summary");
        decimal Vector(string name) => decimal.Parse(vector.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
        Assert.Equal(16, summary.GetProperty("count").GetInt32());
        Assert.Equal(Vector("mean"), summary.Number("mean"));
        Assert.Equal(decimal.Round(Vector("pooled"), 3), summary.Number("pooled"));
        Assert.Equal(Vector("median"), summary.Number("median"));
        Assert.Equal(16, summary.GetProperty("pooledCouncils").GetInt32());
    }

    /// <summary>Oracle: 239 against 335 of 27,429 is 0.713433 (0.604340 to 0.842219), computed outside this project.</summary>
    [Fact]
    public async Task Filed_counts_give_the_rate_ratio_to_the_third_place()
    {
        await filing.File(
            "south-tyneside", "2012-13",
            new ActivityRow("2011-12", "admissions_65plus_per_1000", null, "per_1000", 335, 27429),
            new ActivityRow("2012-13", "admissions_65plus_per_1000", null, "per_1000", 239, 27429));
        await filing.App.WaitUntilPublished();
        var change = (await filing.App.GetWithKey("/trends/metrics/admissions-65plus-per-1000?council=south-tyneside"))
            .GetProperty("change");
        Assert.Equal(("filed", 0.713m, 0.604m, 0.842m),
            (change.GetProperty("countsAre").GetString(), change.Number("ratio"), change.Number("lower"), change.Number("upper")));
    }

    [Fact]
    public async Task A_broken_series_is_not_crossed()
    {
        // The source of admissions changed in 2014-15: four years before it and two after are two runs, and the change is that of the
        // second.
        await filing.File(
            "york", "2015-16",
            [.. new[] { ("2010-11", 12m), ("2011-12", 11m), ("2012-13", 10m), ("2013-14", 9m), ("2014-15", 6m), ("2015-16", 7m) }
                .Select(year => new ActivityRow(year.Item1, "admissions_65plus_per_1000", year.Item2, "per_1000"))]);
        await filing.App.WaitUntilPublished();
        var trend = await filing.App.Get("/trends/metrics/admissions-65plus-per-1000?council=york");
        Assert.Equal([4, 2], trend.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("points").GetInt32()));
        Assert.Equal("too-few-points", trend.GetProperty("direction").GetProperty("direction").GetString());
        Assert.Equal(("2014-15", "2015-16"),
            (trend.GetProperty("change").GetProperty("from").GetString(), trend.GetProperty("change").GetProperty("to").GetString()));
        Assert.True(trend.GetProperty("years").EnumerateArray().Single(year => year.GetProperty("year").GetString() == "2014-15")
            .GetProperty("afterBreak").GetBoolean());
    }
}
