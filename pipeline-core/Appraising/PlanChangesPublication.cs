using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>The changes between two editions as answers show them: each line, and totals by council, by source and whole for each year.
/// Years are not added up, since a saving of one year goes on in the next.</summary>
public sealed record PublishedPlanChanges(
    string Unit,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<PublishedPlanChange> Lines,
    PublishedPlanTotals Totals);

/// <summary><c>outcome</c> is <c>moved</c>, <c>unchanged</c>, <c>added</c>, <c>dropped</c> or <c>not-restated</c>; <c>earlierSource</c> is
/// the source's name in the earlier edition.</summary>
public sealed record PublishedPlanChange(
    string Council, string Source, string? EarlierSource, string Year, decimal? Before, decimal? After, decimal? Change, string Outcome);

public sealed record PublishedPlanTotals(
    IReadOnlyList<PublishedPlanTotal> Councils, IReadOnlyList<PublishedPlanTotal> Sources, IReadOnlyList<PublishedPlanTotal> Years);

/// <summary>Before and after are of the lines that the later edition states; <c>notRestated</c> is what else the earlier one has.</summary>
public sealed record PublishedPlanTotal(
    string? Council, string? Source, string Year, decimal Before, decimal After, decimal Change, decimal NotRestated);

/// <summary>What became of a saving from one edition of a plan to a later one.</summary>
internal enum PlanOutcome
{
    Moved,
    Unchanged,
    Added,
    Dropped,
    NotRestated,
}

internal static class PlanChangesPublication
{
    public static PublishedPlanChanges Publish(IReadOnlyList<Cell> cells, string unit)
    {
        var counts = cells.CountBy(Outcome).ToDictionary();
        return new(
            unit,
            Enum.GetValues<PlanOutcome>().ToDictionary(Codes.Of, counts.GetValueOrDefault),
            [.. cells.Select(Line)],
            new(
                Totals(cells, cell => cell.Council.Value, _ => null),
                Totals(cells, _ => null, cell => cell.Source),
                Totals(cells, _ => null, _ => null)));
    }

    private static PublishedPlanChange Line(Cell cell) => new(
        cell.Council.Value, cell.Source, cell.Earlier, cell.Year.ToString(), cell.Before, cell.IsRestated ? cell.Stands : null,
        cell.IsRestated ? Change(cell) : null, Codes.Of(Outcome(cell)));

    private static PlanOutcome Outcome(Cell cell) =>
        !cell.IsRestated ? PlanOutcome.NotRestated
        : cell.Before is null ? PlanOutcome.Added
        : cell.Stands is null ? PlanOutcome.Dropped
        : cell.Stands == cell.Before ? PlanOutcome.Unchanged
        : PlanOutcome.Moved;

    // A cell that a plan does not give is 0, as in its phasing.
    private static decimal Change(Cell cell) => (cell.Stands ?? 0) - (cell.Before ?? 0);

    /// <summary>Groups in the order of the plan, years upwards; where a later edition states nothing of one there is no total.</summary>
    private static List<PublishedPlanTotal> Totals(
        IReadOnlyList<Cell> cells, Func<Cell, string?> council, Func<Cell, string?> source) =>
    [
        .. cells.GroupBy(cell => (Council: council(cell), Source: source(cell)))
            .SelectMany(own => own.GroupBy(cell => cell.Year).OrderBy(year => year.Key))
            .Where(own => own.Any(cell => cell.IsRestated))
            .Select(own => Total(own.ToLookup(cell => cell.IsRestated), council, source)),
    ];

    private static PublishedPlanTotal Total(
        ILookup<bool, Cell> byRestated, Func<Cell, string?> council, Func<Cell, string?> source)
    {
        var restated = byRestated[true].ToList();
        return new(
            council(restated[0]), source(restated[0]), restated[0].Year.ToString(),
            restated.Sum(cell => cell.Before ?? 0), restated.Sum(cell => cell.Stands ?? 0), restated.Sum(Change),
            byRestated[false].Sum(cell => cell.Before ?? 0));
    }
}
