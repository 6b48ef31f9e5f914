namespace Benchmarking.Core.Statistics;

/// <summary>Counts of people and their total as they may be published together. A count withheld alone could be had by taking the others
/// from the total, so then the total is withheld too (secondary suppression).</summary>
public sealed record SuppressedGroup(IReadOnlyList<decimal?> Counts, decimal? Total)
{
    /// <summary>The total is that of the exact counts, to the nearest 5; null where exactly one count is withheld.</summary>
    public static SuppressedGroup Of(IReadOnlyList<decimal> counts)
    {
        List<decimal?> published = [.. counts.Select(Suppression.Publish)];
        var withheld = published.Count(count => count is null);
        return new(published, withheld == 1 ? null : Suppression.Publish(counts.Sum()));
    }
}
