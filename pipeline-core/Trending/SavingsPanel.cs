using Benchmarking.Core.Normalising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The savings of some councils in one year: only councils that have a figure are in it.</summary>
internal sealed class SavingsPanel
{
    private readonly IReadOnlyList<Observation> observations;

    private SavingsPanel(IReadOnlyList<Observation> observations, IReadOnlyList<CouncilCode> missing) =>
        (this.observations, Missing) = (observations, missing);

    public static SavingsPanel Of(SavingsSlice slice, CouncilCode? only)
    {
        var members = slice.Peers.Members.Select(member => member.Council).ToList();
        var wanted = (only is { } council ? [council] : members).ToHashSet();
        List<Observation> filed = [.. slice.Observations
            .Where(o => wanted.Contains(o.Council) && o.Year == slice.Year && o.Status == slice.Status && o.HasValue)
            .OrderBy(o => o.Council)];
        return new(filed, [.. wanted.Except(filed.Select(o => o.Council)).Order()]);
    }

    public IReadOnlyList<CouncilCode> Councils => [.. observations.Select(o => o.Council)];

    public IReadOnlyList<CouncilCode> Missing { get; }

    /// <summary>The councils' totals, whether or not they have put the savings in categories.</summary>
    public decimal Total => observations.Sum(o => o.Value ?? 0);

    public SavingsPanel Only(IReadOnlySet<CouncilCode> councils) =>
        new([.. observations.Where(o => councils.Contains(o.Council))], []);

    /// <summary>The lines of the trend in the taxonomy's order, then what no category holds. Shares, and so changes, are null where nothing
    /// has a category.</summary>
    public IReadOnlyList<CategoryShare> Shares(IReadOnlyList<CategoryKey> lines, SavingsPanel? before)
    {
        var (now, then) = (Amounts(lines), before?.Amounts(lines));
        var (sum, sumThen) = (now.Values.Sum(line => line.Amount), then?.Values.Sum(line => line.Amount) ?? 0);
        var shares = lines.Select(line =>
        {
            var share = Share(now[line].Amount, sum);
            var change = share - (then is null ? null : Share(then[line].Amount, sumThen));
            return new CategoryShare(line.Category, line.Subcategory, line.Label, now[line].Amount, share, change, now[line].Councils);
        });
        return [.. shares, NotStated(lines, Total - sum)];
    }

    private CategoryShare NotStated(IReadOnlyList<CategoryKey> lines, decimal rest)
    {
        var councils = observations.Count(o =>
            (o.Value ?? 0) != o.Breakdown.Where(part => CategoryKey.Of(part, lines) is not null).Sum(part => part.Amount));
        return new(CategoryKey.NotStated, null, CategoryKey.Rest.Label, rest, null, null, councils);
    }

    private Dictionary<CategoryKey, (decimal Amount, int Councils)> Amounts(IReadOnlyList<CategoryKey> lines)
    {
        var parts = observations
            .SelectMany(o => o.Breakdown.Select(part => (o.Council, Line: CategoryKey.Of(part, lines), part.Amount)))
            .Where(part => part.Line is not null)
            .ToLookup(part => part.Line!);
        return lines.ToDictionary(
            line => line, line => (parts[line].Sum(part => part.Amount), parts[line].Select(part => part.Council).Distinct().Count()));
    }

    private static decimal? Share(decimal amount, decimal sum) => sum > 0 ? 100 * amount / sum : null;
}
