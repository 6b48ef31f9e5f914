using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of a trend: years from and to, each included, open where none is given.</summary>
internal sealed record TrendRange(FinancialYear? From, FinancialYear? To, CouncilCode? Council, FigureStatus Status)
{
    public bool Covers(FinancialYear year) => (From is null || year >= From) && (To is null || year <= To);
}

/// <summary>A published year of a trend, with the peers of that year.</summary>
internal sealed record TrendYear(Slice Slice, PeerGroup Peers)
{
    public Comparison Compare(Metric metric) => Comparer.Compare(metric, Slice.Key.Year, Slice.Key.Status, Slice.Observations, Peers);
}

/// <summary>The slices and peers of a trend, opened.</summary>
internal sealed record TrendSources(PinnedSlices Slices, RequestedPeers Peers)
{
    public static async Task<Outcome<TrendSources>> Open(SnapshotPin? pin, PeerSpecification? peers, FigureReader figures, HttpContext context) =>
        !(await figures.Open(pin, context.User, context.RequestAborted)).TryGet(out var slices, out var problem)
        || !(await figures.Peers(peers, context.RequestAborted)).TryGet(out var requested, out problem)
            ? problem
            : new TrendSources(slices, requested);

    public string Permalink(HttpRequest request) => Slices.Permalink(request, Peers);

    /// <summary>The published years asked for, with each year's peers. A year in which a chosen council did not exist is a problem only where no
    /// year has it.</summary>
    public async Task<Outcome<TrendYear[]>> Read(string metric, TrendRange range, CancellationToken cancellation)
    {
        var years = (await Slices.Years(metric, range.Status, cancellation)).Where(range.Covers).ToArray();
        var groups = new List<(FinancialYear Year, PeerGroup Peers)>();
        Problem? wrong = null;
        foreach (var year in years)
        {
            if (Peers.Find(year, range.Council).TryGet(out var group, out var fault))
            {
                groups.Add((year, group));
            }
            else
            {
                wrong = fault;
            }
        }

        if (!(await Slices.FindAll([.. groups.Select(each => new SliceKey(metric, each.Year, range.Status))], cancellation)).TryGet(out var slices, out var gone))
        {
            return gone;
        }

        TrendYear[] found = [.. groups.Zip(slices).Where(pair => pair.Second is not null).Select(pair => new TrendYear(pair.Second!, pair.First.Peers))];
        if (found.Length > 0)
        {
            return found;
        }

        // Nothing to show: say what is wrong with the question, if anything is.
        return wrong is not null ? wrong
            : Peers.Find(range.From ?? RequestedPeers.DefaultYear, range.Council).TryGet(out _, out var problem) ? found : problem;
    }
}
