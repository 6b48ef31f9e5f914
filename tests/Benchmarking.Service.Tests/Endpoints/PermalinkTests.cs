using System.Security.Claims;
using Benchmarking.Core.Publishing;
using Benchmarking.Service.Endpoints;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using static Benchmarking.Service.Tests.Work.SampleFiles;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Tests.Endpoints;

/// <summary>A permalink gives the figures that it was made with, or says that they are gone; never newer ones.</summary>
public sealed class PermalinkTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly SliceKey Key = SliceKey.Parse("savings-pct-net-budget|2012-13|actual");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_permalink_keeps_its_figures_when_a_later_return_replaces_them()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await Publish(app, "11.3");
        var before = await Opened(app, null);
        Assert.Equal(11.3m, await Value(before));
        var pin = PinIn(before.Permalink(Request("?year=2012-13&format=csv")));

        await Publish(app, "9.9");
        var pinned = await Opened(app, pin);
        var now = await Opened(app, null);

        Assert.Equal((11.3m, 9.9m), (await Value(pinned), await Value(now)));
        Assert.Equal(pin, PinIn(pinned.Permalink(Request($"?snapshot={pin}"))));
    }

    [Fact]
    public async Task A_snapshots_id_pins_what_it_names_and_nothing_else()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await Publish(app, "11.3");
        var snapshot = (await app.Rebuild.Run(Cancellation)).Snapshot;
        await Publish(app, "9.9");

        var pinned = await Opened(app, snapshot);
        Assert.Equal(11.3m, await Value(pinned));
        Assert.True((await pinned.Find(Key with { Metric = "savings-delivery-rate" }, Cancellation)).TryGet(out var slice, out _));
        Assert.Null(slice);
    }

    [Fact]
    public async Task A_version_that_is_not_kept_is_gone()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await Publish(app, "11.3");
        var pinned = await Opened(app, $"v1:savings-pct-net-budget.2012-13.actual.{new string('0', 32)}");

        Assert.False((await pinned.Find(Key, Cancellation)).TryGet(out _, out var problem));
        Assert.Equal((410, "version-gone"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task A_snapshot_that_there_is_not_is_not_found()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        Assert.False((await Open(app, "0123456789abcdef")).TryGet(out _, out var problem));
        Assert.Equal((404, "snapshot-unknown"), (problem.Status, problem.Code));
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("v2:savings-pct-net-budget.2012-13.actual.00000000000000000000000000000000")]
    [InlineData("v1:savings-pct-net-budget.2012-14.actual.00000000000000000000000000000000")]
    [InlineData("v1:savings-pct-net-budget.2012-13.actual.0000")]
    [InlineData("v1:../keys.2012-13.actual.00000000000000000000000000000000")]
    public void A_pin_that_names_nothing_cannot_be_read_and_is_told_as_not_found(string pin)
    {
        var type = new ParameterTypes(ParameterTable.All).Find(typeof(SnapshotPin));
        Assert.False(type.Reads(pin));
        Assert.Equal((404, "snapshot-unknown"), (type.Unreadable("snapshot", pin).Status, type.Unreadable("snapshot", pin).Code));
    }

    private static async Task Publish(TestApp app, string percent)
    {
        await app.File(TamesideSavings, Savings("5900000", percent));
        await app.DrainQueue();
    }

    /// <summary>A reader of its own each time, so that nothing is answered from what it remembers.</summary>
    private static Task<Outcome<PinnedSlices>> Open(TestApp app, string? pin) =>
        new FigureReader(
                new SliceReader(app.Slices, TimeProvider.System), new SnapshotStore(app.Storage, TimeProvider.System),
                new SavedStore(app.Storage, TimeProvider.System),
                new OpenSlices(app.Receipts, Options.Create(new BenchmarkingOptions()), TimeProvider.System))
            .Open(pin is null ? null : SnapshotPin.Parse(pin, null), new ClaimsPrincipal(), Cancellation);

    private static async Task<PinnedSlices> Opened(TestApp app, string? pin)
    {
        Assert.True((await Open(app, pin)).TryGet(out var slices, out _));
        return slices;
    }

    private static async Task<decimal?> Value(PinnedSlices slices)
    {
        Assert.True((await slices.Find(Key, Cancellation)).TryGet(out var slice, out _));
        return slice!.Observations.Single().Value;
    }

    private static HttpRequest Request(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = "/api/v1/comparisons/savings-pct-net-budget";
        request.QueryString = new QueryString(query);
        return request;
    }

    private static string PinIn(string permalink)
    {
        var query = QueryHelpers.ParseQuery(new Uri($"http://here{permalink}").Query);
        Assert.False(query.ContainsKey(EndpointParameters.Format));
        return query[PinnedSlices.Parameter].ToString();
    }
}
