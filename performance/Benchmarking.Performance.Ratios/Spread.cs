using System.Globalization;

namespace Benchmarking.Performance.Ratios;

/// <summary>Minimum, median and maximum of several runs, as a table states them.</summary>
internal static class Spread
{
    public static string Of(IEnumerable<double> runs)
    {
        double[] sorted = [.. runs.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[0]:0.0}–{sorted[sorted.Length / 2]:0.0}–{sorted[^1]:0.0}");
    }
}
