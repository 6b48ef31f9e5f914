using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing.Neighbours;

/// <summary>The k areas nearest to a subject; ties go by code and the subject is taken out by its code.</summary>
public static class NearestNeighbours
{
    /// <summary>Nearest first; empty where the subject has no feature in common with anybody.</summary>
    public static IReadOnlyList<Neighbour> Of(FeatureSpace space, CouncilCode subject, int k) =>
        [.. space.Areas
            .Where(area => area != subject)
            .Select(area => space.Between(subject, area))
            .OfType<Neighbour>()
            .OrderBy(neighbour => neighbour.Distance)
            .ThenBy(neighbour => neighbour.Council)
            .Take(k)];
}
