using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Appraising.Limits;

namespace Benchmarking.Core.Appraising;

/// <summary>What one source saves one council in one year.</summary>
public sealed record PhasedSaving(string Source, CouncilCode Council, FinancialYear Year, decimal Amount);

/// <summary>A total that a plan prints: of a source, a council and a year, each null where the total runs over all of them.</summary>
public sealed record PrintedTotal(string? Source, CouncilCode? Council, FinancialYear? Year, decimal Amount);

/// <summary>One line of a phasing table; <c>Amounts</c> stand in the order of the table's years and add to <c>Total</c>.</summary>
public sealed record PhasedLine(string? Source, CouncilCode? Council, IReadOnlyList<decimal> Amounts, decimal Total);

/// <summary>A printed total beside the computed one. <c>Rounding</c>: they differ by no more than the rounding of the figures added can
/// make, half a unit for each of them and half for the total.</summary>
public sealed record Reconciliation(PrintedTotal Printed, decimal Computed, decimal Difference, bool Agrees, bool Rounding);

/// <summary>A plan by source, by council and whole, over the same years. The totals of the three agree by construction.</summary>
public sealed record PhasingTable(
    IReadOnlyList<FinancialYear> Years,
    IReadOnlyList<PhasedLine> Lines,
    IReadOnlyList<PhasedLine> Sources,
    IReadOnlyList<PhasedLine> Councils,
    PhasedLine Total,
    IReadOnlyList<Reconciliation> Reconciliations);

/// <summary>Savings by source, council and year with totals that reconcile to the row, as the tri-borough plans (June 2011) set them
/// out.</summary>
public static class Phasing
{
    /// <summary>Sources and councils keep the order in which they first come; years go upwards. A cell not given is 0.
    /// <paramref name="unit"/> is the unit to which the plan's figures are rounded, such as 1 for whole £ thousands.</summary>
    public static Appraised<PhasingTable> Of(
        IReadOnlyList<PhasedSaving> savings, IReadOnlyList<PrintedTotal>? printed = null, decimal unit = 1)
    {
        if (Fault(savings) is { } problem)
        {
            return problem;
        }

        FinancialYear[] years = [.. savings.Select(saving => saving.Year).Distinct().Order()];
        PhasedLine Line(string? source, CouncilCode? council, IEnumerable<PhasedSaving> own)
        {
            var byYear = own.ToLookup(saving => saving.Year, saving => saving.Amount);
            decimal[] amounts = [.. years.Select(year => byYear[year].Sum())];
            return new(source, council, amounts, amounts.Sum());
        }

        return new PhasingTable(
            years,
            [.. savings.GroupBy(s => (s.Source, s.Council)).Select(group => Line(group.Key.Source, group.Key.Council, group))],
            [.. savings.GroupBy(s => s.Source).Select(group => Line(group.Key, null, group))],
            [.. savings.GroupBy(s => s.Council).Select(group => Line(null, group.Key, group))],
            Line(null, null, savings),
            [.. (printed ?? []).Select(total => Reconcile(total, savings, unit))]);
    }

    private static Reconciliation Reconcile(PrintedTotal printed, IReadOnlyList<PhasedSaving> savings, decimal unit)
    {
        List<decimal> added =
        [
            .. savings
                .Where(saving => printed.Source is null || printed.Source == saving.Source)
                .Where(saving => printed.Council is null || printed.Council == saving.Council)
                .Where(saving => printed.Year is null || printed.Year == saving.Year)
                .Select(saving => saving.Amount),
        ];
        var difference = printed.Amount - added.Sum();
        var slack = unit / 2 * (added.Count(amount => amount != 0) + 1);
        return new(printed, added.Sum(), difference, difference == 0, difference != 0 && Math.Abs(difference) <= slack);
    }

    private static AppraisalProblem? Fault(IReadOnlyList<PhasedSaving> savings)
    {
        var repeated = savings.CountBy(s => (s.Source, s.Council, s.Year)).FirstOrDefault(pair => pair.Value > 1);
        return savings.Count == 0 ? new("savings-empty", "There are no savings: give at least one.")
            : repeated.Value > 1 ? new(
                "cell-repeated",
                $"'{repeated.Key.Source}' is given twice for {repeated.Key.Council} in {repeated.Key.Year}: give each cell once.")
            : savings.Select(saving => Amount($"The saving of '{saving.Source}'", saving.Amount))
                .FirstOrDefault(problem => problem is not null);
    }
}
