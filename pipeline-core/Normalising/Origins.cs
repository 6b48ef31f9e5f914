using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>Where a figure comes from: the council's own return, or a publisher's dataset.</summary>
public enum Origin
{
    Filed,
    Published,
}

/// <summary>Puts filed and published figures of one metric, year and status together. Where both are there the published one is served and
/// the filed one stands beside it; what a publisher has no figure of, the council's own return answers.</summary>
public static class Origins
{
    /// <summary>One figure a council.</summary>
    public static IReadOnlyList<Observation> Together(IEnumerable<Observation> filed, IEnumerable<Observation> published)
    {
        var own = filed.ToDictionary(figure => figure.Council);
        var together = new List<Observation>();
        foreach (var figure in published)
        {
            own.Remove(figure.Council, out var beside);
            together.Add(beside is not null && figure.State == ValueState.Missing ? beside : figure with { Filed = beside });
        }

        return [.. together.Concat(own.Values).OrderBy(figure => figure.Council)];
    }

    /// <summary>The figures of one origin alone; all of them where <paramref name="origin"/> is null.</summary>
    public static IReadOnlyList<Observation> Only(IReadOnlyList<Observation> figures, Origin? origin)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return origin switch
        {
            Origin.Published => [.. figures.Where(figure => figure.Published is not null)],
            Origin.Filed => [.. figures.Select(figure => figure.Published is null ? figure : figure.Filed).OfType<Observation>()],
            _ => figures,
        };
    }
}
