using System.Collections.Concurrent;
using System.Threading.Channels;
using Benchmarking.Functions.Tests.Hosting.Contract;
using Grpc.Core;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>The host's end of the stream to one worker: greets it, learns its functions and sends it invocations. What a worker that died
/// was still doing has failed.</summary>
internal sealed class WorkerChannel : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> asked = new();
    private readonly ConcurrentQueue<string> log = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool ended;

    public const string Ended = "worker ended";

    /// <summary>What the worker logged to its host.</summary>
    public IReadOnlyList<string> Log => [.. log];

    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<RpcFunctionMetadata> Functions { get; private set; } = [];

    /// <summary>How many functions the worker said that it could load.</summary>
    public int Loaded { get; private set; }

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
        catch (Exception gone) when (gone is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // The worker was killed.
        }

        Close();
        await sending;
    }

    /// <summary>Greets the worker and loads its functions, in the host's order.</summary>
    public async Task Greet(string folder)
    {
        await started.Task;
        var greeting = new WorkerInitRequest { HostVersion = "4.1037.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder };
        Capabilities = (await Ask("init", new StreamingMessage { WorkerInitRequest = greeting })).WorkerInitResponse.Capabilities;
        var metadata = await Ask("metadata",
            new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder } });
        Functions = [.. metadata.FunctionMetadataResponse.FunctionMetadataResults];
        foreach (var function in Functions)
        {
            var load = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
            var answer = (await Ask(function.FunctionId, new StreamingMessage { FunctionLoadRequest = load })).FunctionLoadResponse;
            Loaded += answer.Result.Status == StatusResult.Types.Status.Success ? 1 : 0;
        }
    }

    /// <summary>One attempt. Null where it succeeded, else why it failed.</summary>
    public async Task<string?> Invoke(InvocationRequest invocation)
    {
        try
        {
            var result =
                (await Ask(invocation.InvocationId, new StreamingMessage { InvocationRequest = invocation })).InvocationResponse.Result;
            return result.Status == StatusResult.Types.Status.Success ? null : $"{result.Status}: {result.Exception?.Message}";
        }
        catch (IOException)
        {
            return Ended;
        }
    }

    public void Cancel(string invocation) =>
        outgoing.Writer.TryWrite(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocation } });

    public void Terminate() => outgoing.Writer.TryWrite(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });

    public void Close()
    {
        ended = true;
        outgoing.Writer.TryComplete();
        foreach (var waiting in asked.Values)
        {
            waiting.TrySetException(new IOException(Ended));
        }
    }

    private async Task<StreamingMessage> Ask(string id, StreamingMessage question)
    {
        var answer = asked[id] = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (ended || !outgoing.Writer.TryWrite(question))
        {
            throw new IOException(Ended);
        }

        try
        {
            return await answer.Task;
        }
        finally
        {
            asked.TryRemove(id, out _);
        }
    }

    private void Take(StreamingMessage message)
    {
        var answered = message.ContentCase switch
        {
            StreamingMessage.ContentOneofCase.WorkerInitResponse => "init",
            StreamingMessage.ContentOneofCase.FunctionMetadataResponse => "metadata",
            StreamingMessage.ContentOneofCase.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
            StreamingMessage.ContentOneofCase.InvocationResponse => message.InvocationResponse.InvocationId,
            _ => null,
        };
        if (answered is not null && asked.TryGetValue(answered, out var waiting))
        {
            waiting.TrySetResult(message);
        }
        else if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            log.Enqueue($"{message.RpcLog.Category}: {message.RpcLog.Message} {message.RpcLog.Exception?.Message} "
                + $"{message.RpcLog.Exception?.StackTrace}");
        }
        else if (message.ContentCase == StreamingMessage.ContentOneofCase.StartStream)
        {
            started.TrySetResult();
        }
    }

    private async Task Send(IServerStreamWriter<StreamingMessage> stream, CancellationToken gone)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(gone))
            {
                await stream.WriteAsync(message, gone);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or InvalidOperationException or IOException)
        {
            // Nobody listens any more.
        }
    }
}
