using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of a council's profile.</summary>
internal sealed record ProfileQuery(
    string Council, FinancialYear Year, PeerSpecification? Peers, KnownModel? Model, Code<FigureStatus>? Status,
    Code<ProfileFilter>? Filter, SnapshotPin? Snapshot)
    : IJointParameters
{
    public Problem? Fault => CouncilName.TryParse(Council, null, out _) ? null : GetCouncils.Unknown(Council, Year);

    public CouncilCode Code => CouncilName.Parse(Council, null).Code;
}

/// <summary>Every metric's position of one council on one page.</summary>
internal static class GetProfile
{
    private static readonly string[] Columns =
    [
        "council", "year", "status", "peers", "metric", "label", "unit", "value", "state", "percentile", "band", "verdict", "rag", "lower",
        "upper",
        "count", "median", "q1", "q3",
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/councils/{council}/profile", Handle)
        .WithSummary("Every metric's position of a council against its peers.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle([AsParameters] ProfileQuery query, FigureReader figures, HttpContext context)
    {
        var status = query.Status.GetValueOrDefault().Value;
        var metrics = ReferenceData.Current.Metrics.All;
        SliceKey[] keys = [.. metrics.Select(metric => new SliceKey(metric.Code, query.Year, status))];
        if (!(await figures.Peers(query.Peers, query.Model, context.RequestAborted)).TryGet(out var requested, out var problem)
            || !requested.Find(query.Year, query.Code).TryGet(out var peers, out problem)
            || !(await figures.Open(query.Snapshot, context.User, context.RequestAborted)).TryGet(out var slices, out problem)
            || !(await slices.FindAll(keys, context.RequestAborted)).TryGet(out var found, out problem))
        {
            return problem;
        }

        Comparison[] comparisons =
            [.. metrics.Zip(found, (metric, slice) => Comparer.Compare(metric, query.Year, status, slice?.Observations ?? [], peers))];
        var profile = Profiles.Of(comparisons);
        WorseningList? list = null;
        if (query.Filter is { Value: ProfileFilter.WorseAndWorsening })
        {
            var worse = comparisons.Where(WorseAndWorsening.IsWorse).ToArray();
            if (!(await Traced(worse, slices, requested, query.Code, context.RequestAborted)).TryGet(out var trends, out var gone))
            {
                return gone;
            }

            list = WorseAndWorsening.Of(trends);
            profile = profile with { Metrics = [.. profile.Metrics.Where(position => list.Metrics.ContainsKey(position.Metric))] };
        }

        var body = AnswerBody.With(profile, slices.Versions, slices.Permalink(context.Request, requested));
        if (list is not null)
        {
            body["filter"] = AnswerBody.Part(list);
        }

        return new Answer(body, Table(profile));
    }

    /// <summary>The council's way to where it is in these comparisons: each metric over the years up to theirs, with the peers of each
    /// year.</summary>
    private static async Task<Outcome<MetricTrend[]>> Traced(
        IReadOnlyList<Comparison> comparisons, PinnedSlices slices, RequestedPeers peers, CouncilCode council,
        CancellationToken cancellation)
    {
        var trends = new List<MetricTrend>();
        foreach (var last in comparisons)
        {
            var years = (await slices.Years(last.Metric.Code, last.Status, cancellation)).Where(year => year <= last.Year);
            SliceKey[] keys = [.. years.Select(year => new SliceKey(last.Metric.Code, year, last.Status))];
            if (!(await slices.FindAll(keys, cancellation)).TryGet(out var found, out var gone))
            {
                return gone;
            }

            trends.Add(MetricTrends.Trace(last.Metric, last.Status,
                [.. found.OfType<Slice>().SelectMany(slice => Compared(last.Metric, slice, peers, council))], ReferenceData.Current));
        }

        return trends.ToArray();
    }

    /// <summary>None for a year in which the peers cannot be told.</summary>
    private static IEnumerable<Comparison> Compared(Metric metric, Slice slice, RequestedPeers peers, CouncilCode council) =>
        peers.Find(slice.Key.Year, council, overYears: true).TryGet(out var group, out _)
            ? [Comparer.Compare(metric, slice.Key.Year, slice.Key.Status, slice.Observations, group)] : [];

    private static CsvTable Table(PublishedProfile profile) => new(Columns, profile.Metrics.Select(m => (IReadOnlyList<object?>)
    [
        profile.Council, profile.Year, profile.Status, profile.PeerGroup.Code, m.Metric, m.Label, m.Unit, m.Subject.Value, m.Subject.State,
        m.Subject.Percentile, m.Subject.Band, m.Subject.Verdict, m.Subject.Rag, m.Subject.Lower, m.Subject.Upper, m.Summary.Count,
        m.Summary.Median, m.Summary.Q1, m.Summary.Q3,
    ]));
}
