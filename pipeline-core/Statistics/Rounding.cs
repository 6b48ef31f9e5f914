namespace Benchmarking.Core.Statistics;

/// <summary>Whether figures are published with the places of their metric, or as they were computed.</summary>
public enum Precision
{
    Rounded,
    Full,
}

/// <summary>The one rounding rule: decimal arithmetic, half away from zero, on output only (2.25 → 2.3, −2.25 → −2.3).
/// Zeros at the end are dropped, so that equal numbers are written alike.</summary>
public static class Rounding
{
    // Dividing by one with every place there is takes the zeros off the end.
    private const decimal One = 1.0000000000000000000000000000m;

    public static decimal Publish(decimal value, int decimals, Precision precision = Precision.Rounded) =>
        (precision == Precision.Full ? value : Math.Round(value, decimals, MidpointRounding.AwayFromZero)) / One;

    public static decimal? Publish(decimal? value, int decimals, Precision precision = Precision.Rounded) =>
        value is { } number ? Publish(number, decimals, precision) : null;

    /// <summary>To the nearest multiple of a step, half away from zero: 12 to the nearest 5 is 10, 13 is 15.</summary>
    public static decimal ToNearest(decimal value, decimal step) =>
        Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
}
