using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs.Specialized;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using Benchmarking.Service.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>A return's way through the published worker under a Functions host.</summary>
public sealed class JourneyTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_upload_to_a_comparison()
    {
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection);
        var host = new FunctionsHost(connection);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));

        Assert.Null(await FunctionsHost.Deliver(worker, TamesideSavings));
        Assert.True(await host.Waiting(Service.Storage.StorageClients.StaleSlicesQueue) > 0);
        await host.RunSlices(() => worker);

        var comparison = await Get(worker, "/api/v1/comparisons/savings-pct-net-budget?year=2012-13&peers=all", null);
        var tameside = comparison.GetProperty("councils").EnumerateArray().Single(council => council.GetProperty("council").GetString() == "tameside");
        Assert.Equal(11.3m, tameside.GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task A_blob_that_storage_lets_nobody_finish_is_put_aside_after_five_tries_and_an_operator_sees_it()
    {
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection);
        var host = new FunctionsHost(connection);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Savings("5900000", "11.3"))));
        var receipt = app.Storage.Receipts.GetBlobClient(StorageKeys.ReceiptBlob(Receipt.IdFor(TamesideSavings, sha, 1)));
        await receipt.UploadAsync(BinaryData.FromString("held"), Cancellation);
        var lease = (await receipt.GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancellation)).Value.LeaseId;

        Assert.Equal(5, await host.DeliverUntilPoison(worker, TamesideSavings));
        Assert.Equal(1, await host.RunQueue(FunctionNames.BlobPoisonQueue, FunctionNames.RecordBlobPoison, () => worker));

        var aside = (await Get(worker, "/api/v1/operations/poison", worker.OperatorKey)).GetProperty("poison").EnumerateArray().Single();
        Assert.Equal(TamesideSavings, aside.GetProperty("subject").GetString());
        Assert.Equal(FunctionNames.IngestReturn, aside.GetProperty("trigger").GetString());
        using var stranger = await worker.Forward(HttpMethod.Get, "/api/v1/operations/poison");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, stranger.StatusCode);

        // Released, the hourly comparison takes it in without another event.
        await receipt.GetBlobLeaseClient(lease).ReleaseAsync(cancellationToken: Cancellation);
        Assert.Null(await worker.Invoke(FunctionNames.ReconcileReturns, Invocations.Timer()));
        Assert.NotNull((await app.Ledgers.Read("tameside", Cancellation)).Find("2012-13|savings"));
    }

    [Fact]
    public async Task A_nightly_run_past_due_asks_for_one_rebuild_however_often_it_fires()
    {
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection);
        var host = new FunctionsHost(connection);
        Assert.Null(await worker.Invoke(FunctionNames.RefreshBenchmarks, Invocations.Timer(pastDue: true)));
        Assert.Null(await worker.Invoke(FunctionNames.RefreshBenchmarks, Invocations.Timer()));
        Assert.Equal(1, await host.Waiting(Service.Storage.StorageClients.RebuildRequestsQueue));
        Assert.Equal("running", (await Get(worker, "/api/v1/refreshes/latest", null)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_message_that_is_no_slice_is_done_with_and_seen_by_operators()
    {
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection);
        Assert.Null(await worker.Invoke(FunctionNames.RefreshSlice, Invocations.Queue("nothing|like|it")));
        var poison = (await Get(worker, "/api/v1/operations/poison", worker.OperatorKey)).GetProperty("poison").EnumerateArray().Single();
        Assert.Equal("nothing|like|it", poison.GetProperty("subject").GetString());
    }

    private static async Task<JsonElement> Get(WorkerProcess worker, string path, string? key)
    {
        using var answer = await worker.Forward(HttpMethod.Get, path, key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
