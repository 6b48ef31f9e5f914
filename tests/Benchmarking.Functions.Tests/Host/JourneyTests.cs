using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs.Specialized;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Functions.Tests.Emulation;
using Benchmarking.Functions.Tests.Work;
using Benchmarking.Functions.Triggers;
using static Benchmarking.Functions.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>A return's way through the published app under a Functions host.</summary>
public sealed class JourneyTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_upload_to_a_comparison()
    {
        var connection = azurite.NewAccount();
        await using var handler = await HandlerProcess.Start(connection);
        var host = new FunctionsHost(connection);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));

        Assert.Null(await host.Deliver(handler, TamesideSavings));
        Assert.True(await host.Waiting(Functions.Storage.StorageClients.StaleSlicesQueue) > 0);
        await host.RunSlices(() => handler);

        var comparison = await Get(handler, "/api/v1/comparisons/savings-pct-net-budget?year=2012-13&peers=all", null);
        var tameside = comparison.GetProperty("councils").EnumerateArray().Single(council => council.GetProperty("council").GetString() == "tameside");
        Assert.Equal(11.3m, tameside.GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task A_blob_that_storage_lets_nobody_finish_is_put_aside_after_five_tries_and_an_operator_sees_it()
    {
        var connection = azurite.NewAccount();
        await using var handler = await HandlerProcess.Start(connection);
        var host = new FunctionsHost(connection);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Savings("5900000", "11.3"))));
        var receipt = app.Storage.Receipts.GetBlobClient(StorageKeys.ReceiptBlob(Receipt.IdFor(TamesideSavings, sha, 1)));
        await receipt.UploadAsync(BinaryData.FromString("held"), Cancellation);
        var lease = (await receipt.GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancellation)).Value.LeaseId;

        Assert.Equal(5, await host.DeliverUntilPoison(handler, TamesideSavings));
        Assert.Equal(1, await host.RunQueue(FunctionNames.BlobPoisonQueue, FunctionNames.RecordBlobPoison, () => handler));

        var aside = (await Get(handler, "/api/v1/operations/poison", handler.OperatorKey)).GetProperty("poison").EnumerateArray().Single();
        Assert.Equal(TamesideSavings, aside.GetProperty("subject").GetString());
        Assert.Equal(FunctionNames.IngestReturn, aside.GetProperty("trigger").GetString());
        using var stranger = await handler.Forward(HttpMethod.Get, "/api/v1/operations/poison");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, stranger.StatusCode);

        // Released, the hourly comparison takes it in without another event.
        await receipt.GetBlobLeaseClient(lease).ReleaseAsync(cancellationToken: Cancellation);
        Assert.Null(await FunctionsHost.Invoke(handler, FunctionNames.ReconcileReturns, HostPayloads.Timer()));
        Assert.NotNull((await app.Ledgers.Read("tameside", Cancellation)).Find("2012-13|savings"));
    }

    [Fact]
    public async Task A_nightly_run_past_due_publishes_what_the_queue_never_did()
    {
        var connection = azurite.NewAccount();
        await using var handler = await HandlerProcess.Start(connection);
        var host = new FunctionsHost(connection);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
        Assert.Null(await host.Deliver(handler, TamesideSavings));

        Assert.Null(await FunctionsHost.Invoke(handler, FunctionNames.RefreshBenchmarks, HostPayloads.Timer(pastDue: true)));
        var latest = await Get(handler, "/api/v1/refreshes/latest", null);
        Assert.Equal("finished", latest.GetProperty("state").GetString());
        Assert.NotEqual(0, latest.GetProperty("rewritten").GetInt32());
    }

    private static async Task<JsonElement> Get(HandlerProcess handler, string path, string? key)
    {
        using var answer = await handler.Forward(HttpMethod.Get, path, key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
