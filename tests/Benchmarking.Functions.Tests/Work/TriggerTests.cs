using Benchmarking.Core.Storing;
using Benchmarking.Functions.Tests.Hosting;
using Benchmarking.Service.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Work;

/// <summary>What a Functions host fires, and what comes of it that can never succeed.</summary>
public sealed class TriggerTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timers_past_due_or_without_a_monitor_succeed()
    {
        Assert.Null(await TriggerHost.Timer(fixture.Worker, "RefreshBenchmarks", pastDue: true));
        Assert.Null(await TriggerHost.Timer(fixture.Worker, FunctionNames.ReconcileReturns, monitored: false));
    }

    [Fact]
    public async Task A_blob_name_with_blanks_percents_and_brackets_is_the_blobs_own()
    {
        const string Name = "hackney/2012-13/with space %41 [1].csv";
        await fixture.App.Upload(Name, "x");
        Assert.Null(await TriggerHost.Deliver(fixture.Worker, Name));
        var ledger = await fixture.App.Ledgers.Read(StorageKeys.Unfiled, Cancellation);
        Assert.Contains(ledger.Entries, entry => entry.Latest.Path == Name);
    }

    [Fact]
    public async Task A_blob_that_is_gone_is_done() =>
        Assert.Null(await TriggerHost.Deliver(fixture.Worker, "tameside/2012-13/budget.csv"));

    [Fact]
    public async Task An_event_of_another_container_is_passed_over_even_where_a_return_has_the_blobs_name()
    {
        await fixture.App.Upload("stockport/2012-13/savings.csv", Savings("5900000", "11.3"));
        Assert.Null(await TriggerHost.Deliver(fixture.Worker, "stockport/2012-13/savings.csv", container: "receipts"));
        Assert.Empty((await fixture.App.Ledgers.Read("stockport", Cancellation)).Entries);
        await Eventually.True(() =>
            fixture.Worker.Lines.Any(line => line.Contains("receipts/stockport/2012-13/savings.csv", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("what is this")]
    [InlineData("{\"slice\":\"savings-total|2012-13|actual\"}")]
    [InlineData(" ")]
    public async Task A_message_that_names_no_slice_is_put_aside_at_once(string message)
    {
        Assert.Null(await TriggerHost.Message(fixture.Worker, FunctionNames.RefreshSlice, message));
        Assert.Contains(await fixture.App.Poison.All(Cancellation), aside => aside.Subject == message && aside.Reason == "not a slice");
    }

    [Fact]
    public async Task A_poison_message_in_any_form_names_what_failed()
    {
        Assert.Null(await TriggerHost.Message(fixture.Worker, FunctionNames.RecordBlobPoison,
            """{"FunctionId":"F","ContainerName":"returns","BlobName":"a b/c.csv"}"""));
        Assert.Null(await TriggerHost.Message(fixture.Worker, FunctionNames.RecordBlobPoison, "plain/name.csv"));
        Assert.Null(await TriggerHost.Message(fixture.Worker, FunctionNames.RecordSlicePoison,
            "savings-total|2012-13|actual 2026-05-01T09:30:15Z"));
        Assert.Null(await TriggerHost.Message(fixture.Worker, FunctionNames.RecordRebuildPoison, "rebuild"));
        var subjects = (await fixture.App.Poison.All(Cancellation)).Select(aside => aside.Subject).ToArray();
        Assert.All(["a b/c.csv", "plain/name.csv", "savings-total|2012-13|actual", "rebuild"],
            subject => Assert.Contains(subject, subjects));
    }
}
