using Azure.Core;
using Azure.Core.Pipeline;

namespace Benchmarking.Service.Tests.Emulation;

/// <summary>What happens to the n-th storage call.</summary>
public enum Fault
{
    /// <summary>It fails and has no effect.</summary>
    Before,

    /// <summary>It takes effect, but its answer is lost.</summary>
    After,

    /// <summary>It takes effect, its answer is lost, and the client tries again by itself.</summary>
    Repeated,

    /// <summary>It takes effect and is the last: every later call fails, as if the process had died.</summary>
    Last,
}

/// <summary>Counts storage calls over all clients and breaks the n-th. Each failure is final: the clients' own retries are off, unless it
/// is to be repeated.</summary>
public sealed class StorageFaults(int at, Fault fault)
{
    private int calls;

    public int Calls => calls;

    public bool Struck => calls >= at;

    public void Arm(ClientOptions options, string service)
    {
        options.Retry.MaxRetries = fault == Fault.Repeated ? 1 : 0;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(new Policy(this), HttpPipelinePosition.PerRetry);
    }

    private sealed class Policy(StorageFaults owner) : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var number = Interlocked.Increment(ref owner.calls);
            if ((fault: owner.Kind, number.CompareTo(owner.At)) is (Fault.Before, 0) or (Fault.Last, > 0))
            {
                throw new IOException($"Storage call {number} was made to fail.");
            }

            await ProcessNextAsync(message, pipeline);
            if (owner.Kind is Fault.After or Fault.Repeated && number == owner.At)
            {
                throw new IOException($"The answer of storage call {number} was made to be lost.");
            }
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The app calls storage asynchronously.");
    }

    private int At => at;

    private Fault Kind => fault;
}
