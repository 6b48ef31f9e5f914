namespace Benchmarking.Service.Tests.Security;

/// <summary>The system's clock, moved on by as much as a test says.</summary>
internal sealed class MovableClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
