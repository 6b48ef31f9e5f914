namespace Benchmarking.Core.Statistics;

/// <summary>Where a value stands in a group, 0 to 100 from the lowest values up, whichever way is better.</summary>
public static class PercentileRank
{
    /// <summary>Mid-rank: 100 × (those below + half of those equal) / n. The value need not be one of the group;
    /// where it is, it counts as equal to itself. Null for an empty group.</summary>
    public static decimal? MidRank(IReadOnlyCollection<decimal> group, decimal value)
    {
        if (group.Count == 0)
        {
            return null;
        }

        var below = group.Count(other => other < value);
        var equal = group.Count(other => other == value);
        return 100m * (below + (0.5m * equal)) / group.Count;
    }
}
