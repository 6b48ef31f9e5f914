using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks that services fit into the whole they are parts of, and that no budget is larger than the one that contains it.
/// A row without service is the whole.</summary>
internal static class BudgetArithmetic
{
    private static readonly (string Part, string Whole)[] Contained =
        [("net_budget", "gross_budget"), ("net_spend", "gross_spend"), ("net_budget", "council_net_budget")];

    public static void Check(IReadOnlyList<BudgetRow> sound, FindingList findings)
    {
        foreach (var group in sound.GroupBy(row => (row.Measure, row.Year, row.Status)))
        {
            CheckServices(group.FirstOrDefault(row => row.Service is null), [.. group.Where(row => row.Service is not null)], findings);
        }

        foreach (var group in sound.GroupBy(row => (row.Year, row.Status, Service: Codes.Fold(row.Service))))
        {
            foreach (var (part, whole) in Contained)
            {
                CheckOrder(group.FirstOrDefault(row => row.Measure == part), group.FirstOrDefault(row => row.Measure == whole), findings);
            }
        }
    }

    private static void CheckServices(BudgetRow? whole, BudgetRow[] services, FindingList findings)
    {
        if (whole is null || !Sum.Of(services).Exceeds(Sum.Of([whole])))
        {
            return;
        }

        var sum = Figures.Plain(Sum.Of(services).Value);
        findings.Add(
            FindingCatalogue.PartsExceedTotal, whole.Line, whole.Note, "amount", whole.Amount.AsFiled,
            $"{sum} or more", Figures.Lines([.. services.Select(row => row.Line)]), sum);
    }

    private static void CheckOrder(BudgetRow? part, BudgetRow? whole, FindingList findings)
    {
        if (part is not null && whole is not null && Sum.Of([part]).Exceeds(Sum.Of([whole])))
        {
            findings.Add(
                FindingCatalogue.BudgetOrder, part.Line, part.Note, "amount", part.Amount.AsFiled,
                "whichever of the two is wrong", part.Measure, whole.Measure, Figures.Lines([whole.Line]));
        }
    }
}
