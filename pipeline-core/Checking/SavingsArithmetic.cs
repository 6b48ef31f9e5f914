using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks that categories fit into their total and shares into 100, per year and status. Only sound rows are added up; where
/// some row of the return is not, nothing is said about sums that are too small.</summary>
internal static class SavingsArithmetic
{
    private const int Whole = 100;

    public static void Check(IReadOnlyList<SavingsRow> sound, bool allAreSound, int categories, FindingList findings)
    {
        foreach (var group in sound.GroupBy(row => (row.Year, row.Status)))
        {
            var families = group.ToLookup(row => row.Unit.Family());
            var shares = families[Unit.PercentOfSavings].Where(row => row.Category is not null).ToArray();
            foreach (var family in families.Where(family => family.Key != Unit.PercentOfSavings))
            {
                var parts = family.Where(row => row.Category is not null).ToArray();
                if (family.FirstOrDefault(row => row.Category is null) is { } total)
                {
                    CheckParts(total, parts, family.Key == Unit.Gbp ? Unpriced(shares, parts) : [], family.Key == Unit.Gbp && allAreSound,
                        findings);
                }
            }

            CheckShares(shares, allAreSound, categories, isAll: !families.Contains(Unit.Gbp), findings);
            if (allAreSound)
            {
                CheckMixed([.. families[Unit.Gbp]], shares, findings);
            }
        }

        if (allAreSound)
        {
            ShareArithmetic.Check(sound, findings);
        }
    }

    /// <summary>Shares of categories of which no £ are given: they are parts of a total in £ as well.</summary>
    private static SavingsRow[] Unpriced(SavingsRow[] shares, SavingsRow[] parts) =>
        [.. shares.Where(share => !parts.Any(part => part.Category == share.Category))];

    private static void CheckParts(SavingsRow total, SavingsRow[] parts, SavingsRow[] shares, bool saysWhatIsLeft, FindingList findings)
    {
        var whole = Sum.Of([total]);
        var sum = Sum.Of(parts).And(Sum.Of(shares).Of(whole, Whole));
        var lines = Figures.Lines([.. parts.Concat(shares).Select(row => row.Line).Order()]);
        if (parts.Length + shares.Length == 0)
        {
            return;
        }

        if (sum.Exceeds(whole))
        {
            findings.Add(
                FindingCatalogue.PartsExceedTotal, total.Line, total.Note, "amount", total.Amount.AsFiled,
                $"{Figures.Plain(sum.Value)} or more", lines, Figures.Plain(sum.Value));
        }
        else if (whole.Exceeds(sum) && saysWhatIsLeft)
        {
            findings.Add(
                FindingCatalogue.NotStated, total.Line, total.Note, "amount", total.Amount.AsFiled,
                Figures.Plain(sum.Value), lines, $"£{Figures.Plain(whole.Value - sum.Value)}", Percentage(sum, whole));
        }
    }

    private static void CheckShares(SavingsRow[] shares, bool allAreSound, int categories, bool isAll, FindingList findings)
    {
        if (shares is not [var first, ..])
        {
            return;
        }

        var (sum, whole, lines) = (Sum.Of(shares), new Sum(Whole, 0), Figures.Lines([.. shares.Select(row => row.Line)]));
        var coversAll = shares.Select(row => row.Category).Distinct().Count() == categories;
        if (sum.Exceeds(whole) || (coversAll && allAreSound && whole.Exceeds(sum)))
        {
            findings.Add(
                FindingCatalogue.SharesDoNotAdd, first.Line, first.Note, "amount", first.Amount.AsFiled,
                coversAll ? "100" : "100 or less", lines, Figures.Plain(sum.Value));
        }
        else if (isAll && allAreSound && whole.Exceeds(sum))
        {
            findings.Add(
                FindingCatalogue.NotStated, first.Line, first.Note, "amount", first.Amount.AsFiled,
                "100", lines, $"{Figures.Plain(Whole - sum.Value)} per cent", Percentage(sum, whole));
        }
    }

    /// <summary>£ for some categories and shares for others, without the total that would relate them, cannot be added up.</summary>
    private static void CheckMixed(SavingsRow[] money, SavingsRow[] shares, FindingList findings)
    {
        if (money.Length > 0 && money.All(row => row.Category is not null) && Unpriced(shares, money) is [var first, ..] alone)
        {
            findings.Add(
                FindingCatalogue.SavingsNotAdded, first.Line, first.Note, "unit", Codes.Of(first.Unit), "gbp, or a total row in gbp",
                Figures.Lines([.. money.Select(row => row.Line)]), Figures.Lines([.. alone.Select(row => row.Line)]),
                $"{first.Year} {Codes.Of(first.Status)}");
        }
    }

    private static string Percentage(Sum part, Sum whole) =>
        Figures.Plain(whole.Value > 0 ? Math.Round(Whole * part.Value / whole.Value, 1, MidpointRounding.AwayFromZero) : 0);
}
