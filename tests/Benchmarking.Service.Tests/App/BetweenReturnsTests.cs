using System.Globalization;
using System.Text.Json;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>Returns held against what is accepted when they arrive, as councils meet it: filed, or only validated, over HTTP.</summary>
public sealed class BetweenReturnsTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thousands_filed_as_pounds_are_one_question_for_each_measure_and_the_note_answers_it()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        await File(app, "kent/2011-12/budget", Budget("2011-12", "", 340_000_000, 420_000_000, 415_000_000, 90_000_000, 200_000_000));

        // The same council a year later, three per cent less and in thousands, with the unit left as it was.
        var slipped = Budget("2012-13", "", 329_800, 407_400, 402_550, 87_300, 194_000);
        var receipt = await File(app, "kent/2012-13/budget", slipped);
        Assert.Equal("needs-explanation", Text(receipt, "status"));
        Assert.Equal(["unit-slip 2 329800", "unit-slip 3 407400", "unit-slip 4 402550"], Findings(receipt));
        Assert.Equal(0,
            (await app.Get("/comparisons/net-budget-per-resident?year=2012-13")).GetProperty("summary").GetProperty("count").GetInt32());
        Assert.Equal("accepted",
            Text(await File(app, "kent/2012-13/budget",
                Budget("2012-13", "as the ledger has it", 329_800, 407_400, 402_550, 87_300, 194_000)), "status"));
    }

    [Fact]
    public async Task A_validation_finds_what_filing_would_and_both_name_what_they_compared_with()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var receipts = new List<string>
        {
            Text(await File(app, "kent/2011-12/savings", Savings("2011-12", 9_000_000, 2.6m)), "id"),
            Text(await File(app, "kent/2012-13/budget",
                Budget("2012-13", "", 340_000_000, 420_000_000, 415_000_000, 90_000_000, 200_000_000)), "id"),
        };

        // A third less than last year, and not 2.8 per cent of the budget.
        var content = Savings("2012-13", 6_000_000, 2.8m);
        var kent = app.Keys.GetProperty("councils").GetProperty("kent").GetString();
        var foretold = await app.Send(HttpMethod.Post, "kent/2012-13/savings/validation", new StringContent(content), kent);
        var filed = await File(app, "kent/2012-13/savings", content);

        Assert.Equal(["changed-from-last-year 2 6000000", "percent-disagrees 3 2.8"], Findings(filed));
        foreach (var part in new[] { "findings", "status", "counts", "comparedWith" })
        {
            Assert.Equal(filed.GetProperty(part).GetRawText(), foretold.GetProperty(part).GetRawText());
        }

        Assert.Equal(
            receipts.Order(StringComparer.Ordinal),
            filed.GetProperty("comparedWith").GetProperty("receipts").EnumerateArray().Select(receipt => receipt.GetString()!));
    }

    [Fact]
    public async Task Other_councils_of_last_year_are_compared_with_where_eight_were_published_and_the_answer_to_the_same_bytes_stays()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var councils = ReferenceData.Current.Councils.In(new FinancialYear(2011)).Select(council => council.Code.Value)
            .Where(council => council != "kent").Order(StringComparer.Ordinal).Take(9).ToArray();
        foreach (var (council, n) in councils.SkipLast(2).Select((council, n) => (council, n)))
        {
            await File(app, $"{council}/2011-12/activity", Activity("2011-12", 15 + (n * 0.1m)));
        }

        Assert.Empty(Findings(await File(app, "kent/2012-13/activity", Activity("2012-13", 95m))));
        foreach (var (council, n) in councils.TakeLast(2).Select((council, n) => (council, n)))
        {
            await File(app, $"{council}/2011-12/activity", Activity("2011-12", 16 + (n * 0.1m)));
        }

        // What was accepted stays so; the same figure in another file is asked about.
        Assert.Equal("accepted", Text(await File(app, "kent/2012-13/activity", Activity("2012-13", 95m)), "status"));
        var receipt = await File(app, "kent/2012-13/activity", Activity("2012-13", 96m));
        Assert.Equal(("needs-explanation", "far-from-peers 2 96"), (Text(receipt, "status"), Assert.Single(Findings(receipt))));
        Assert.Contains("half of 9 other councils were below 15.4 in 2011-12 and half above",
            Text(receipt.GetProperty("findings")[0], "message"), StringComparison.Ordinal);
        var slice = Assert.Single(receipt.GetProperty("comparedWith").GetProperty("slices").EnumerateArray());
        var served = await app.Get("/comparisons/home-care-unit-cost?year=2011-12");
        Assert.Equal(("home-care-unit-cost|2011-12|actual", Text(served.GetProperty("versions")[0], "version")),
            (Text(slice, "slice"), Text(slice, "version")));
    }

    [Fact]
    public async Task A_joint_return_is_held_against_its_members_and_they_against_it()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        await File(app, "darlington/2012-13/savings", Savings("2012-13", 1_000_000, null));
        await File(app, "hartlepool/2012-13/savings", Savings("2012-13", 2_000_000, null));
        Assert.Equal("joint-disagrees 2 2500000",
            Assert.Single(Findings(await File(app, "north-east-tri-borough/2012-13/savings", Savings("2012-13", 2_500_000, null)))));
        Assert.Empty(Findings(await File(app, "north-east-tri-borough/2012-13/savings", Savings("2012-13", 4_000_000, null))));
        Assert.Equal("joint-disagrees 2 1500000",
            Assert.Single(Findings(await File(app, "redcar-and-cleveland/2012-13/savings", Savings("2012-13", 1_500_000, null)))));
    }

    private static Task<JsonElement> File(RunningApp app, string path, string content) => app.Put(path, new StringContent(content));

    private static string[] Findings(JsonElement receipt) =>
    [
        .. receipt.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{Text(finding, "code")} {finding.GetProperty("line").GetInt32()} {Text(finding, "value")}"),
    ];

    private static string Budget(string year, string note, params int[] amounts) =>
        "financial_year,measure,service,amount,unit,status,note\n" + string.Concat(
            new[] { "net_budget,", "gross_budget,", "gross_spend,", "gross_spend,home care", "gross_spend,residential care" }
                .Zip(amounts,
                    (measure, amount) => string.Create(CultureInfo.InvariantCulture, $"{year},{measure},{amount},gbp,actual,{note}\n")));

    private static string Savings(string year, decimal amount, decimal? percent) => string.Create(
        CultureInfo.InvariantCulture,
        $"financial_year,category,amount,unit,status\n{year},total,{amount},gbp,actual\n"
            + $"{(percent is null ? "" : $"{year},total,{percent.Value.ToString(CultureInfo.InvariantCulture)},percent_of_net_budget,actual\n")}");

    private static string Activity(string year, decimal cost) => string.Create(
        CultureInfo.InvariantCulture, $"financial_year,measure,value,unit,status\n{year},home_care_unit_cost,{cost},gbp_per_hour,actual\n");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
