using Benchmarking.Service.Settings;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>A check took longer than it may. Files within the limits of reading never do, but for a machine in distress.</summary>
internal sealed class CheckTooSlowException(string message) : Exception(message);

/// <summary>Bounds what checks take from this instance: so many at once, each on a thread of its own, so that those who ask for figures
/// keep the pool's; so long at most; and so many bytes of files on hand.</summary>
internal sealed class CheckLimiter(IOptions<BenchmarkingOptions> options) : IDisposable
{
    private readonly SemaphoreSlim turns = new(options.Value.ChecksAtOnce is > 0 and var set ? set : Environment.ProcessorCount);
    private long bytesOnHand;

    /// <summary>Lets a file in that came with a request, until the answer is disposed of; null where too many bytes are on hand. A file
    /// that comes alone is always let in.</summary>
    public IDisposable? Admit(long bytes)
    {
        if (Interlocked.Add(ref bytesOnHand, bytes) is var total && total > bytes && total > options.Value.CheckBacklogBytes)
        {
            Interlocked.Add(ref bytesOnHand, -bytes);
            return null;
        }

        return new Admission(this, bytes);
    }

    /// <summary>Does the work in its turn; its token says when the caller has left or the time is over.</summary>
    public async Task<T> Run<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(TimeSpan.FromSeconds(options.Value.CheckSeconds));
            return await Task.Factory.StartNew(
                () => work(limit.Token), limit.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CheckTooSlowException($"A check took longer than {options.Value.CheckSeconds} s.");
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private sealed class Admission(CheckLimiter owner, long bytes) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                Interlocked.Add(ref owner.bytesOnHand, -bytes);
            }
        }
    }
}
