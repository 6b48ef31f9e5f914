namespace Benchmarking.Service.Tests.Work;

/// <summary>The system's clock, put forward by a test.</summary>
internal sealed class LateClock : TimeProvider
{
    public TimeSpan Late { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Late;
}
