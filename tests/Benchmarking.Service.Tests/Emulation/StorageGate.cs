using Azure.Core;
using Azure.Core.Pipeline;

namespace Benchmarking.Service.Tests.Emulation;

/// <summary>Stalls an instance: every call that <paramref name="stalls"/> picks waits until the gate is opened, before it is sent or, where
/// <paramref name="answered"/>, with its answer on the way. From then on the calls that <paramref name="dies"/> picks fail, as if the
/// process had died before them.</summary>
public sealed class StorageGate(Func<Request, bool> stalls, Func<Request, bool> dies, bool answered = false)
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the instance stands at the gate.</summary>
    public Task Reached => reached.Task;

    public void Open() => opened.SetResult();

    public void Arm(ClientOptions options, string service)
    {
        options.Retry.MaxRetries = 0;
        options.AddPolicy(new Policy(this), HttpPipelinePosition.PerRetry);
    }

    private async Task Stall(Request request)
    {
        if (!opened.Task.IsCompleted && stalls(request))
        {
            reached.TrySetResult();
            await opened.Task;
        }
    }

    private async Task Send(Request request, Func<ValueTask> send)
    {
        if (!answered)
        {
            await Stall(request);
        }

        if (opened.Task.IsCompleted && dies(request))
        {
            throw new IOException($"The process died before {request.Method} {request.Uri.Path}.");
        }

        await send();
        if (answered)
        {
            await Stall(request);
        }
    }

    private sealed class Policy(StorageGate gate) : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            await gate.Send(message.Request, () => ProcessNextAsync(message, pipeline));

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The app calls storage asynchronously.");
    }
}
