using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>One council's position on every metric of a year and status against the same peers, in the catalogue's order.
/// <c>verdicts</c> counts the metrics of each verdict.</summary>
public sealed record PublishedProfile(
    string Council,
    string Name,
    string Year,
    string Status,
    PublishedPeerGroup PeerGroup,
    IReadOnlyDictionary<string, int> Verdicts,
    IReadOnlyList<PublishedPosition> Metrics);

/// <summary>A metric with the peers' summary and the council's place in it. A council without a figure has the state that says
/// why.</summary>
public sealed record PublishedPosition(
    string Metric,
    string Label,
    string Definition,
    string Unit,
    string Polarity,
    string? Denominator,
    string Source,
    IReadOnlyList<string> Caveats,
    int Decimals,
    string Basis,
    PublishedSummary Summary,
    PublishedSubject Subject);

/// <summary>Makes profiles of comparisons that have a subject.</summary>
public static class Profiles
{
    /// <summary>The profile of the comparisons' one subject; there is at least one, and all are of one year, status and peer
    /// group.</summary>
    public static PublishedProfile Of(IReadOnlyList<Comparison> comparisons)
    {
        List<PublishedComparison> published = [.. comparisons.Select(comparison => Publication.Publish(comparison))];
        List<PublishedPosition> positions = [.. published.Select(c => new PublishedPosition(
            c.Metric, c.Label, c.Definition, c.Unit, c.Polarity, c.Denominator, c.Source, c.Caveats, c.Decimals, c.Basis, c.Summary,
            c.Subject ?? throw new ArgumentException("A profile is made of comparisons with a subject.", nameof(comparisons))))];
        var first = published[0];
        return new(
            first.Subject!.Council, first.Subject.Name, first.Year, first.Status, first.PeerGroup,
            Codes.All<Verdict>()
                .ToDictionary(verdict => verdict, verdict => positions.Count(position => position.Subject.Verdict == verdict)),
            positions);
    }
}
