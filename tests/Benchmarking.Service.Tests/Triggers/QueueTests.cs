using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using Benchmarking.Core.Publishing;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Triggers;

/// <summary>What others met with the SDK's queues: a message in another encoding, and one that says nothing.</summary>
public sealed class QueueTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly SliceKey Total = SliceKey.Parse("savings-total|2012-13|actual");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_in_another_encoding_and_one_of_no_slice_keep_back_no_other_and_do_not_stay()
    {
        var account = azurite.NewAccount();
        await using var app = await RunningApp.Start(account);
        await new QueueClient(account, StorageClients.StaleSlicesQueue).SendMessageAsync("not in base64 at all", Cancellation);
        await new QueueClient(account, StorageClients.StaleSlicesQueue,
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })
            .SendMessageAsync("no slice", Cancellation);
        using var other = new TestApp(account);
        await other.File(TamesideSavings, Savings("5900000", "11.3"));

        await app.WaitUntil("the slice is served", async () => (await other.Slices.Pointer(Total, Cancellation)).Version is not null);
        using var client = app.AsOperator();
        await app.WaitUntil("what is no slice is put aside", async () => (await Subjects(client)).Count == 1);
        Assert.Equal("no slice", Assert.Single(await Subjects(client)));
        await app.WaitUntilPublished();
    }

    private static async Task<IReadOnlyList<string>> Subjects(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/operations/poison", Cancellation)).GetProperty("poison").EnumerateArray()
            .Select(aside => aside.GetProperty("subject").GetString()!)];
}
