namespace Benchmarking.Core.Statistics;

/// <summary>Mean ± 2 sample standard deviations, the rule of the NHS England survey report. For comparison with such reports only: two bad
/// values hide each other from it, which <see cref="ModifiedZ"/> does not let them.</summary>
public static class TwoDeviations
{
    /// <summary>Null under two values.</summary>
    public static Interval? Of(IReadOnlyCollection<decimal> values) =>
        Averages.Mean(values) is { } mean && Averages.StandardDeviation(values) is { } deviation
            ? new(mean - (2 * deviation), mean + (2 * deviation))
            : null;
}
