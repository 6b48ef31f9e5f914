using Benchmarking.Core.Publishing;
using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>What no event announced is found by comparing the container with the ledger.</summary>
public sealed class ReconcileTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_without_an_event_are_taken_in_and_then_left_alone()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.Upload("hackney/2012-13/savings.csv", Savings("4000000", "5"));
        await app.Upload("hackney/no return.csv", "x");

        var report = await app.Reconcile.Run(Cancellation);
        Assert.Equal((3, 2, 0), (report.Seen, report.Taken, report.Failed));
        report = await app.Reconcile.Run(Cancellation);
        Assert.Equal((3, 0, 0), (report.Seen, report.Taken, report.Failed));
    }

    [Fact]
    public async Task Of_two_formats_of_one_return_the_newest_counts_however_they_are_delivered()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.Upload("tameside/2012-13/savings.xlsx", "not a workbook");
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
        var newest = (await Modified(app, TamesideSavings)) > (await Modified(app, "tameside/2012-13/savings.xlsx"))
            ? TamesideSavings
            : "tameside/2012-13/savings.xlsx";

        Assert.Equal(1, (await app.Reconcile.Run(Cancellation)).Taken);
        await app.Ingest.Run("tameside/2012-13/savings.xlsx", Cancellation);
        await app.Ingest.Run(TamesideSavings, Cancellation);
        var entry = Assert.Single((await app.Ledgers.Read("tameside", Cancellation)).Entries);
        Assert.Equal((newest, 1), (entry.Latest.Path, entry.Uploads));
        Assert.Equal(0, (await app.Reconcile.Run(Cancellation)).Taken);
    }

    [Fact]
    public async Task A_slice_whose_message_is_lost_is_asked_for_again_after_an_hour()
    {
        var clock = new LateClock();
        using var app = new TestApp(azurite.NewAccount(), time: clock);
        await app.Storage.CreateMissing(Cancellation);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.Storage.StaleSliceMessages.ClearMessagesAsync(Cancellation);
        Assert.Equal(0, (await app.Reconcile.Run(Cancellation)).Resent);

        clock.Late = TimeSpan.FromMinutes(61);
        Assert.True((await app.Reconcile.Run(Cancellation)).Resent > 0);
        await app.DrainQueue();
        Assert.NotNull((await app.Slices.Pointer(SliceKey.Parse("savings-total|2012-13|actual"), Cancellation)).Version);
    }

    private static async Task<DateTimeOffset> Modified(TestApp app, string path) =>
        (await app.Storage.Returns.GetBlobClient(path).GetPropertiesAsync(cancellationToken: Cancellation)).Value.LastModified;
}
