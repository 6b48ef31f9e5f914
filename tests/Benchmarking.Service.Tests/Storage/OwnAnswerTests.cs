using System.Diagnostics.Metrics;
using Benchmarking.Core.Publishing;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Storage;

/// <summary>A write takes effect, its answer is lost, and the client's own second try meets it: 409 and 412 of our own making, which are
/// often reported of storage clients. Each is met at every call in turn, and nobody may take it for somebody else's.</summary>
public sealed class OwnAnswerTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ingest_is_done_at_its_first_attempt_and_counted_once_whichever_answer_is_lost()
    {
        var wanted = await Undisturbed();
        var call = 1;
        for (var struck = true; struck; call++)
        {
            var faults = new StorageFaults(call, Fault.Repeated);
            using var app = await Prepared(faults);
            var returns = Counted(app, "benchmarking.returns", out var listener);
            using (listener)
            {
                Assert.Equal("accepted", Core.Vocabulary.Codes.Of((await app.Ingest.Run(TamesideSavings, Cancellation))!.Receipt.Status));
            }

            struck = faults.Struck;
            using var healthy = new TestApp(app.Connection);
            await healthy.DrainQueue();
            Assert.True(wanted == await healthy.State(), $"Storage call {call}: the state differs.");
            Assert.True(returns.Count == 1, $"Storage call {call}: counted {returns.Count} times.");
            Assert.Equal(2, (await app.Ledgers.History("tameside", "2012-13|savings", Cancellation)).Count);
        }

        Assert.True(call > 20, $"Only {call} storage calls were met.");
    }

    [Fact]
    public Task A_slice_that_is_served_anew_says_so_whichever_answer_is_lost() => AtEachCall(async (connection, faults) =>
    {
        var key = SliceKey.Parse("savings-pct-net-budget|2012-13|actual");
        using var healthy = await Filed(connection);
        using var app = new TestApp(connection, faults);
        Assert.True(await app.Refresh.Run(key, Cancellation), "Said to be unchanged.");
        var struck = faults.Struck;
        Assert.False(await app.Refresh.Run(key, Cancellation));
        return struck;
    });

    [Fact]
    public Task What_is_saved_is_said_to_be_created_or_replaced_whichever_answer_is_lost() => AtEachCall(async (connection, faults) =>
    {
        await TestStorage.Of(connection).CreateMissing(Cancellation);
        var saved = new SavedStore(TestStorage.Of(connection, faults.Arm), TimeProvider.System);
        var saver = new Saver("key", MayChangeOthers: false);
        var (first, item) = await saved.Save(SavedStore.PeerGroups, "club", [1], saver, null, false, Cancellation);
        var (second, _) =
            await saved.Save(SavedStore.PeerGroups, "club", [2], saver, new VersionMatch(false, [item!.Tag]), false, Cancellation);
        var (again, _) = await saved.Save(SavedStore.PeerGroups, "club", [2], saver, null, false, Cancellation);
        Assert.Equal((Saving.Created, Saving.Replaced, Saving.Unchanged), (first, second, again));
        var struck = faults.Struck;
        Assert.Equal(Saving.Deleted, await saved.Delete(SavedStore.PeerGroups, "club", saver, null, Cancellation));
        return struck;
    });

    [Fact]
    public Task A_sign_off_has_one_receipt_whichever_answer_is_lost() => AtEachCall(async (connection, faults) =>
    {
        using var healthy = await Filed(connection);
        using var app = new TestApp(connection, faults);
        Assert.True(Core.Vocabulary.ReturnPath.TryParse(TamesideSavings, out var path));
        var signed = await app.Sign.Run(path, "section-151-officer", "A. Officer", 1, Cancellation);
        Assert.NotNull(signed.Receipt);
        var ledger = await healthy.Ledgers.Read("tameside", Cancellation);
        Assert.Equal(signed.Receipt.Id, Assert.Single(Assert.Single(ledger.Entries).SignOffs).Receipt);
        return faults.Struck;
    });

    [Fact]
    public Task A_rebuild_asked_for_once_is_announced_and_the_second_asker_told_whichever_answer_is_lost() =>
        AtEachCall(async (connection, faults) =>
        {
            await TestStorage.Of(connection).CreateMissing(Cancellation);
            var reports = new RefreshReportStore(TestStorage.Of(connection, faults.Arm), TimeProvider.System);
            Assert.True(await reports.Announce(Cancellation));
            var struck = faults.Struck;
            Assert.False(await reports.Announce(Cancellation));
            return struck;
        });

    /// <summary>A round for each storage call, on an account of its own, until no call is left to strike; the round says whether one
    /// was.</summary>
    private async Task AtEachCall(Func<string, StorageFaults, Task<bool>> round)
    {
        var call = 1;
        while (await round(azurite.NewAccount(), new StorageFaults(call, Fault.Repeated)))
        {
            call++;
        }

        Assert.True(call > 1, "No storage call was struck.");
    }

    private static async Task<TestApp> Filed(string connection)
    {
        var app = new TestApp(connection);
        await app.Storage.CreateMissing(Cancellation);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        return app;
    }

    private async Task<string> Undisturbed()
    {
        using var app = await Prepared(null);
        await app.Ingest.Run(TamesideSavings, Cancellation);
        await app.DrainQueue();
        return await app.State();
    }

    /// <summary>An accepted return is there already, so that the ingest has something to replace and to take away.</summary>
    private async Task<TestApp> Prepared(StorageFaults? faults)
    {
        var connection = azurite.NewAccount();
        using var healthy = new TestApp(connection);
        await healthy.Storage.CreateMissing(Cancellation);
        await healthy.File(
            TamesideSavings, "financial_year,category,amount,unit,status,recurrence\n2012-13,total,5000000,gbp,target,recurrent\n");
        await healthy.DrainQueue();
        await healthy.Upload(TamesideSavings, Corrected("5900000", "11.3"));
        return new TestApp(connection, faults);
    }

    private static List<long> Counted(TestApp app, string instrument, out MeterListener listener)
    {
        var (counted, meter) = (new List<long>(), app.Instruments.Meter);
        listener = new MeterListener
        {
            InstrumentPublished = (published, self) =>
            {
                if (ReferenceEquals(published.Meter, meter) && published.Name == instrument)
                {
                    self.EnableMeasurementEvents(published);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => counted.Add(value));
        listener.Start();
        return counted;
    }
}
