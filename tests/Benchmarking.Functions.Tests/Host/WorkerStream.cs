using System.Collections.Concurrent;
using System.Threading.Channels;
using Benchmarking.Functions.Tests.Host.Contract;
using Grpc.Core;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>The host's end of the stream over which a worker is driven: what it answers goes to whoever asked for it, what it logs is remembered.</summary>
internal sealed class WorkerStream : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> toWorker = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> awaited = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RpcLog> logs = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => begun.Task;

    public IReadOnlyList<RpcLog> Logs => [.. logs];

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var sending = Send(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            {
                Take(message);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            // The process is gone.
        }

        Break();
        toWorker.Writer.TryComplete();
        await Task.WhenAny(sending);
    }

    /// <summary>Sends a message and waits for the answer to it; a worker that dies meanwhile is an <see cref="IOException"/>.</summary>
    public Task<StreamingMessage> Ask(string key, StreamingMessage message)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[key] = answer;
        if (!toWorker.Writer.TryWrite(message))
        {
            answer.TrySetException(new IOException("The worker is gone."));
        }

        return answer.Task;
    }

    public void Tell(StreamingMessage message) => toWorker.Writer.TryWrite(message);

    /// <summary>Whoever still waits for an answer gets none.</summary>
    public void Break()
    {
        toWorker.Writer.TryComplete();
        foreach (var answer in awaited.Values)
        {
            answer.TrySetException(new IOException("The worker is gone."));
        }
    }

    private async Task Send(IServerStreamWriter<StreamingMessage> stream, CancellationToken stop)
    {
        await foreach (var message in toWorker.Reader.ReadAllAsync(stop))
        {
            await stream.WriteAsync(message, stop);
        }
    }

    private void Take(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                begun.TrySetResult();
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                logs.Enqueue(message.RpcLog);
                break;
            default:
                if (awaited.TryRemove(KeyOf(message), out var answer))
                {
                    answer.TrySetResult(message);
                }

                break;
        }
    }

    private static string KeyOf(StreamingMessage message) => message.ContentCase switch
    {
        StreamingMessage.ContentOneofCase.InvocationResponse => message.InvocationResponse.InvocationId,
        StreamingMessage.ContentOneofCase.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
        _ => message.ContentCase.ToString(),
    };
}
