namespace Benchmarking.Core.Statistics;

/// <summary>The whole counts that an exact test of an expected count does not refuse.</summary>
internal static class CountLimits
{
    /// <summary>First and last count k with P(X ≤ k) and P(X ≥ k) both over the tail of the level. The search begins where the normal law
    /// would have them, which is a few steps away at most.</summary>
    public static (double First, double Last) Inside(
        double expected, double deviation, double most, ConfidenceLevel level, Func<double, double> atMost, Func<double, double> atLeast)
    {
        var (reach, tail) = (level.Z() * deviation, level.Tail());
        var first = Math.Max(0, Math.Floor(expected - reach));
        while (first > 0 && atMost(first - 1) > tail)
        {
            first--;
        }

        while (first < most && atMost(first) <= tail)
        {
            first++;
        }

        var last = Math.Min(most, Math.Ceiling(expected + reach));
        while (last < most && atLeast(last + 1) > tail)
        {
            last++;
        }

        while (last > 0 && atLeast(last) <= tail)
        {
            last--;
        }

        return (first, last);
    }
}
