using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks shares of the savings against the amounts in £ of the same year, status and category, where a return states
/// both.</summary>
internal static class ShareArithmetic
{
    private const int Whole = 100;

    public static void Check(IReadOnlyList<SavingsRow> sound, FindingList findings)
    {
        foreach (var group in sound.GroupBy(row => (row.Year, row.Status)))
        {
            var money = group.Where(row => row.Unit.IsMoney()).ToArray();
            var total = money.FirstOrDefault(row => row.Category is null);
            if (total is not { Amount.Value: > 0 })
            {
                continue;
            }

            var shares = group.Where(row => row.Unit == Unit.PercentOfSavings && row.Category is not null).ToLookup(row => row.Category);
            foreach (var share in shares)
            {
                Check([.. share], [.. money.Where(row => row.Category == share.Key)], total, findings);
            }
        }
    }

    private static void Check(SavingsRow[] shares, SavingsRow[] amounts, SavingsRow total, FindingList findings)
    {
        var (stated, amount, whole) = (Sum.Of(shares), Sum.Of(amounts), Sum.Of([total]));
        if (amounts.Length == 0 || whole.Value <= whole.Slack)
        {
            return;
        }

        var low = Whole * (amount.Value - amount.Slack) / (whole.Value + whole.Slack);
        var high = Whole * (amount.Value + amount.Slack) / (whole.Value - whole.Slack);
        if (stated.Value + stated.Slack < low || stated.Value - stated.Slack > high)
        {
            var first = shares[0];
            findings.Add(
                FindingCatalogue.ShareDisagrees, first.Line, first.Note, "amount", first.Amount.AsFiled,
                Figures.ToPlacesOf(Whole * amount.Value / whole.Value, first.Amount), first.Category!,
                Figures.Lines([.. amounts.Append(total).Select(row => row.Line).Order()]));
        }
    }
}
