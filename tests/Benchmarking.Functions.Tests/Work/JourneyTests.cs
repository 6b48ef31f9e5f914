using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Specialized;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Functions.Tests.Hosting;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using Benchmarking.Service.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Work;

/// <summary>A return's way through the published worker under a Functions host.</summary>
public sealed class JourneyTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_upload_to_a_comparison()
    {
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection);
        TestContext.Current.SendDiagnosticMessage($"From process start until the functions are loaded: "
            + $"{worker.TimeToReady.TotalMilliseconds:F0} ms.");
        var host = new TriggerHost(connection);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));

        Assert.Null(await TriggerHost.Deliver(worker, TamesideSavings));
        Assert.True(await host.Waiting(StorageClients.StaleSlicesQueue) > 0);
        await host.RunSlices(() => worker);

        var comparison = await Get(worker, "/api/v1/comparisons/savings-pct-net-budget?year=2012-13&peers=all", null);
        var tameside = comparison.GetProperty("councils").EnumerateArray()
            .Single(council => council.GetProperty("council").GetString() == "tameside");
        Assert.Equal(11.3m, tameside.GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task A_blob_that_storage_lets_nobody_finish_is_put_aside_after_five_tries_and_an_operator_sees_it()
    {
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection);
        var host = new TriggerHost(connection);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
        var sha = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Savings("5900000", "11.3"))));
        var receipt = app.Storage.Receipts.GetBlobClient(StorageKeys.ReceiptBlob(Receipt.IdFor(TamesideSavings, sha, 1)));
        await receipt.UploadAsync(BinaryData.FromString("held"), Cancellation);
        var lease = (await receipt.GetBlobLeaseClient()
            .AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancellation)).Value.LeaseId;

        Assert.Equal(5, await host.DeliverUntilPoison(worker, TamesideSavings));
        Assert.Equal(1, await host.RunQueue(FunctionNames.BlobPoisonQueue, FunctionNames.RecordBlobPoison, () => worker));

        var aside = (await Get(worker, "/api/v1/operations/poison", worker.OperatorKey)).GetProperty("poison").EnumerateArray().Single();
        Assert.Equal(TamesideSavings, aside.GetProperty("subject").GetString());
        Assert.Equal(FunctionNames.IngestReturn, aside.GetProperty("trigger").GetString());
        using var stranger = await worker.Http.GetAsync("/api/v1/operations/poison", Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, stranger.StatusCode);

        // Released, the hourly comparison takes it in without another event.
        await receipt.GetBlobLeaseClient(lease).ReleaseAsync(cancellationToken: Cancellation);
        Assert.Null(await TriggerHost.Timer(worker, FunctionNames.ReconcileReturns));
        Assert.NotNull((await app.Ledgers.Read("tameside", Cancellation)).Find("2012-13|savings"));
    }

    [Fact]
    public async Task A_slice_that_cannot_be_read_is_put_aside_after_five_tries_and_an_operator_tries_it_again()
    {
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection);
        var host = new TriggerHost(connection);
        using var app = new TestApp(connection);
        var key = SliceKey.Parse("savings-total|2012-13|actual");
        var broken = new TableEntity(StorageKeys.ObservationPartition(key), "tameside") { ["Json"] = "{}" };
        await app.Storage.Observations.AddEntityAsync(broken, Cancellation);
        await host.Send(StorageClients.StaleSlicesQueue, key.ToString());

        Assert.Equal(5, await host.RunUntilPoison(StorageClients.StaleSlicesQueue, FunctionNames.RefreshSlice, worker));
        Assert.Equal(0, await host.Waiting(StorageClients.StaleSlicesQueue));
        Assert.Equal(1, await host.RunQueue(FunctionNames.SlicePoisonQueue, FunctionNames.RecordSlicePoison, () => worker));

        var aside = (await Get(worker, "/api/v1/operations/poison", worker.OperatorKey)).GetProperty("poison").EnumerateArray().Single();
        Assert.Equal((FunctionNames.RefreshSlice, key.ToString()),
            (aside.GetProperty("trigger").GetString(), aside.GetProperty("subject").GetString()));

        await app.Storage.Observations.DeleteEntityAsync(broken.PartitionKey, broken.RowKey, cancellationToken: Cancellation);
        using var again =
            new HttpRequestMessage(HttpMethod.Post, $"/api/v1/operations/poison/RefreshSlice/{aside.GetProperty("id").GetString()}");
        again.Headers.Add("X-Api-Key", worker.OperatorKey);
        using var done = await worker.Http.SendAsync(again, Cancellation);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Cancellation));
        Assert.Empty(await app.Poison.All(Cancellation));
    }

    private static async Task<JsonElement> Get(WorkerProcess worker, string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        using var answer = await worker.Http.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
