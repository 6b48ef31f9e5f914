using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>A plan under the id by which later editions follow it.</summary>
public sealed record PlanEdition(string Id, Programme Plan);

/// <summary>What moved between two editions of a plan, saving by saving. An edition that restates a part leaves the rest standing: it is
/// <c>not-restated</c>, which is neither unchanged nor dropped.</summary>
public static class PlanChanges
{
    /// <summary>The changes from the edition <paramref name="since"/> to the last of <paramref name="editions"/>, each of which follows
    /// the one before it. Amounts are in the unit of the last.</summary>
    public static Appraised<PublishedPlanChanges> Of(IReadOnlyList<PlanEdition> editions, string since)
    {
        ArgumentNullException.ThrowIfNull(editions);
        IReadOnlyList<Cell> cells = [];
        var last = editions[^1].Plan;
        foreach (var edition in editions)
        {
            if (RenamingFault(edition, cells) is { } fault)
            {
                return fault;
            }

            cells = Applied(edition.Plan, cells, InUnitOf(last, edition.Plan));
            if (edition.Id == since)
            {
                cells = [.. cells.Where(cell => cell.Stands is not null).Select(Unmoved)];
            }
        }

        return !cells.Any(cell => cell.Before is not null) ? NotPhased(since)
            : last.Phasing is null ? NotPhased(editions[^1].Id)
            : PlanChangesPublication.Publish([.. cells.Where(cell => cell.Before is not null || cell.Stands is not null)], last.Unit);
    }

    private static Cell Unmoved(Cell cell) => cell with { Earlier = cell.Source, Before = cell.Stands, IsRestated = false };

    /// <summary>The savings that stand once an edition has been laid over those before it.</summary>
    private static List<Cell> Applied(Programme edition, IReadOnlyList<Cell> cells, decimal factor)
    {
        var names = (edition.Follows?.Renamed ?? []).ToDictionary(each => each.Earlier, each => each.Source, StringComparer.Ordinal);
        var renamed = cells.Select(cell => cell with { Source = names.GetValueOrDefault(cell.Source, cell.Source) });
        if (edition.Phasing is null)
        {
            return [.. renamed];
        }

        var stated = edition.Phasing.Savings.ToDictionary(saving => (saving.Source, saving.Council, saving.Year), saving => saving.Amount);
        var known = cells.Select(cell => (names.GetValueOrDefault(cell.Source, cell.Source), cell.Council, cell.Year)).ToHashSet();
        var leavesOutNothing = edition.Follows is not { Restates: Restatement.Part };
        Cell Restated(Cell cell) => stated.TryGetValue((cell.Source, cell.Council, cell.Year), out var amount)
            ? cell with { Stands = amount * factor, IsRestated = true }
            : leavesOutNothing ? cell with { Stands = null, IsRestated = true } : cell;
        return
        [
            .. renamed.Select(Restated),
            .. edition.Phasing.Savings.Where(saving => !known.Contains((saving.Source, saving.Council, saving.Year)))
                .Select(saving => new Cell(saving.Source, null, saving.Council, saving.Year, null, saving.Amount * factor, true)),
        ];
    }

    private static AppraisalProblem? RenamingFault(PlanEdition edition, IReadOnlyList<Cell> cells)
    {
        var renamed = edition.Plan.Follows?.Renamed ?? [];
        var sources = cells.Select(cell => cell.Source).ToHashSet(StringComparer.Ordinal);
        var kept = sources.Except(renamed.Select(each => each.Earlier)).ToHashSet(StringComparer.Ordinal);
        return cells.Count == 0 ? null
            : renamed.FirstOrDefault(each => !sources.Contains(each.Earlier)) is { } unknown ? new(
                "source-renamed-unknown",
                $"'{edition.Id}' renames '{unknown.Earlier}', which no edition before it has: name a source as it is written there.")
            : renamed.FirstOrDefault(each => kept.Contains(each.Source)) is { } merged ? new(
                "sources-merged",
                $"'{edition.Id}' gives '{merged.Earlier}' the name '{merged.Source}', which another source has: rename that one as well.")
            : null;
    }

    private static AppraisalProblem NotPhased(string id) => new(
        "plan-not-phased", $"'{id}' has no savings by source, council and year, so that there is nothing to compare line by line.");

    private static decimal InUnitOf(Programme last, Programme edition) => (edition.Unit, last.Unit) switch
    {
        ("gbp_thousands", "gbp") => 1_000,
        ("gbp", "gbp_thousands") => 0.001m,
        _ => 1,
    };
}

/// <summary>A saving over the editions: what it was in the earlier one and what stands now, null where none states it or it was left
/// out.</summary>
internal sealed record Cell(
    string Source, string? Earlier, CouncilCode Council, FinancialYear Year, decimal? Before, decimal? Stands, bool IsRestated);
