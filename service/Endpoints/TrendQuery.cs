using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of a trend: years from and to, each included, open where none is given.</summary>
internal sealed record TrendRange(FinancialYear? From, FinancialYear? To, CouncilCode? Council, FigureStatus Status)
{
    public bool Covers(FinancialYear year) => (From is null || year >= From) && (To is null || year <= To);

    /// <summary>All years from the first to the last of what is asked for, or held where the question is open at that end; none where
    /// nothing is held.</summary>
    public IEnumerable<FinancialYear> Listed(IReadOnlyList<FinancialYear> held)
    {
        if (held.Count == 0 && (From is null || To is null))
        {
            return [];
        }

        var (first, last) = ((From ?? held[0]).StartYear, (To ?? held[^1]).StartYear);
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(year => new FinancialYear(year));
    }
}

/// <summary>A published year of a trend, with the peers of that year.</summary>
internal sealed record TrendYear(Slice Slice, PeerGroup Peers)
{
    public Comparison Compare(Metric metric) => Comparer.Compare(metric, Slice.Key.Year, Slice.Key.Status, Slice.Observations, Peers);
}

/// <summary>The slices and peers of a trend, opened.</summary>
internal sealed record TrendSources(PinnedSlices Slices, RequestedPeers Peers)
{
    public static async Task<Outcome<TrendSources>> Open(
        SnapshotPin? pin, PeerSpecification? peers, KnownModel? model, FigureReader figures, HttpContext context) =>
        !(await figures.Open(pin, context.User, context.RequestAborted)).TryGet(out var slices, out var problem)
        || !(await figures.Peers(peers, model, context.RequestAborted)).TryGet(out var requested, out problem)
            ? problem
            : new TrendSources(slices, requested);

    public string Permalink(HttpRequest request) => Slices.Permalink(request, Peers);

    /// <summary>The breaks of a year in one cell of a table.</summary>
    public static string Words(IReadOnlyList<PublishedBreak> breaks) => string.Join(' ', breaks.Select(each => each.Words));

    /// <summary>The years asked for, each with its peers; a year between published ones, or between the years asked for, of which nothing
    /// is published is there without figures. A year in which the council asked about did not exist is left out, and a problem only where
    /// no year has it.</summary>
    public async Task<Outcome<TrendYear[]>> Read(string metric, TrendRange range, CancellationToken cancellation)
    {
        var held = (await Slices.Years(metric, range.Status, cancellation)).Where(range.Covers).ToArray();
        var groups = new List<(FinancialYear Year, PeerGroup Peers)>();
        Problem? wrong = null;
        foreach (var year in range.Listed(held))
        {
            if (Peers.Find(year, range.Council, overYears: true).TryGet(out var group, out var fault))
            {
                groups.Add((year, group));
            }
            else
            {
                wrong = fault;
            }
        }

        // The council's own years are what there is to show of it: those before and after are not missing.
        if (groups.Count == 0)
        {
            return wrong is not null ? wrong
                : Peers.Find(range.From ?? RequestedPeers.DefaultYear, range.Council, overYears: true).TryGet(out _, out var problem)
                    ? Array.Empty<TrendYear>() : problem;
        }

        SliceKey[] keys = [.. groups.Select(each => each.Year).Intersect(held).Select(year => new SliceKey(metric, year, range.Status))];
        if (!(await Slices.FindAll(keys, cancellation)).TryGet(out var slices, out var gone))
        {
            return gone;
        }

        var published = slices.OfType<Slice>().ToDictionary(slice => slice.Key.Year);
        return groups.Select(each =>
            new TrendYear(published.GetValueOrDefault(each.Year) ?? Empty(new(metric, each.Year, range.Status)), each.Peers)).ToArray();
    }

    private static Slice Empty(SliceKey key) => new(key, "", "", [], []);
}
