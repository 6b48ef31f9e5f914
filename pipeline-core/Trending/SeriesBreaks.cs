using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The one place where it is decided what a series does not cross: a definition that changed (metric catalogue), an area that
/// changed (register) and a population of another vintage (area figures).</summary>
internal static class SeriesBreaks
{
    /// <summary>The breaks of a council's series after <paramref name="before"/>, up to and with <paramref name="now"/>.</summary>
    public static IReadOnlyList<SeriesBreak> Of(
        Metric metric, CouncilCode council, FinancialYear before, FinancialYear now, ReferenceData reference) =>
    [
        .. Definition(metric, before, now),
        .. Area(council, before, now, reference),
        .. Population(metric, council, before, now, reference),
    ];

    /// <summary>The breaks of what a group comes to between two of its years. Members come and go, but somebody must be there in both, and
    /// whoever is stands on populations of one vintage.</summary>
    public static IReadOnlyList<SeriesBreak> Of(Metric metric, PeerGroup before, PeerGroup now, ReferenceData reference)
    {
        var stayed = before.Members.Select(member => member.Council).Intersect(now.Members.Select(member => member.Council))
            .Where(council => Area(council, before.Year, now.Year, reference).Count == 0).ToList();
        return
        [
            .. Definition(metric, before.Year, now.Year),
            .. stayed.Count == 0 && before.Members.Count > 0
                ? [new SeriesBreak(now.Year, BreakReason.Area, "No council of the group is there in this year and the year before.")]
                : (SeriesBreak[])[],
            .. stayed.SelectMany(council => Population(metric, council, before.Year, now.Year, reference)).Take(1),
        ];
    }

    /// <summary>The years after one, up to and with another, in which a code began to stand for another area.</summary>
    public static IReadOnlyList<SeriesBreak> Area(CouncilCode council, FinancialYear before, FinancialYear now, ReferenceData reference) =>
    [
        .. Enumerable.Range(before.StartYear + 1, Math.Max(0, now.StartYear - before.StartYear)).Select(start => new FinancialYear(start))
            .Where(year => reference.Councils.AreaChangedIn(council, year))
            .Select(year => new SeriesBreak(year, BreakReason.Area,
                $"{reference.Councils.Find(council, year)!.Name} has another area than {Before(council, year, reference)} had.")),
    ];

    private static IEnumerable<SeriesBreak> Definition(Metric metric, FinancialYear before, FinancialYear now) => metric.Breaks
        .Where(year => year > before && year <= now)
        .Select(year => new SeriesBreak(year, BreakReason.Definition, $"The definition or collection changed in {year}."));

    private static IEnumerable<SeriesBreak> Population(
        Metric metric, CouncilCode council, FinancialYear before, FinancialYear now, ReferenceData reference) =>
        FigurePopulation.Area(metric, council, before, reference) is { } then
            && FigurePopulation.Area(metric, council, now, reference) is { } held
            && then.Vintage != held.Vintage
            ? [new SeriesBreak(now, BreakReason.Population, $"The population is of the {held.Vintage}; before, of the {then.Vintage}.")]
            : [];

    private static string Before(CouncilCode council, FinancialYear year, ReferenceData reference) =>
        reference.Councils.Find(council, year.Previous)?.Name ?? council.Value;
}
