using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Work;

/// <summary>Files that were sent: each has its own receipt in the history, or its sender is told; whoever files at the same moment, through
/// the service or without it.</summary>
public sealed class FileReturnTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly ReturnPath Csv = Path("csv");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_comes_after_one_that_was_put_into_the_container_and_never_announced()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));

        var receipt = await Send(app, Csv, Savings("6000000", "11.5"));

        Assert.Equal(2, receipt.Revision);
        Assert.Equal([Hash(Savings("5900000", "11.3")), Hash(Savings("6000000", "11.5"))], await Hashes(app));
    }

    [Fact]
    public async Task A_file_that_is_written_over_without_the_service_before_it_is_taken_in_is_told()
    {
        var connection = azurite.NewAccount();
        using var healthy = new TestApp(connection);
        await healthy.Storage.CreateMissing(Cancellation);
        var gate = new StorageGate(request => request.Uri.Path.EndsWith("receipt.json", StringComparison.Ordinal), _ => false);
        using var stalled = new TestApp(connection, gate: gate);
        var slow = Task.Run(() => Filed(stalled, Csv, Savings("5900000", null)), Cancellation);
        await gate.Reached;

        var other = await healthy.File(TamesideSavings, Savings("6000000", null));
        gate.Open();

        Assert.Equal(NotFiled.Replaced, (await slow).Reason);
        Assert.Equal([other.Sha256], await Hashes(healthy));
    }

    [Fact]
    public async Task A_file_of_an_instance_that_stands_still_is_taken_in_by_the_next_and_keeps_its_receipt()
    {
        var connection = azurite.NewAccount();
        using var healthy = new TestApp(connection);
        await healthy.Storage.CreateMissing(Cancellation);
        var gate = new StorageGate(request => request.Uri.Path.EndsWith("receipt.json", StringComparison.Ordinal), _ => false);
        using var stalled = new TestApp(connection, gate: gate);
        var slow = Task.Run(() => Filed(stalled, Csv, Savings("5900000", null)), Cancellation);
        await gate.Reached;

        var later = await Send(healthy, Csv, Corrected("6000000", null));
        gate.Open();
        var earlier = (await slow).Ingested!.Receipt;

        Assert.Equal((Hash(Savings("5900000", null)), 1), (earlier.Sha256, earlier.Revision));
        Assert.Equal((Hash(Corrected("6000000", null)), 2), (later.Sha256, later.Revision));
        Assert.Equal([earlier.Sha256, later.Sha256], await Hashes(healthy));
    }

    /// <summary>By the clock the workbook is as new as the text that lies there, and by its name it would count.</summary>
    [Fact]
    public async Task What_is_about_to_be_written_over_counts_whatever_the_clock_says()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        for (var round = 0; round < 3; round++)
        {
            await app.Upload(TamesideSavings, Corrected($"50{round:00}000", null));
            await Send(app, Path("xlsx"), $"PK\u0003\u0004 no workbook {round}");
            await Send(app, Csv, Corrected($"60{round:00}000", null));

            Assert.Equal((3 * round) + 3, (await Hashes(app)).Count);
        }
    }

    /// <summary>The delivery has read the file when another instance enters it and a second one is filed over it.</summary>
    [Fact]
    public async Task A_delivery_that_was_overtaken_does_not_enter_its_file_again_after_the_next()
    {
        var connection = azurite.NewAccount();
        using var healthy = new TestApp(connection);
        await healthy.Storage.CreateMissing(Cancellation);
        await healthy.Upload(TamesideSavings, Savings("5900000", null));
        var gate = new StorageGate(
            request => request.Method == Azure.Core.RequestMethod.Get && request.Uri.Path.EndsWith("savings.csv", StringComparison.Ordinal),
            _ => false, answered: true);
        using var stalled = new TestApp(connection, gate: gate);
        var slow = Task.Run(() => stalled.Ingest.Run(TamesideSavings, Cancellation), Cancellation);
        await gate.Reached;

        await Send(healthy, Csv, Corrected("6000000", null));
        gate.Open();
        await slow;

        Assert.Equal([Hash(Savings("5900000", null)), Hash(Corrected("6000000", null))], await Hashes(healthy));
    }

    [Fact]
    public async Task A_file_withdrawn_before_its_sender_heard_of_it_keeps_its_receipt()
    {
        var connection = azurite.NewAccount();
        using var healthy = new TestApp(connection);
        await healthy.Storage.CreateMissing(Cancellation);
        var gate = new StorageGate(request => request.Uri.Path.EndsWith("receipt.json", StringComparison.Ordinal), _ => false);
        using var stalled = new TestApp(connection, gate: gate);
        var slow = Task.Run(() => Filed(stalled, Csv, Savings("5900000", null)), Cancellation);
        await gate.Reached;

        await healthy.Ingest.Run(TamesideSavings, Cancellation);
        await healthy.Withdraw.Run(Csv, "filed for the wrong council", Cancellation);
        gate.Open();

        Assert.Equal((Hash(Savings("5900000", null)), ReturnStatus.Accepted),
            ((await slow).Ingested!.Receipt.Sha256, (await slow).Ingested!.Receipt.Status));
    }

    [Fact]
    public async Task The_other_format_a_moment_later_is_an_upload_of_its_own()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        for (var round = 0; round < 12; round++)
        {
            var workbook = await Send(app, Path("xlsx"), $"PK\u0003\u0004 no workbook {round}");
            var text = await Send(app, Csv, Savings($"59{round:00}000", null));

            Assert.Equal(($"returns/{Path("xlsx")}", $"returns/{Csv}"), (workbook.Path, text.Path));
            Assert.Equal((2 * round) + 2, (await Hashes(app)).Count);
        }
    }

    [Fact]
    public async Task A_condition_that_ceases_to_hold_between_its_look_and_its_writing_leaves_nothing_behind()
    {
        var connection = azurite.NewAccount();
        using var healthy = new TestApp(connection);
        await healthy.Storage.CreateMissing(Cancellation);
        var gate = new StorageGate(request => request.Uri.Path.EndsWith("receipt.json", StringComparison.Ordinal), _ => false);
        using var stalled = new TestApp(connection, gate: gate);
        var slow = Task.Run(
            () => stalled.Files.Run(Csv, Bytes(Savings("5900000", null)), entry => entry is null, Cancellation), Cancellation);
        await gate.Reached;

        var other = await Send(healthy, Path("xlsx"), "PK\u0003\u0004 no workbook");
        gate.Open();

        Assert.Equal(NotFiled.Condition, (await slow).Reason);
        Assert.Equal([other.Sha256], await Hashes(healthy));
        Assert.False(await healthy.Storage.Returns.GetBlobClient(Csv.ToString()).ExistsAsync(Cancellation));
    }

    [Fact]
    public async Task A_file_sent_again_because_its_answer_was_lost_is_the_same_upload_though_its_condition_holds_no_more()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        var first = await app.Files.Run(Csv, Bytes(Savings("5900000", null)), entry => entry is null, Cancellation);
        var again = await app.Files.Run(Csv, Bytes(Savings("5900000", null)), entry => entry is null, Cancellation);
        var other = await app.Files.Run(Csv, Bytes(Savings("6000000", null)), entry => entry is null, Cancellation);

        Assert.Equal(first.Ingested!.Receipt.Id, again.Ingested!.Receipt.Id);
        Assert.Equal(NotFiled.Condition, other.Reason);
        Assert.Single(await Hashes(app));
    }

    /// <summary>Every storage call of a filing fails before its effect, after it, or is the last of its process. Sent again, the file is in
    /// the history once, and the state is the undisturbed one.</summary>
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Repeated)]
    [InlineData(Fault.Last)]
    public async Task Whatever_call_of_a_filing_fails_the_file_sent_again_makes_it_good(Fault fault)
    {
        using var undisturbed = await TestApp.OnNewAccount(azurite);
        await Send(undisturbed, Csv, Savings("5000000", null));
        await Send(undisturbed, Csv, Corrected("5900000", "11.3"));
        await undisturbed.DrainQueue();
        var wanted = await undisturbed.State();

        var call = 1;
        for (var struck = true; struck; call++)
        {
            using var healthy = new TestApp(azurite.NewAccount());
            await healthy.Storage.CreateMissing(Cancellation);
            await Send(healthy, Csv, Savings("5000000", null));
            var faults = new StorageFaults(call, fault);
            using (var struckApp = new TestApp(healthy.Connection, faults))
            {
                await Attempt(() => Filed(struckApp, Csv, Corrected("5900000", "11.3")));
            }

            struck = faults.Struck;
            await Send(healthy, Csv, Corrected("5900000", "11.3"));
            await healthy.DrainQueue();
            Assert.True(wanted == await healthy.State(), $"Storage call {call}, {fault}: the state differs.");
        }

        Assert.True(call > 20, $"Only {call} storage calls were met.");
    }

    [Fact]
    public async Task Reconciliation_takes_in_a_file_whose_instance_died_within_the_second_of_the_one_before()
    {
        using var app = await TestApp.OnNewAccount(azurite);
        for (var round = 0; round < 5; round++)
        {
            await Send(app, Csv, Corrected($"50{round:00}000", null));
            await app.Upload(TamesideSavings, Corrected($"60{round:00}000", null));
            await app.Reconcile.Run(Cancellation);

            Assert.Equal((2 * round) + 2, (await Hashes(app)).Count);
        }
    }

    private static ReturnPath Path(string extension) =>
        new(CouncilCode.Parse("tameside"), new FinancialYear(2012), ReturnKind.Savings, extension);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hash(string text) => Receipt.Fingerprint(Bytes(text));

    private static Task<SentFile> Filed(TestApp app, ReturnPath path, string text) =>
        app.Files.Run(path, Bytes(text), _ => true, Cancellation);

    private static async Task<Receipt> Send(TestApp app, ReturnPath path, string text)
    {
        var sent = await Filed(app, path, text);
        Assert.Null(sent.Reason);
        return sent.Ingested!.Receipt;
    }

    private static async Task<IReadOnlyList<string>> Hashes(TestApp app) =>
        [.. (await app.Ledgers.History("tameside", "2012-13|savings", Cancellation)).Select(upload => upload.Sha256)];

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
}
