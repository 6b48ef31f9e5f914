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
    /// <summary>One entry for each slice, by year and status. A year is compared with the latest earlier one of the same status in which
    /// somebody has a figure; statuses are never compared with each other. Where <paramref name="only"/> names a council, the trend is that
    /// council's alone.</summary>
    public static CategoryTrend Trace(
        IReadOnlyCollection<SavingsSlice> slices, CategoryLevel level, ReferenceData reference, CouncilCode? only = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var lines = CategoryKey.All(reference.Taxonomy, level);
        var years = new List<CategoryYear>();
        var (latest, listed) = (new Dictionary<FigureStatus, PanelYear>(), new Dictionary<FigureStatus, FinancialYear>());
        List<SavingsSlice> ordered = [.. slices.OrderBy(slice => slice.Year).ThenBy(slice => slice.Status)];
        foreach (var slice in ordered)
        {
            var now = new PanelYear(slice.Year, SavingsPanel.Of(slice, only));
            var breaks = only is { } council && listed.TryGetValue(slice.Status, out var previous)
                ? SeriesBreaks.Area(council, previous, slice.Year, reference) : [];
            years.Add(Entry(slice, now, latest.GetValueOrDefault(slice.Status), only, breaks, lines, reference));
            listed[slice.Status] = slice.Year;
            if (now.Panel.Councils.Count > 0)
            {
                latest[slice.Status] = now;
            }
        }

        var subject = ordered.Select(slice => slice.Peers.Subject).LastOrDefault(member => member is not null)
            ?? (only is { } code ? new PeerMember(code, code.Value) : null);
        return new(ordered.FirstOrDefault()?.Peers.Code ?? "", subject, only is not null, level, years,
            Succeeded(ordered, subject, only is not null, reference));
    }

    private static CategoryYear Entry(
        SavingsSlice slice, PanelYear now, PanelYear? before, CouncilCode? only, IReadOnlyList<SeriesBreak> breaks,
            IReadOnlyList<CategoryKey> lines,
        ReferenceData reference)
    {
        var crossed = before is not null && only is { } council && SeriesBreaks.Area(council, before.Year, now.Year, reference).Count > 0;
        var earlier = crossed ? null : before;
        var categories = now.Panel.Shares(lines, earlier?.Panel);
        return new(
            slice.Year, slice.Status, now.Panel.Councils, now.Panel.Missing, now.Panel.Total, categories, Shift(categories),
            earlier is null ? null : Constant(earlier, now, lines, reference), breaks);
    }

    private static ConstantPanel? Constant(PanelYear before, PanelYear now, IReadOnlyList<CategoryKey> lines, ReferenceData reference)
    {
        var both = before.Panel.Councils.Intersect(now.Panel.Councils)
            .Where(council => SeriesBreaks.Area(council, before.Year, now.Year, reference).Count == 0).ToHashSet();
        if (both.Count == 0)
        {
            return null;
        }

        var kept = now.Panel.Only(both);
        var categories = kept.Shares(lines, before.Panel.Only(both));
        return new(before.Year, kept.Councils, kept.Total, categories, Shift(categories));
    }

    private static Succession Succeeded(List<SavingsSlice> slices, PeerMember? subject, bool isOwn, ReferenceData reference) =>
        slices.Count == 0
        ? Succession.None
        : Succession.Of(
            isOwn ? [] : slices.SelectMany(slice => slice.Peers.Named), subject?.Council, slices[0].Year, slices[^1].Year,
                reference.Councils);

    // ½Σ|change in share|: how many percentage points of the savings lie in other categories than before.
    private static decimal? Shift(IReadOnlyList<CategoryShare> categories)
    {
        var changes = categories.Select(category => category.ChangeInShare).OfType<decimal>().ToList();
        return changes.Count == 0 ? null : changes.Sum(Math.Abs) / 2;
    }

    private sealed record PanelYear(FinancialYear Year, SavingsPanel Panel);
}
