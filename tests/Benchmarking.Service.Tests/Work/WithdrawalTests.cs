using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>A withdrawn return is in no figure and stays out, whatever announces its file again; filed anew it counts.</summary>
public sealed class WithdrawalTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Reason = "Filed for the wrong council";

    private static readonly ReturnPath Path = Parse(TamesideSavings);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withdrawn_return_leaves_a_receipt_that_names_all_it_took_away_and_no_figure()
    {
        using var app = await Filed();
        var receipt = (await app.Withdraw.Run(Path, Reason, Cancellation))!.Receipt;
        await app.DrainQueue();

        Assert.Equal((ReturnStatus.Withdrawn, Reason), (receipt.Status, receipt.Reason));
        Assert.Equal(
            ["savings-categories", "savings-pct-net-budget", "savings-per-resident", "savings-per-resident-65plus", "savings-total"],
            receipt.Changes!.Select(moved => moved.Metric));
        Assert.All(receipt.Changes!, moved => Assert.Null(moved.To));
        Assert.All(await app.Slices.All(Cancellation), pointer => Assert.Equal(0, pointer.Councils));
        Assert.False((await app.Storage.Returns.GetBlobClient(TamesideSavings).ExistsAsync(Cancellation)).Value);
        Assert.Equal(ReturnStatus.Withdrawn, Assert.Single(await app.Filings(new FinancialYear(2012))).Status);
        Assert.Empty((await app.Rebuild.Run(Cancellation)).Drift);
    }

    [Fact]
    public async Task Withdrawn_again_it_is_the_same_receipt_and_nothing_changes()
    {
        using var app = await Filed();
        var first = (await app.Withdraw.Run(Path, Reason, Cancellation))!.Receipt;
        await app.DrainQueue();
        var before = await app.State();

        var again = (await app.Withdraw.Run(Path, "Another reason", Cancellation))!.Receipt;
        await app.DrainQueue();
        Assert.Equal((first.Id, first.ReceivedAt, Reason), (again.Id, again.ReceivedAt, again.Reason));
        Assert.Equal(before, await app.State());
        Assert.Null(await app.Withdraw.Run(Parse("hackney/2012-13/savings.csv"), Reason, Cancellation));
    }

    [Fact]
    public async Task A_file_that_was_not_cleared_away_is_not_taken_in_again_and_the_same_bytes_filed_anew_are()
    {
        var connection = azurite.NewAccount();
        using var app = await Filed(connection);
        var dies = new StorageGate(_ => false, request => request.Method == Azure.Core.RequestMethod.Delete);
        dies.Open();
        using (var dying = new TestApp(connection, gate: dies))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => dying.Withdraw.Run(Path, Reason, Cancellation));
        }

        Assert.True((await app.Storage.Returns.GetBlobClient(TamesideSavings).ExistsAsync(Cancellation)).Value);
        Assert.Equal(1, (await app.Reconcile.Run(Cancellation)).Taken);
        await app.DrainQueue();
        Assert.All(await app.Slices.All(Cancellation), pointer => Assert.Equal(0, pointer.Councils));
        Assert.False((await app.Storage.Returns.GetBlobClient(TamesideSavings).ExistsAsync(Cancellation)).Value);
        Assert.Null(await app.Ingest.Run(TamesideSavings, Cancellation));
        Assert.Equal(0, (await app.Reconcile.Run(Cancellation)).Seen);

        var anew = await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.DrainQueue();
        Assert.Equal((ReturnStatus.Accepted, 2), (anew.Status, anew.Revision));
        Assert.Equal(1, (await app.Slices.Pointer(SliceKey.Parse("savings-total|2012-13|actual"), Cancellation)).Councils);
        Assert.Equal(0, (await app.Reconcile.Run(Cancellation)).Taken);
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Last)]
    public async Task Whatever_call_of_a_withdrawal_fails_the_repetition_makes_it_good(Fault fault)
    {
        using var undisturbed = await Filed();
        await undisturbed.Withdraw.Run(Path, Reason, Cancellation);
        await undisturbed.DrainQueue();
        var wanted = await undisturbed.State();

        var call = 1;
        for (var struck = true; struck; call++)
        {
            var connection = azurite.NewAccount();
            using var healthy = await Filed(connection);
            var faults = new StorageFaults(call, fault);
            try
            {
                using var failing = new TestApp(connection, faults);
                await failing.Withdraw.Run(Path, Reason, Cancellation);
            }
            catch (Exception failure) when (failure is IOException or AggregateException or Azure.RequestFailedException)
            {
                // The process would have died here.
            }

            struck = faults.Struck;
            await healthy.Withdraw.Run(Path, Reason, Cancellation);
            await healthy.DrainQueue();
            Assert.True(wanted == await healthy.State(), $"Storage call {call}, {fault}: the state differs.");
            Assert.False((await healthy.Storage.Returns.GetBlobClient(TamesideSavings).ExistsAsync(Cancellation)).Value);
        }

        Assert.True(call > 20, $"Only {call} storage calls were met.");
    }

    private Task<TestApp> Filed() => Filed(azurite.NewAccount());

    private static async Task<TestApp> Filed(string connection)
    {
        var app = new TestApp(connection);
        await app.Storage.CreateMissing(Cancellation);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        await app.DrainQueue();
        return app;
    }

    private static ReturnPath Parse(string path) => ReturnPath.TryParse(path, out var parsed) ? parsed : throw new ArgumentException(path);
}
