using System.Globalization;
using System.Text.Json;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;

namespace Benchmarking.Service.Tests.App;

/// <summary>Many returns at once, and a process that is killed among them.</summary>
public sealed class CrowdTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly string[] Years = ["2012-13", "2013-14", "2014-15", "2015-16"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_hundred_returns_dropped_in_at_once_all_have_receipts_and_the_accepted_ones_count_once()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var returns = (await Returns(app)).Take(500).ToArray();
        await SampleApp.Upload(app, returns.Select(filed => new SampleReturn(filed.Path, filed.Content)));
        await app.WaitUntil("all 500 have receipts", async () => (await Filed(app)).Count == 500);
        await app.WaitUntilPublished();

        var statuses = await Filed(app);
        Assert.All(returns, filed => Assert.Equal(filed.Good ? "accepted" : "rejected", statuses[filed.Path]));
        foreach (var year in returns.GroupBy(filed => filed.Year))
        {
            var councils = (await app.Get($"/comparisons/savings-total?year={year.Key}")).GetProperty("councils").EnumerateArray()
                .Where(council => council.GetProperty("value").ValueKind == JsonValueKind.Number)
                .Select(council => (council.GetProperty("council").GetString()!, council.GetProperty("value").GetDecimal()));
            Assert.Equal(year.Where(filed => filed.Good).Select(filed => (filed.Council, filed.Amount)).Order(), councils.Order());
        }
    }

    [Fact]
    public async Task An_app_killed_while_it_ingests_ends_where_an_undisturbed_one_does()
    {
        var samples = SampleReturns.All.Where(sample => sample.Path.CompareTo("d", StringComparison.Ordinal) < 0).ToArray();
        var undisturbed = azurite.NewAccount();
        await using (var app = await RunningApp.Start(undisturbed))
        {
            await SampleApp.Upload(app, samples);
            await app.WaitUntil("all have receipts", async () => await SampleApp.Receipts(app) == samples.Length);
            await app.WaitUntilPublished();
        }

        var disturbed = azurite.NewAccount();
        foreach (var share in new[] { 0.1, 0.4, 0.7 })
        {
            await using var app = await RunningApp.Start(disturbed);
            if (share < 0.2)
            {
                await SampleApp.Upload(app, samples);
            }

            await app.WaitUntil("some have receipts", async () => await SampleApp.Receipts(app) >= samples.Length * share);
            Assert.True(share > 0.2 || await SampleApp.Receipts(app) < samples.Length, "The app had finished before it was killed.");
            await app.Kill();
        }

        await using (var app = await RunningApp.Start(disturbed))
        {
            await app.WaitUntil("all have receipts", async () => await SampleApp.Receipts(app) == samples.Length);
            await app.WaitUntilPublished();
        }

        using var wanted = new TestApp(undisturbed);
        using var found = new TestApp(disturbed);
        Assert.Equal(await wanted.State(), await found.State());
    }

    /// <summary>A savings return for each council and year, each with an amount of its own; every twentieth cannot be read. The amounts
    /// leap from year to year: the note answers the query that this raises or not, as last year's return comes before or after.</summary>
    private static async Task<List<Crowd>> Returns(RunningApp app)
    {
        var returns = new List<Crowd>();
        foreach (var year in Years)
        {
            foreach (var council in (await app.Get($"/councils?year={year}")).GetProperty("councils").EnumerateArray())
            {
                var number = returns.Count + 1;
                returns.Add(new Crowd(council.GetProperty("code").GetString()!, year, number * 1_000m, number % 20 != 0));
            }
        }

        return returns;
    }

    private static async Task<Dictionary<string, string>> Filed(RunningApp app)
    {
        var statuses = new Dictionary<string, string>();
        foreach (var year in Years)
        {
            foreach (var filed in (await app.Get($"/returns?year={year}")).GetProperty("returns").EnumerateArray())
            {
                statuses.Add($"{filed.GetProperty("council").GetString()}/{year}/{filed.GetProperty("kind").GetString()}.csv",
                    filed.GetProperty("status").GetString()!);
            }
        }

        return statuses;
    }

    private sealed record Crowd(string Council, string Year, decimal Amount, bool Good)
    {
        public string Path => $"{Council}/{Year}/savings.csv";

        public byte[] Content => System.Text.Encoding.UTF8.GetBytes(
            $"financial_year,category,amount,unit,status,note\n"
                + $"{Year},total,{(Good ? Amount.ToString(CultureInfo.InvariantCulture) : "about a million")},gbp,actual,numbered for "
                + $"this test\n");
    }
}
