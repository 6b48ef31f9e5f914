using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Benchmarking.Service.Work;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>The triggers of a Functions host on one account: five tries one right after another, then a message in the poison
/// queue.</summary>
internal sealed class TriggerHost(string connection)
{
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<string?> Deliver(WorkerProcess worker, string blobName, string container = "returns", string? trace = null) =>
        worker.Invoke(FunctionNames.IngestReturn, "blob", Payloads.Blob(blobName, container), trace: trace);

    public static Task<string?> Message(WorkerProcess worker, string function, string message, string? id = null) =>
        worker.Invoke(function, "message", Payloads.Queue(message), id);

    public static Task<string?> Timer(WorkerProcess worker, string function, bool pastDue = false, bool monitored = true) =>
        worker.Invoke(function, "timer", Payloads.Timer(pastDue, monitored));

    /// <summary>Delivers a blob up to five times; after that its name goes to the poison queue. Returns how many tries it took.</summary>
    public async Task<int> DeliverUntilPoison(WorkerProcess worker, string blobName)
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            if (await Deliver(worker, blobName) is null)
            {
                return attempt;
            }
        }

        await Send(FunctionNames.BlobPoisonQueue, JsonSerializer.Serialize(new
        {
            FunctionId = "Host.Functions.IngestReturn", BlobType = "BlockBlob", ContainerName = "returns", BlobName = blobName,
            ETag = "\"0x8DC\"",
        }));
        return 5;
    }

    /// <summary>Hands out what the queue holds now; a message that failed five times goes to the poison queue. Returns how many there
    /// were.</summary>
    public async Task<int> RunQueue(string queue, string function, Func<WorkerProcess> worker)
    {
        var client = Open(queue);
        QueueMessage[] messages = await client.ExistsAsync(Cancellation)
            ? (await client.ReceiveMessagesAsync(8, Hidden, Cancellation)).Value
            : [];
        await Task.WhenAll(messages.Select(message => Work(client, function, worker(), message)));
        return messages.Length;
    }

    /// <summary>Works a queue off until a message has gone to its poison queue. Returns how many tries there were.</summary>
    public async Task<int> RunUntilPoison(string queue, string function, WorkerProcess worker)
    {
        var tries = 0;
        while (await Waiting($"{queue}-poison") == 0)
        {
            tries += await RunQueue(queue, function, () => worker);
            await Task.Delay(50, Cancellation);
        }

        return tries;
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
    public async Task RunSlices(Func<WorkerProcess> worker)
    {
        while (await Waiting("stale-slices") > 0)
        {
            await RunQueue("stale-slices", FunctionNames.RefreshSlice, worker);
        }
    }

    private async Task Work(QueueClient client, string function, WorkerProcess worker, QueueMessage message)
    {
        if (await Message(worker, function, message.Body.ToString()) is not null)
        {
            if (message.DequeueCount < 5)
            {
                return;
            }

            await Send($"{client.Name}-poison", message.Body.ToString());
        }

        await client.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
    }

    private QueueClient Open(string queue) =>
        new(connection, queue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
}
