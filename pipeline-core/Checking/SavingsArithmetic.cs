using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks that categories fit into their total and shares into 100, per year and status. Only sound rows are added up; where
/// some row of the return is not, nothing is said about sums that are too small.</summary>
internal static class SavingsArithmetic
{
    private const int Whole = 100;

    public static void Check(IReadOnlyList<SavingsRow> sound, bool allAreSound, int categories, FindingList findings)
    {
        foreach (var group in sound.GroupBy(row => (row.Year, row.Status, Family: row.Unit.Family())))
        {
            var total = group.FirstOrDefault(row => row.Category is null);
            var parts = group.Where(row => row.Category is not null).ToArray();
            if (group.Key.Family == Unit.PercentOfSavings)
            {
                CheckShares(parts, allAreSound, categories, findings);
            }
            else if (total is not null && parts.Length > 0)
            {
                CheckParts(total, parts, allAreSound, findings);
            }
        }

        if (allAreSound)
        {
            ShareArithmetic.Check(sound, findings);
        }
    }

    private static void CheckParts(SavingsRow total, SavingsRow[] parts, bool allAreSound, FindingList findings)
    {
        var (whole, sum) = (Sum.Of([total]), Sum.Of(parts));
        var lines = Figures.Lines([.. parts.Select(row => row.Line)]);
        if (sum.Exceeds(whole))
        {
            findings.Add(
                FindingCatalogue.PartsExceedTotal, total.Line, total.Note, "amount", total.Amount.AsFiled,
                $"{Figures.Plain(sum.Value)} or more", lines, Figures.Plain(sum.Value));
        }
        else if (whole.Exceeds(sum) && allAreSound)
        {
            findings.Add(
                FindingCatalogue.NotStated, total.Line, total.Note, "amount", total.Amount.AsFiled,
                Figures.Plain(sum.Value), lines, Figures.Plain(whole.Value - sum.Value));
        }
    }

    private static void CheckShares(SavingsRow[] parts, bool allAreSound, int categories, FindingList findings)
    {
        var (sum, whole) = (Sum.Of(parts), new Sum(Whole, 0));
        var coversAll = parts.Select(row => row.Category).Distinct().Count() == categories;
        if (sum.Exceeds(whole) || (coversAll && allAreSound && whole.Exceeds(sum)))
        {
            var first = parts[0];
            findings.Add(
                FindingCatalogue.SharesDoNotAdd, first.Line, first.Note, "amount", first.Amount.AsFiled,
                coversAll ? "100" : "100 or less", Figures.Lines([.. parts.Select(row => row.Line)]), Figures.Plain(sum.Value));
        }
    }
}
