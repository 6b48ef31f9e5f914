namespace Benchmarking.TableStorage.Tests.Support;

/// <summary>One minute later at each look.</summary>
internal sealed class SteppingClock(DateTimeOffset start) : TimeProvider
{
    private int _looks;

    public override DateTimeOffset GetUtcNow() => start.AddMinutes(_looks++);
}
