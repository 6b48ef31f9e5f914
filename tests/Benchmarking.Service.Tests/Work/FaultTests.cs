using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>Every storage call of an ingest and of the refreshes it asks for, by number, is made to fail before it takes effect, to fail
/// after, and to be the last before the process dies. After the next delivery the state must equal the undisturbed one.</summary>
public sealed class FaultTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Last)]
    public async Task Whatever_call_of_an_ingest_fails_the_next_delivery_makes_it_good(Fault fault)
    {
        var undisturbed = await TestApp.OnNewAccount(azurite);
        await Prepare(undisturbed);
        await undisturbed.Ingest.Run(TamesideSavings, Cancellation);
        await undisturbed.DrainQueue();
        var wanted = await undisturbed.State();

        var call = 1;
        for (var struck = true; struck; call++)
        {
            var connection = azurite.NewAccount();
            var healthy = new TestApp(connection);
            await healthy.Storage.CreateMissing(Cancellation);
            await Prepare(healthy);

            var faults = new StorageFaults(call, fault);
            await Attempt(() => new TestApp(connection, faults).Ingest.Run(TamesideSavings, Cancellation));
            struck = faults.Struck;

            await new TestApp(connection).Ingest.Run(TamesideSavings, Cancellation);
            await healthy.DrainQueue();
            Assert.True(wanted == await healthy.State(),
                $"Storage call {call}, {fault}: the state differs.\n{Differences(wanted, await healthy.State())}");
        }

        Assert.True(call > 20, $"Only {call} storage calls were met.");
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Last)]
    public async Task Whatever_call_of_a_refresh_fails_its_message_comes_again_and_makes_it_good(Fault fault)
    {
        var undisturbed = await TestApp.OnNewAccount(azurite);
        await undisturbed.File(TamesideSavings, Savings("5900000", "11.3"));
        await undisturbed.DrainQueue();
        var wanted = await undisturbed.State();

        for (var (call, struck) = (1, true); struck; call++)
        {
            var connection = azurite.NewAccount();
            var healthy = new TestApp(connection);
            await healthy.Storage.CreateMissing(Cancellation);
            await healthy.File(TamesideSavings, Savings("5900000", "11.3"));
            var faults = new StorageFaults(call, fault);
            var key = Core.Publishing.SliceKey.Parse("savings-pct-net-budget|2012-13|actual");
            await Attempt(() => new TestApp(connection, faults).Refresh.Run(key, Cancellation));
            struck = faults.Struck;
            await healthy.DrainQueue();
            Assert.True(wanted == await healthy.State(),
                $"Storage call {call}, {fault}: the state differs.\n{Differences(wanted, await healthy.State())}");
        }
    }

    /// <summary>An accepted return is there already, so that the ingest under test has something to replace and to take away.</summary>
    private static async Task Prepare(TestApp app)
    {
        await app.File(TamesideSavings,
            "financial_year,category,amount,unit,status,recurrence\n2012-13,total,5000000,gbp,target,recurrent\n");
        await app.DrainQueue();
        await app.Upload(TamesideSavings, Corrected("5900000", "11.3"));
    }

    private static async Task Attempt(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is IOException or AggregateException or Azure.RequestFailedException)
        {
            // The point of the test: the process would have died here.
        }
    }

    private static string Differences(string wanted, string found)
    {
        var (left, right) = (wanted.Split('\n'), found.Split('\n'));
        return string.Join('\n', left.Except(right).Select(line => $"- {line}").Concat(right.Except(left).Select(line => $"+ {line}")));
    }
}
