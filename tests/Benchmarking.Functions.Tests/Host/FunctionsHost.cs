using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Benchmarking.Functions.Triggers;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>Plays the Functions host to handler processes on one account, strictly by its contract: chunked posts, five tries one right after
/// another, then a message in the poison queue; what a handler answers counts only as the contract lets it.</summary>
internal sealed class FunctionsHost(string connection)
{
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(3);

    public BlobContainerClient Returns { get; } = new(connection, "returns");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One attempt. Null where it succeeded, else why it counts as failed.</summary>
    public static async Task<string?> Invoke(HandlerProcess handler, string function, string payload, string? invocation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{function}") { Content = new StringContent(payload, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Azure-Functions-InvocationId", invocation ?? Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/4.1037.0.0");
        try
        {
            using var answer = await handler.Http.SendAsync(request, Cancellation);
            return await Verdict(answer);
        }
        catch (HttpRequestException dropped)
        {
            return $"connection: {dropped.Message}";
        }
    }

    public async Task<string?> Deliver(HandlerProcess handler, string blobName)
    {
        var blob = Returns.GetBlobClient(blobName);
        var content = (await blob.DownloadContentAsync(Cancellation)).Value.Content.ToArray();
        return await Invoke(handler, FunctionNames.IngestReturn, HostPayloads.Blob(blob.Uri, content, blobName));
    }

    /// <summary>Delivers a blob up to five times; after that its name goes to the poison queue. Returns how many tries it took.</summary>
    public async Task<int> DeliverUntilPoison(HandlerProcess handler, string blobName)
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            if (await Deliver(handler, blobName) is null)
            {
                return attempt;
            }
        }

        var message = new JsonObject
        {
            ["FunctionId"] = "Host.Functions.IngestReturn",
            ["BlobType"] = "BlockBlob",
            ["ContainerName"] = "returns",
            ["BlobName"] = blobName,
            ["ETag"] = "\"0x8DC\"",
        };
        await Send(FunctionNames.BlobPoisonQueue, message.ToJsonString());
        return 5;
    }

    /// <summary>Hands out what the queue holds now; a message that failed five times goes to the poison queue. Returns how many there were.</summary>
    public async Task<int> RunQueue(string queue, string function, Func<HandlerProcess> handler)
    {
        var client = Open(queue);
        QueueMessage[] messages = await client.ExistsAsync(Cancellation) ? (await client.ReceiveMessagesAsync(8, Hidden, Cancellation)).Value : [];
        await Task.WhenAll(messages.Select(message => Work(client, function, handler(), message)));
        return messages.Length;
    }

    public async Task<int> Waiting(string queue)
    {
        var client = Open(queue);
        return await client.ExistsAsync(Cancellation) ? (await client.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount : 0;
    }

    public async Task Send(string queue, string message)
    {
        var client = Open(queue);
        await client.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await client.SendMessageAsync(message, Cancellation);
    }

    /// <summary>Works the queue of stale slices off, until nothing waits.</summary>
    public async Task RunSlices(Func<HandlerProcess> handler)
    {
        while (await Waiting("stale-slices") > 0)
        {
            await RunQueue("stale-slices", FunctionNames.RefreshSlice, handler);
        }
    }

    private async Task Work(QueueClient client, string function, HandlerProcess handler, QueueMessage message)
    {
        if (await Invoke(handler, function, HostPayloads.Queue(message.Body.ToString())) is not null)
        {
            if (message.DequeueCount < 5)
            {
                return;
            }

            await Send($"{client.Name}-poison", message.Body.ToString());
        }

        await client.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
    }

    private QueueClient Open(string queue) => new(connection, queue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private static async Task<string?> Verdict(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.False((int)answer.StatusCode is >= 300 and < 400, "A redirect turns the post into a get without a body.");
        Assert.False(answer.IsSuccessStatusCode && body is "" or "null", "An empty success makes the host wait until its time limit.");
        if (!answer.IsSuccessStatusCode)
        {
            return $"{(int)answer.StatusCode} {body}";
        }

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var result = JsonDocument.Parse(body).RootElement;
        Assert.Equal(JsonValueKind.Object, result.GetProperty("Outputs").ValueKind);
        Assert.Equal(JsonValueKind.Array, result.GetProperty("Logs").ValueKind);
        return null;
    }
}
