using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>A sign-off that was cut off is whole after its repetition, in the ledger and in the year's list; two officers cannot both sign
/// in one role.</summary>
public sealed class SignOffTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Role = "section-151-officer";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Last)]
    public async Task Whatever_call_of_a_sign_off_fails_the_repetition_makes_it_good(Fault fault)
    {
        for (var (call, struck) = (1, true); struck; call++)
        {
            var connection = azurite.NewAccount();
            using var healthy = await Filed(connection);
            var faults = new StorageFaults(call, fault);
            try
            {
                using var failing = new TestApp(connection, faults);
                await Sign(failing, "A. Officer");
            }
            catch (Exception failure) when (failure is IOException or AggregateException or Azure.RequestFailedException)
            {
                // The process would have died here.
            }

            struck = faults.Struck;
            var signed = (await Sign(healthy, "A. Officer")).Receipt!.SignOff!;
            var entry = (await healthy.Ledgers.Read("tameside", Cancellation)).Find("2012-13|savings")!;
            Assert.Equal((signed, 1), (Assert.Single(entry.SignOffs), entry.Uploads));
            Assert.Equal(signed, Assert.Single(Assert.Single(await healthy.Filings(new FinancialYear(2012))).SignOffs));
            Assert.Equal(signed, (await healthy.Receipts.Get(signed.Receipt, Cancellation)).SignOff);
        }
    }

    [Fact]
    public async Task Of_two_officers_who_sign_at_once_in_one_role_one_has_signed()
    {
        var connection = azurite.NewAccount();
        using var one = await Filed(connection);
        using var other = new TestApp(connection);
        var both = await Task.WhenAll(Sign(one, "A. Officer"), Sign(other, "B. Officer"));
        var signed = Assert.Single(both, result => result.Receipt is not null).Receipt!.SignOff!;
        Assert.Equal(signed, Assert.Single(both, result => result.Receipt is null).By);
    }

    private static Task<Signed> Sign(TestApp app, string name) =>
        app.Sign.Run(ReturnPath.TryParse(TamesideSavings, out var path) ? path : throw new InvalidOperationException(), Role, name, 1,
            Cancellation);

    private static async Task<TestApp> Filed(string connection)
    {
        var app = new TestApp(connection);
        await app.Storage.CreateMissing(Cancellation);
        await app.File(TamesideSavings, Savings("5900000", "11.3"));
        return app;
    }
}
