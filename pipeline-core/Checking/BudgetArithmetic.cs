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

        var measures = sound.Select(row => row.Measure).ToHashSet(StringComparer.Ordinal);
        var pairs = Contained.Where(pair => measures.Contains(pair.Part) && measures.Contains(pair.Whole)).ToArray();
        if (pairs.Length == 0)
        {
            return;
        }

        var first = new Dictionary<BudgetRow, BudgetRow>(sound.Count, new SameFigure());
        foreach (var row in sound)
        {
            first.TryAdd(row, row);
        }

        foreach (var row in first.Values)
        {
            foreach (var (_, whole) in pairs.Where(pair => pair.Part == row.Measure))
            {
                CheckOrder(row, first.GetValueOrDefault(row with { Measure = whole }), findings);
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

    private static void CheckOrder(BudgetRow part, BudgetRow? whole, FindingList findings)
    {
        if (whole is not null && Sum.Of([part]).Exceeds(Sum.Of([whole])))
        {
            findings.Add(
                FindingCatalogue.BudgetOrder, part.Line, part.Note, "amount", part.Amount.AsFiled,
                "whichever of the two is wrong", part.Measure, whole.Measure, Figures.Lines([whole.Line]));
        }
    }

    /// <summary>Rows of one measure, year and status that are of one service.</summary>
    private sealed class SameFigure : IEqualityComparer<BudgetRow>
    {
        public bool Equals(BudgetRow? x, BudgetRow? y) => x?.Measure == y?.Measure && x?.Year == y?.Year && x?.Status == y?.Status
            && Codes.AreSame(x?.Service, y?.Service);

        public int GetHashCode(BudgetRow obj) => HashCode.Combine(obj.Measure, obj.Year, (int)obj.Status, Codes.Hash(obj.Service));
    }
}
