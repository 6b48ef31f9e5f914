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

    /// <summary>It takes effect and is the last: every later call fails, as if the process had died.</summary>
    Last,
}

/// <summary>Counts storage calls over all clients and breaks the n-th. Each failure is final: the clients' own retries are off.</summary>
public sealed class StorageFaults(int at, Fault fault)
{
    private int calls;

    public int Calls => calls;

    public bool Struck => calls >= at;

    public void Arm(ClientOptions options, string service)
    {
        options.Retry.MaxRetries = 0;
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
            if (owner.Kind == Fault.After && number == owner.At)
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
