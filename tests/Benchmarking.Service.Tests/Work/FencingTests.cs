using Azure.Core;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>One instance stalls between two writes while another finishes. Released, it changes nothing any more, even if it dies before it
/// could notice.</summary>
public sealed class FencingTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6000000", "11.5")]
    [InlineData("6000000", null)]
    [InlineData(null, null)]
    public async Task Stale_figures_of_a_stalled_instance_reach_no_slice(string? amount, string? percent)
    {
        var undisturbed = await TestApp.OnNewAccount(azurite);
        await Correct(undisturbed, amount, percent);
        await undisturbed.DrainQueue();

        // It announced figures of the first file and is about to write them on the slices' side; it dies before the council's side.
        var connection = azurite.NewAccount();
        var gate = new StorageGate(request => Writes(request, "Observations"), request => Writes(request, "CouncilObservations"));
        using var healthy = new TestApp(connection);
        await healthy.Storage.CreateMissing(Cancellation);
        await healthy.Upload(TamesideSavings, Savings("5900000", "11.3"));
        using var stalled = new TestApp(connection, gate: gate);
        var slow = Task.Run(() => stalled.Ingest.Run(TamesideSavings, Cancellation), Cancellation);
        await gate.Reached;

        await Correct(healthy, amount, percent);
        gate.Open();
        await Ended(slow);
        await healthy.DrainQueue();

        Assert.Equal(await undisturbed.State(), await healthy.State());
    }

    [Fact]
    public async Task A_verdict_that_was_overtaken_is_not_written_over_the_one_in_the_ledger()
    {
        var connection = azurite.NewAccount();
        var gate = new StorageGate(request => request.Uri.Path.EndsWith("receipt.json", StringComparison.Ordinal), _ => false);
        using var healthy = new TestApp(connection);
        await healthy.Storage.CreateMissing(Cancellation);
        await healthy.Upload(TamesideSavings, Savings("5900000", null));
        using var stalled = new TestApp(connection, gate: gate);
        var slow = Task.Run(() => stalled.Ingest.Run(TamesideSavings, Cancellation), Cancellation);
        await gate.Reached;

        // Meanwhile last year's return is accepted, and the upload is delivered again.
        await healthy.File("tameside/2011-12/savings.csv",
            Savings("2000000", null).Replace("2012-13", "2011-12", StringComparison.Ordinal));
        var delivered = (await healthy.Ingest.Run(TamesideSavings, Cancellation))!.Receipt;
        Assert.Equal((ReturnStatus.NeedsExplanation, "changed-from-last-year"), (delivered.Status, delivered.Findings.Single().Code));

        gate.Open();
        var late = (await slow)!.Receipt;
        var entry = (await healthy.Ledgers.Read("tameside", Cancellation)).Find("2012-13|savings")!;
        Assert.Equal((ReturnStatus.NeedsExplanation, delivered.Id, 1), (entry.Latest.Status, entry.Latest.Receipt, entry.Uploads));
        Assert.Equal(ReturnStatus.NeedsExplanation, (await healthy.Receipts.Get(delivered.Id!, Cancellation)).Status);
        Assert.Equal(delivered.Id, late.Id);
        Assert.Equal(ReturnStatus.NeedsExplanation, late.Status);
    }

    /// <summary>Files another version or, where there is no amount, one that is not accepted.</summary>
    private static Task<Receipt> Correct(TestApp app, string? amount, string? percent) =>
        app.File(TamesideSavings, Corrected(amount ?? "5,90,0000", percent));

    private static bool Writes(Request request, string table) =>
        request.Method != RequestMethod.Get
            && (request.Uri.Path.Contains($"/{table}(", StringComparison.Ordinal)
                || request.Uri.Path.EndsWith($"/{table}", StringComparison.Ordinal)
            || (request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) && Holds(request, $"/{table}")));

    /// <summary>A transaction names its table in its body only.</summary>
    private static bool Holds(Request request, string name)
    {
        using var body = new MemoryStream();
        request.Content!.WriteTo(body, Cancellation);
        return System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains(name, StringComparison.Ordinal);
    }

    private static async Task Ended(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception failure) when (failure is IOException or AggregateException)
        {
            // It died, as it should.
        }
    }
}
