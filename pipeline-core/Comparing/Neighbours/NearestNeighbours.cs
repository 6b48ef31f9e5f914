using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing.Neighbours;

/// <summary>The k areas nearest to a subject; ties go by code and the subject is taken out by its code.</summary>
public static class NearestNeighbours
{
    /// <summary>Nearest first; empty where the subject has too few features in common with everybody.</summary>
    public static IReadOnlyList<Neighbour> Of(FeatureSpace space, CouncilCode subject, int k) =>
        [.. Codes(space, subject, k).Select(area => space.Between(subject, area)!)];

    /// <summary>How firm a choice is: the fewest of these neighbours that stay when any one council is left out of the scales
    /// (the one left out is not counted as lost).</summary>
    public static int Stability(FeatureSpace space, CouncilCode subject, IReadOnlyList<Neighbour> neighbours)
    {
        var chosen = neighbours.Select(neighbour => neighbour.Council).ToList();
        return space.LeaveOneOut.Where(left => left.Area != subject)
            .Select(left => chosen.Except(Codes(left.Others, subject, chosen.Count)).Count(lost => lost != left.Area))
            .Select(lost => chosen.Count - lost)
            .DefaultIfEmpty(chosen.Count)
            .Min();
    }

    private static IEnumerable<CouncilCode> Codes(FeatureSpace space, CouncilCode subject, int k) => space.Areas
        .Where(area => area != subject)
        .Select(area => (Area: area, Distance: space.Distance(subject, area)))
        .Where(pair => pair.Distance is not null)
        .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Area)
        .Take(k)
        .Select(pair => pair.Area);
}
