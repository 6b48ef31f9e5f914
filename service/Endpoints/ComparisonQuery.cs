using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of a comparison.</summary>
internal sealed record ComparisonQuery(
    KnownMetric Metric, FinancialYear Year, PeerSpecification? Peers, KnownModel? Model, CouncilName? Council,
    Code<FigureStatus>? Status,
    Code<PriceBasis>? Basis, TargetValue? Target, Code<Precision>? Precision, SnapshotPin? Snapshot, Code<Origin>? Origin)
    : IJointParameters
{
    public Problem? Fault => IsReal && Terms is null
        ? Problem.BadRequest(
            "deflator-missing", "No deflator for the year", $"The GDP deflator series held here does not cover {Year}.",
            [.. ReferenceData.Current.Deflator.Years.Select(year => year.ToString())])
        : null;

    /// <summary>The prices of the deflator's base year, where they are asked for and the metric is money.</summary>
    public RealTerms? Terms => IsReal ? RealTerms.From(ReferenceData.Current.Deflator, Year) : null;

    public Precision Places => Precision.GetValueOrDefault().Value;

    private bool IsReal => Basis is { Value: PriceBasis.Real } && Metric.Metric.IsMoney;
}

/// <summary>A comparison that was asked for, with all that it is made of.</summary>
internal sealed record RequestedComparison(
    ComparisonQuery Query, RequestedPeers Requested, PeerGroup Peers, PinnedSlices Slices, IReadOnlyList<Observation> Observations)
{
    public Metric Metric => Query.Metric.Metric;

    public FigureStatus Status => Query.Status.GetValueOrDefault().Value;

    public static async Task<Outcome<RequestedComparison>> Read(ComparisonQuery query, FigureReader figures, HttpContext context)
    {
        if (!(await figures.Peers(query.Peers, query.Model, context.RequestAborted)).TryGet(out var requested, out var problem)
            || !requested.Find(query.Year, query.Council?.Code).TryGet(out var peers, out problem)
            || !(await figures.Open(query.Snapshot, context.User, context.RequestAborted)).TryGet(out var slices, out problem)
            || !(await slices.Find(new SliceKey(query.Metric.Metric.Code, query.Year, query.Status.GetValueOrDefault().Value),
                context.RequestAborted))
                .TryGet(out var slice, out problem))
        {
            return problem;
        }

        return new RequestedComparison(query, requested, peers, slices, Origins.Only(slice?.Observations ?? [], query.Origin?.Value));
    }

    public Comparison Compare(IReadOnlyList<Observation> observations) =>
        Comparer.Compare(Metric, Query.Year, Status, observations, Peers, Query.Terms);

    /// <summary>The same over all councils of the year, whoever the peers are.</summary>
    public Comparison OverAll() => Comparer.Compare(
        Metric, Query.Year, Status, Observations, RequestedPeers.Groups.Find("all", Query.Year, Query.Council?.Code).Group!, Query.Terms);
}
