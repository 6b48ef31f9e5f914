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

    /// <summary>The councils' totals, whether or not they have put the savings in categories; null where there is no council.</summary>
    public decimal? Total => observations.Count == 0 ? null : observations.Sum(o => o.Value ?? 0);

    public SavingsPanel Only(IReadOnlySet<CouncilCode> councils) =>
        new([.. observations.Where(o => councils.Contains(o.Council))], []);

    /// <summary>The lines of the trend in the taxonomy's order, then what no category holds. Shares, and so changes, are null where nothing
    /// has a category.</summary>
    public IReadOnlyList<CategoryShare> Shares(IReadOnlyList<CategoryKey> lines, SavingsPanel? before)
    {
        var (now, then) = (Amounts(lines), before?.Amounts(lines));
        var (sum, sumThen) = (now.Values.Sum(line => line.Amount), then?.Values.Sum(line => line.Amount) ?? 0);
        var rest = Total - sum;
        var shares = lines.Select(line =>
        {
            var share = Share(now[line].Amount, sum);
            var change = share - (then is null ? null : Share(then[line].Amount, sumThen));
            var amount = IsKnown(line, now, rest) ? now[line].Amount : (decimal?)null;
            return new CategoryShare(line.Category, line.Subcategory, line.Label, amount, share, change, now[line].Councils);
        });
        return [.. shares, NotStated(lines, rest)];
    }

    private CategoryShare NotStated(IReadOnlyList<CategoryKey> lines, decimal? rest)
    {
        var councils = observations.Count(o =>
            (o.Value ?? 0) != o.Breakdown.Where(part => CategoryKey.Of(part, lines) is not null).Sum(part => part.Amount));
        return new(CategoryKey.NotStated, null, CategoryKey.Rest.Label, rest, null, null, councils);
    }

    // A line that nobody filed is nil where everything saved is known to be elsewhere; money without a category, or without a subcategory
    // in it, may be its.
    private static bool IsKnown(CategoryKey line, Dictionary<CategoryKey, (decimal Amount, int Councils)> amounts, decimal? rest) =>
        amounts[line].Councils > 0
        || (rest == 0 && amounts.Where(other => other.Key.Subcategory == CategoryKey.NotStated && other.Key.Category == line.Category)
            .All(other => other.Value.Amount == 0));

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
