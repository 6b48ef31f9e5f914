using System.Text.Json;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>A council corrects its figures between two snapshots.</summary>
public sealed class SnapshotEndpointTests(FilingApp filing) : IClassFixture<FilingApp>
{
    private const string Cost = "home_care_unit_cost";

    [Fact]
    public async Task What_moved_between_two_snapshots_is_listed_and_nothing_else()
    {
        await filing.File("kent", "2012-13", new ActivityRow("2012-13", Cost, 15.5m, "gbp_per_hour"));
        await filing.File("york", "2012-13", new ActivityRow("2012-13", Cost, 17.5m, "gbp_per_hour"),
            new ActivityRow("2012-13", "direct_payment_clients", 5, "count"));
        var first = await Snapshot();
        await filing.File("kent", "2012-13", new ActivityRow("2012-13", Cost, 16.25m, "gbp_per_hour"));
        await filing.File("durham", "2012-13", new ActivityRow("2012-13", Cost, 14, "gbp_per_hour"));
        await filing.File("york", "2012-13", new ActivityRow("2012-13", Cost, 17.5m, "gbp_per_hour"),
            new ActivityRow("2012-13", "direct_payment_clients", 6, "count"));
        var second = await Snapshot();

        var listed = (await filing.App.Get("/snapshots")).GetProperty("snapshots").EnumerateArray()
            .Select(s => s.GetProperty("id").GetString()).ToList();
        Assert.Equal([second, first], listed.Take(2));
        Assert.Contains("home-care-unit-cost|2012-13|actual",
            (await filing.App.Get($"/snapshots/{second}")).GetProperty("slices").EnumerateObject().Select(slice => slice.Name));

        var changes = await filing.App.Get($"/snapshots/{second}/changes?from={first}");
        Assert.Equal(2, changes.GetProperty("changesTotal").GetInt32());
        Assert.Equal(
            [("durham", null, "missing", 14m), ("kent", 15.5m, "reported", 16.3m)],
            changes.GetProperty("changes").EnumerateArray()
                .Select(c =>
                    (c.GetProperty("council").GetString()!, c.Number("before"), c.GetProperty("stateBefore").GetString()!,
                        c.Number("after")!.Value)));

        // Five and six people are one thing to a caller without a key and two to one with.
        var keyed = await filing.App.GetWithKey($"/snapshots/{second}/changes?from={first}");
        Assert.Equal((5m, 6m),
            keyed.GetProperty("changes").EnumerateArray().Where(c => c.GetProperty("metric").GetString() == "direct-payment-clients")
                .Select(c => (c.Number("before")!.Value, c.Number("after")!.Value)).Single());
        Assert.Equal(0, (await filing.App.Get($"/snapshots/{second}/changes?from={second}")).GetProperty("changesTotal").GetInt32());
        Assert.StartsWith("metric,year,status,council,before,stateBefore,after,stateAfter\r\n",
            await filing.App.Text($"/snapshots/{second}/changes?from={first}&format=csv"), StringComparison.Ordinal);

        Assert.Equal((404, "snapshot-unknown"), await filing.App.Problem("GET", $"/snapshots/{second}/changes?from=ffffffffffffffff"));
        Assert.Equal((404, "snapshot-unknown"), await filing.App.Problem("GET", "/snapshots/latest"));
        Assert.Equal((400, "parameter-missing"), await filing.App.Problem("GET", $"/snapshots/{second}/changes"));
    }

    private async Task<string> Snapshot()
    {
        await filing.App.WaitUntilPublished();
        var before = await Latest();
        using var asked = await filing.App.Send("POST", "/refreshes", null, filing.App.Operator);
        Assert.Equal(202, (int)asked.StatusCode);
        await filing.App.WaitUntil("a new snapshot is taken", async () => await Latest() != before);
        return await Latest();
    }

    private async Task<string> Latest()
    {
        using var answer = await filing.App.Send("GET", "/snapshots");
        var snapshots =
            JsonDocument.Parse(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("snapshots");
        return snapshots.GetArrayLength() == 0 ? "" : snapshots[0].GetProperty("id").GetString()!;
    }
}
