using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The one place where it is decided what a series does not cross: a definition that changed (metric catalogue), an area that changed
/// (register) and a population of another vintage (area figures).</summary>
internal static class SeriesBreaks
{
    /// <summary>The breaks of a council's series after <paramref name="before"/>, up to and with <paramref name="now"/>.</summary>
    public static IReadOnlyList<SeriesBreak> Of(Metric metric, CouncilCode council, FinancialYear before, FinancialYear now, ReferenceData reference) =>
        [.. Definition(metric, before, now), .. Area(council, before, now, reference), .. Population(metric, council, before, now, reference)];

    /// <summary>The breaks of what a group comes to: members come and go, but those who are there in both years stand on populations of one vintage.</summary>
    public static IReadOnlyList<SeriesBreak> Of(Metric metric, PeerGroup peers, FinancialYear before, FinancialYear now, ReferenceData reference) =>
    [
        .. Definition(metric, before, now),
        .. peers.Members.Where(member => Area(member.Council, before, now, reference).Count == 0)
            .SelectMany(member => Population(metric, member.Council, before, now, reference)).Take(1),
    ];

    /// <summary>The years after one, up to and with another, in which a code began to stand for another area.</summary>
    public static IReadOnlyList<SeriesBreak> Area(CouncilCode council, FinancialYear before, FinancialYear now, ReferenceData reference) =>
    [
        .. Enumerable.Range(before.StartYear + 1, Math.Max(0, now.StartYear - before.StartYear)).Select(start => new FinancialYear(start))
            .Where(year => reference.Councils.AreaChangedIn(council, year))
            .Select(year => new SeriesBreak(year, BreakReason.Area, $"{reference.Councils.Find(council, year)!.Name} has another area than {Before(council, year, reference)} had.")),
    ];

    private static IEnumerable<SeriesBreak> Definition(Metric metric, FinancialYear before, FinancialYear now) => metric.Breaks
        .Where(year => year > before && year <= now)
        .Select(year => new SeriesBreak(year, BreakReason.Definition, $"The definition or collection changed in {year}."));

    private static IEnumerable<SeriesBreak> Population(
        Metric metric, CouncilCode council, FinancialYear before, FinancialYear now, ReferenceData reference) =>
        FigurePopulation.Area(metric, council, before, reference) is { } then && FigurePopulation.Area(metric, council, now, reference) is { } held
        && then.Vintage != held.Vintage
            ? [new SeriesBreak(now, BreakReason.Population, $"Population of {held.Vintage}, before it of {then.Vintage}.")]
            : [];

    private static string Before(CouncilCode council, FinancialYear year, ReferenceData reference) =>
        reference.Councils.Find(council, year.Previous)?.Name ?? council.Value;
}
