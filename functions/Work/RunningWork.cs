using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace Benchmarking.Functions.Work;

/// <summary>Keeps a worker that is told to stop until its running invocations have ended: by itself it would cut them off.</summary>
internal sealed class RunningWork : IFunctionsWorkerMiddleware, IHostedLifecycleService
{
    /// <summary>An invocation's answer goes to the host a moment after its function has ended.</summary>
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running;
    private volatile bool stopping;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        Interlocked.Increment(ref running);
        try
        {
            await next(context);
        }
        finally
        {
            if (Interlocked.Decrement(ref running) == 0 && stopping)
            {
                ended.TrySetResult();
            }
        }
    }

    /// <summary>Comes before any part of the worker is stopped; waits as long as the host's options allow.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        if (Volatile.Read(ref running) > 0)
        {
            await ended.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Answer, CancellationToken.None);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
