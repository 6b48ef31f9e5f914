namespace Benchmarking.Core.Statistics;

/// <summary>The two-sided confidence levels in use: 95 % for intervals, 99.8 % for outer funnel limits.</summary>
public enum ConfidenceLevel
{
    NinetyFive,
    NinetyNinePointEight,
}

/// <summary>A confidence interval, ends included.</summary>
public readonly record struct Interval(decimal Lower, decimal Upper)
{
    public bool Contains(decimal value) => value >= Lower && value <= Upper;

    public Interval Times(decimal factor) => new(Lower * factor, Upper * factor);

    internal static Interval Of(double lower, double upper) => new((decimal)lower, (decimal)upper);
}

internal static class ConfidenceLevels
{
    /// <summary>The normal deviate of the level.</summary>
    public static double Z(this ConfidenceLevel level) => level switch
    {
        ConfidenceLevel.NinetyNinePointEight => 3.090232306167813,
        _ => 1.959963984540054,
    };

    /// <summary>The chance left out at each end.</summary>
    public static double Tail(this ConfidenceLevel level) => level switch
    {
        ConfidenceLevel.NinetyNinePointEight => 0.001,
        _ => 0.025,
    };
}
