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

    /// <summary>The same of values already sorted upwards, without looking at all of them.</summary>
    public static decimal? OfSorted(decimal[] sorted, decimal value)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        if (sorted.Length == 0)
        {
            return null;
        }

        var below = CountBelow(sorted, value, orEqual: false);
        var equal = CountBelow(sorted, value, orEqual: true) - below;
        return 100m * (below + (0.5m * equal)) / sorted.Length;
    }

    private static int CountBelow(decimal[] sorted, decimal value, bool orEqual)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value))
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
