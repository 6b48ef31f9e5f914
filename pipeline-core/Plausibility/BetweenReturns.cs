using Benchmarking.Core.Checking;

namespace Benchmarking.Core.Plausibility;

/// <summary>Holds a return against others and against its area; without a context (null) by itself alone. Slipped units come first: a
/// measure in which one is found is not asked about again. Rows in error are left out, and sums are held against nothing where any row
/// is.</summary>
internal static class BetweenReturns
{
    public static void Check(CheckedReturn checkedReturn, CheckingContext? known, CheckScope scope)
    {
        if (scope.YearsMisfiled)
        {
            return;
        }

        var sound = !scope.Findings.HasErrors ? checkedReturn : checkedReturn with
        {
            Savings = [.. checkedReturn.Savings.Where(row => IsSound(row.Line))],
            Budgets = [.. checkedReturn.Budgets.Where(row => IsSound(row.Line))],
            Activities = [.. checkedReturn.Activities.Where(row => IsSound(row.Line))],
            Prices = [.. checkedReturn.Prices.Where(row => IsSound(row.Line))],
        };
        var rows = sound.Savings.Count + sound.Budgets.Count + sound.Activities.Count + sound.Prices.Count;
        var between = new BetweenScope(sound, rows == checkedReturn.RowsRead, known ?? new CheckingContext(), scope);
        if (known is null)
        {
            Fractions.Check(between);
            return;
        }

        YearsNotBegun.Check(between);
        TakenAway.Check(checkedReturn, between);
        LastYear.Check(between);
        StatedPercentages.Check(between);
        Fractions.Check(between);
        ResidentRanges.Check(between);
        LinkedFigures.Check(between);
        JointReturns.Check(between);
        AgainstPublished.Check(between);
        PeerComparison.Check(between);

        bool IsSound(int line) => !scope.Findings.HasErrorOn(line);
    }
}
