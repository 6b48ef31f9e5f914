using System.Net.Http.Json;
using System.Text.Json;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>Who has filed what, by when, signed by whom, and what joint returns cover.</summary>
public sealed class FilingReportTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Past = "2012-13 savings 2013-07-31T23:59:59+01:00; 2012-13 budget 2100-01-01T00:00Z";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_years_list_tells_late_from_in_time_and_covered_from_missing()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__FilingDeadlines", Past));
        await File(app, "hackney/2012-13/savings", "5000000");
        await app.Put("kent/2012-13/budget",
            new StringContent("financial_year,measure,amount,unit,status\n2012-13,net_budget,340000000,gbp,actual\n"));
        await File(app, "york/2012-13/savings", "about a million");
        await File(app, "hartlepool/2012-13/savings", "1000000");
        await File(app, "north-east-tri-borough/2012-13/savings", "4000000");

        var list = await app.Get("/returns?year=2012-13");
        Assert.Equal("2013-07-31T22:59:59Z", list.GetProperty("deadlines").GetProperty("savings").GetString());
        Assert.Equal(JsonValueKind.Null, list.GetProperty("deadlines").GetProperty("activity").ValueKind);
        Assert.Equal(
            ["hackney savings late", "hartlepool savings late", "kent budget in-time", "north-east-tri-borough savings late",
                "york savings "],
            list.GetProperty("returns").EnumerateArray()
                .Select(filed => $"{Text(filed, "council")} {Text(filed, "kind")} {Text(filed, "timeliness")}")
                    .Order(StringComparer.Ordinal));
        Assert.Equal(["darlington", "redcar-and-cleveland"], Texts(list, "coveredJointly"));
        Assert.Subset(Texts(list, "missing").ToHashSet(), Texts(list, "coveredJointly").ToHashSet());
        var savings = list.GetProperty("kinds").EnumerateArray().Single(kind => Text(kind, "kind") == "savings");
        Assert.Equal(["hackney", "hartlepool", "north-east-tri-borough"], Texts(savings, "late"));
        Assert.Equal(["york"], Texts(savings, "notAccepted"));
        Assert.Equal(["darlington", "redcar-and-cleveland"], Texts(savings, "coveredJointly"));
        Assert.Equal(152 - 5, Texts(savings, "notFiled").Length);
        var activity = list.GetProperty("kinds").EnumerateArray().Single(kind => Text(kind, "kind") == "activity");
        Assert.Equal((JsonValueKind.Null, 152), (activity.GetProperty("late").ValueKind, Texts(activity, "notFiled").Length));
        Assert.Equal(["hartlepool"], Texts(Assert.Single(list.GetProperty("joint").EnumerateArray()), "filedAlone"));

        var csv = await app.Http.GetStringAsync("/api/v1/returns?year=2012-13&format=csv", Cancellation);
        Assert.Contains("darlington,2012-13,savings,covered-jointly,,,,2013-07-31T22:59:59Z,,,", csv, StringComparison.Ordinal);
        Assert.Contains("hackney,2012-13,activity,not-filed,,,,,,,", csv, StringComparison.Ordinal);
        Assert.Equal("north-east-tri-borough",
            Text((await app.Get("/returns/hartlepool/2012-13/savings")).GetProperty("joint"), "partnership"));
    }

    [Fact]
    public async Task The_revision_that_serves_is_signed_off_once_a_role_and_the_next_one_is_unsigned()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        const string path = "hackney/2012-13/savings";
        await File(app, path, "5000000");
        var key = app.Keys.GetProperty("councils").GetProperty("hackney").GetString();
        var signed = await Sign(app, path, "section-151-officer", "A. Officer", 1, key);
        Assert.Equal(("section-151-officer", "A. Officer"),
            (Text(signed.GetProperty("signOff"), "role"), Text(signed.GetProperty("signOff"), "name")));
        Assert.Equal(signed.GetRawText(), (await Sign(app, path, "section-151-officer", "A. Officer", 1, key)).GetRawText());
        var receipt = $"/receipts/{Text(signed, "id")}";
        using var keyed = app.AsOperator();
        Assert.Equal(signed.GetRawText(), await keyed.GetStringAsync($"/api/v1{receipt}", Cancellation));
        Assert.Equal(JsonValueKind.Null, (await app.Get(receipt)).GetProperty("signOff").GetProperty("name").ValueKind);
        Assert.DoesNotContain("A. Officer", (await app.Get($"/returns/{path}")).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("A. Officer", (await app.Get("/returns?year=2012-13")).GetRawText(), StringComparison.Ordinal);
        await Sign(app, path, "director-of-adult-social-services", "B. Director", 1, key);

        await File(app, path, "5,00,0000");
        Assert.Equal(["section-151-officer", "director-of-adult-social-services"], Roles(await app.Get($"/returns/{path}")));
        Assert.Equal(2, Roles(Assert.Single((await app.Get("/returns?year=2012-13")).GetProperty("returns").EnumerateArray())).Length);
        Assert.Equal("signed-already", Text(await Sign(app, path, "section-151-officer", "C. Other", 1, key), "code"));
        Assert.Equal("role-unknown", Text(await Sign(app, path, "treasurer", "A. Officer", 1, key), "code"));
        Assert.Equal("name-unreadable", Text(await Sign(app, path, "chief-executive", " ", 1, key), "code"));
        Assert.Equal("not-allowed", Text(await Sign(app, "kent/2012-13/savings", "chief-executive", "A", 1, key), "code"));
        Assert.Equal("return-not-accepted", Text(await Sign(app, "kent/2012-13/savings", "chief-executive", "A", 1, app.Operator), "code"));

        await File(app, path, "5100000");
        Assert.Empty(Roles(await app.Get($"/returns/{path}")));
        Assert.Equal("revision-not-serving", Text(await Sign(app, path, "section-151-officer", "A. Officer", 1, key), "code"));
        Assert.NotEqual(Text(signed, "id"), Text(await Sign(app, path, "section-151-officer", "A. Officer", 2, key), "id"));
    }

    [Theory]
    [InlineData("2012-13 savings 2013-07-31")]
    [InlineData("2012-13 savings 2013-07-31T23:59:59")]
    [InlineData("2012-14 savings 2013-07-31T23:59:59Z")]
    [InlineData("2012-13 saving 2013-07-31T23:59:59Z")]
    [InlineData("2012-13 savings 1Z")]
    [InlineData("2012-13 savings 2013-07-31T23:59:59Z; 2012-13 savings 2013-08-31T23:59:59Z")]
    public void A_deadline_that_could_be_misread_is_refused(string setting) => Assert.Null(FilingDeadlines.Read(setting));

    private static Task<JsonElement> File(RunningApp app, string path, string amount) =>
        app.Put(path, new StringContent($"financial_year,category,amount,unit,status\n2012-13,total,\"{amount}\",gbp,actual\n"));

    private static Task<JsonElement> Sign(RunningApp app, string path, string role, string name, int revision, string? key) =>
        app.Send(HttpMethod.Post, $"{path}/sign-off", JsonContent.Create(new { role, name, revision }), key);

    private static string[] Roles(JsonElement filed) =>
        [.. filed.GetProperty("signOffs").EnumerateArray().Select(signOff => Text(signOff, "role"))];

    private static string[] Texts(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
