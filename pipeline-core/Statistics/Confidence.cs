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

    /// <summary>The interval about a value with a further variance, <paramref name="z"/> deviates of it each way, squared and added to
    /// each half (as in Newcombe's method 10, so that an uneven interval stays uneven).</summary>
    public Interval Widened(decimal value, decimal variance, double z)
    {
        var square = z * z * (double)variance;
        double Half(decimal end) => Math.Sqrt(Math.Pow((double)(value - end), 2) + square);
        return variance == 0 ? this : new(value - (decimal)Half(Lower), value + (decimal)Half(Upper));
    }

    /// <summary>The interval of a difference of two independent values: their halves squared and added, each where it counts against the
    /// other (method 10 of Newcombe 1998).</summary>
    internal static Interval OfDifference(decimal value1, Interval interval1, decimal value0, Interval interval0)
    {
        static decimal Hypotenuse(decimal a, decimal b) => (decimal)Math.Sqrt((double)((a * a) + (b * b)));
        var difference = value1 - value0;
        return new(
            difference - Hypotenuse(value1 - interval1.Lower, interval0.Upper - value0),
            difference + Hypotenuse(interval1.Upper - value1, value0 - interval0.Lower));
    }

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
