using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The savings of one year and status over all councils, and who the peers are in that year.</summary>
public sealed record SavingsSlice(FinancialYear Year, FigureStatus Status, PeerGroup Peers, IReadOnlyList<Observation> Observations);

/// <summary>Makes category trends of the observations of <c>savings-total</c> and their breakdowns.</summary>
public static class CategoryTrends
{
    /// <summary>One entry for each slice, by year and status. A year is compared with the latest earlier one of the same status; statuses are
    /// never compared with each other. Where <paramref name="only"/> names a council, the trend is that council's alone.</summary>
    public static CategoryTrend Trace(
        IReadOnlyCollection<SavingsSlice> slices, CategoryLevel level, SavingsTaxonomy taxonomy, CouncilCode? only = null)
    {
        var lines = CategoryKey.All(taxonomy, level);
        var years = new List<CategoryYear>();
        var latest = new Dictionary<FigureStatus, (FinancialYear Year, SavingsPanel Panel)>();
        foreach (var slice in slices.OrderBy(slice => slice.Year).ThenBy(slice => slice.Status))
        {
            var panel = SavingsPanel.Of(slice, only);
            years.Add(latest.TryGetValue(slice.Status, out var before)
                ? Entry(slice, panel, before.Panel, Constant(before.Year, before.Panel, panel, lines), lines)
                : Entry(slice, panel, null, null, lines));
            latest[slice.Status] = (slice.Year, panel);
        }

        return new(slices.FirstOrDefault()?.Peers.Code ?? "", level, years);
    }

    private static CategoryYear Entry(
        SavingsSlice slice, SavingsPanel panel, SavingsPanel? before, ConstantPanel? constant, IReadOnlyList<CategoryKey> lines)
    {
        var categories = panel.Shares(lines, before);
        return new(slice.Year, slice.Status, panel.Councils, panel.Missing, panel.Total, categories, Shift(categories), constant);
    }

    private static ConstantPanel Constant(FinancialYear since, SavingsPanel before, SavingsPanel now, IReadOnlyList<CategoryKey> lines)
    {
        var both = before.Councils.Intersect(now.Councils).ToHashSet();
        var kept = now.Only(both);
        var categories = kept.Shares(lines, before.Only(both));
        return new(since, kept.Councils, kept.Total, categories, Shift(categories));
    }

    // ½Σ|change in share|: how many percentage points of the savings lie in other categories than before.
    private static decimal? Shift(IReadOnlyList<CategoryShare> categories)
    {
        var changes = categories.Select(category => category.ChangeInShare).OfType<decimal>().ToList();
        return changes.Count == 0 ? null : changes.Sum(Math.Abs) / 2;
    }
}
