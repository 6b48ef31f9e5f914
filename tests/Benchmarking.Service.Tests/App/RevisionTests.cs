using System.Net;
using System.Text.Json;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>The life of one return over HTTP: accepted, corrected badly, corrected well, withdrawn and filed again.</summary>
public sealed class RevisionTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Return = "tameside/2012-13/savings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rejected_revision_changes_nothing_an_accepted_one_names_what_moved_and_a_withdrawal_takes_it_out_everywhere()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        await app.Put("hackney/2012-13/savings", new StringContent(File("4000000", "reducing-bureaucracy", "1000000")));
        await app.Put(Return, new StringContent(File("5900000", "reducing-bureaucracy", "1800000")));

        var rejected = await app.Put(Return, new StringContent(File("5,90,0000", "reducing-bureaucracy", "1800000")));
        Assert.Equal("rejected", Text(rejected, "status"));
        Assert.Equal(1, (await app.Get($"/returns/{Return}")).GetProperty("revision").GetInt32());
        Assert.Equal(5_900_000m, await Total(app));

        // The total moves, the part stays; the prevention of the first version was none and is one now.
        var accepted = await app.Put(Return, new StringContent(File("6000000", "reducing-bureaucracy", "1800000")
            + "2012-13,prevention,200000,gbp,actual,checked\n"));
        Assert.Equal(("accepted", 2), (Text(accepted, "status"), accepted.GetProperty("revision").GetInt32()));
        Assert.Equal(6_000_000m, await Total(app));
        var revision = await app.Send(HttpMethod.Get, $"{Return}/revisions/2", null);
        Assert.Equal(
            [
                "savings-categories 5900000 6000000", "savings-per-resident moved", "savings-per-resident-65plus moved",
                "savings-share-prevention none 10",
                "savings-share-reducing-bureaucracy 100 90", "savings-total 5900000 6000000",
            ],
            revision.GetProperty("changes").EnumerateArray().Select(Moved));
        using var stranger = await app.Http.GetAsync($"/api/v1/returns/{Return}/revisions/2", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        var receipt = $"/receipts/{Text(accepted, "id")}";
        Assert.False((await app.Get(receipt)).TryGetProperty("changes", out _));
        using var keyed = app.AsOperator();
        Assert.Contains("\"changes\"", await keyed.GetStringAsync($"/api/v1{receipt}", Cancellation), StringComparison.Ordinal);
        var csv = await keyed.GetStringAsync($"/api/v1/returns/{Return}/revisions/2?format=csv", Cancellation);
        Assert.Contains("tameside,savings-total,2012-13,actual,,,reported,5900000,reported,6000000\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("tameside,savings-categories,2012-13,actual,prevention,,,,,200000\r\n", csv, StringComparison.Ordinal);
        Assert.Equal(["1", "2"],
            (await Problem(app, $"/returns/{Return}/revisions/3")).GetProperty("validValues").EnumerateArray()
                .Select(value => value.GetString()!));

        var withdrawn = await app.Send(HttpMethod.Delete, Return, null, reason: "Filed for the wrong year – see the council’s letter");
        Assert.Equal(("withdrawn", "Filed for the wrong year – see the council’s letter"),
            (Text(withdrawn, "status"), Text(withdrawn, "reason")));
        await AssertIsNowhere(app);

        var anew = await app.Put(Return, new StringContent(File("6000000", "reducing-bureaucracy", "1800000")));
        Assert.Equal(("accepted", 3), (Text(anew, "status"), anew.GetProperty("revision").GetInt32()));
        Assert.Equal(6_000_000m, await Total(app));
        Assert.Equal(
            ["accepted", "rejected", "accepted", "withdrawn", "accepted"],
            (await app.Get($"/returns/{Return}")).GetProperty("revisions").EnumerateArray().Select(upload => Text(upload, "status")));
    }

    [Fact]
    public async Task A_return_is_withdrawn_by_its_council_or_an_operator_and_with_a_reason_only()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        await app.Put(Return, new StringContent(File("5900000", "prevention", "1")));
        Assert.Equal("reason-missing", Text(await app.Send(HttpMethod.Delete, Return, null), "code"));
        Assert.Equal("not-allowed", Text(await app.Send(HttpMethod.Delete, Return, null, Key(app, "hackney"), "Why not"), "code"));
        Assert.Equal("return-not-filed", Text(await app.Send(HttpMethod.Delete, "kent/2012-13/savings", null, reason: "Why not"), "code"));
        Assert.Equal("accepted", Text(await app.Get($"/returns/{Return}"), "status"));
        Assert.Equal("withdrawn", Text(await app.Send(HttpMethod.Delete, Return, null, Key(app, "tameside"), "Filed twice"), "status"));
    }

    private static async Task AssertIsNowhere(RunningApp app)
    {
        var comparison = await app.Get("/comparisons/savings-total?year=2012-13&peers=custom:hackney,tameside");
        Assert.Equal((1, 4_000_000m),
            (comparison.GetProperty("summary").GetProperty("count").GetInt32(),
                comparison.GetProperty("summary").GetProperty("mean").GetDecimal()));
        var trend = Assert.Single((await app.Get("/trends/savings-categories?peers=custom:hackney,tameside")).GetProperty("years")
            .EnumerateArray());
        Assert.Equal(4_000_000m, trend.GetProperty("total").GetDecimal());
        Assert.DoesNotContain("tameside", await app.Http.GetStringAsync("/api/v1/exports/2012-13?format=csv", Cancellation),
            StringComparison.Ordinal);
        var profile = await app.Get("/councils/tameside/profile?year=2012-13");
        Assert.All(profile.GetProperty("metrics").EnumerateArray(), metric =>
            Assert.Equal(JsonValueKind.Null, metric.GetProperty("subject").GetProperty("value").ValueKind));
        var list = await app.Get("/returns?year=2012-13");
        Assert.Contains(list.GetProperty("returns").EnumerateArray(),
            filed => Text(filed, "council") == "tameside" && Text(filed, "status") == "withdrawn");
        Assert.Contains("tameside", list.GetProperty("missing").EnumerateArray().Select(council => council.GetString()));
    }

    private static string Moved(JsonElement moved)
    {
        var (from, to) = (moved.GetProperty("from"), moved.GetProperty("to"));
        var metric = Text(moved, "metric");
        return metric.Contains("resident", StringComparison.Ordinal) ? $"{metric} moved" : $"{metric} {Value(from)} {Value(to)}";
    }

    private static string Value(JsonElement figure) =>
        figure.ValueKind == JsonValueKind.Null
            ? "none"
            : figure.GetProperty("value").GetDecimal().ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<decimal> Total(RunningApp app) =>
        (await app.Get("/comparisons/savings-total?year=2012-13&council=tameside")).GetProperty("subject").GetProperty("value")
            .GetDecimal();

    private static async Task<JsonElement> Problem(RunningApp app, string address)
    {
        using var keyed = app.AsOperator();
        using var answer = await keyed.GetAsync($"/api/v1{address}", Cancellation);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }

    private static string Key(RunningApp app, string council) => app.Keys.GetProperty("councils").GetProperty(council).GetString()!;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string File(string total, string category, string part) =>
        $"financial_year,category,amount,unit,status,note\n2012-13,total,\"{total}\",gbp,actual,checked\n"
            + $"2012-13,{category},{part},gbp,actual,checked\n";
}
