using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Every metric's position of one council on one page.</summary>
internal static class GetProfile
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/councils/{council}/profile", Handle)
        .Door("Every metric's position of a council against its peers.", "year", "peers", "status", "filter", PinnedSlices.Parameter);

    private static async Task<IResult> Handle(string council, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var year = query.RequiredYear("year");
        var status = query.Status("status");
        var filtered = query.OneOf("filter", "all", WorseAndWorsening.Code) == WorseAndWorsening.Code;
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        if (!CouncilCode.TryParse(council, out var code))
        {
            return Problem.NotFound("council-unknown", "Unknown council", $"There is no council '{council}' in {year}.");
        }

        var (asked, unknown) = await AskedPeers.Read(context);
        var (peers, wrongPeers) = asked is null ? (null, unknown) : asked.Find(year, code);
        var (slices, wrongPin) = await PinnedSlices.Open(context, reader, snapshots);
        if ((wrongPeers ?? wrongPin) is { } wrong)
        {
            return wrong;
        }

        var (comparisons, gone) = await Compare(slices!, reader, new(year, status, peers!, query.Text(PinnedSlices.Parameter) is null), context.RequestAborted);
        if (gone is not null)
        {
            return gone;
        }

        var profile = Profiles.Of(comparisons);
        if (!filtered)
        {
            return new Answer(AnswerBody.With(profile, slices!.Versions, slices.Permalink(context.Request)), Table(profile));
        }

        var (trends, lost) = await Traced([.. comparisons.Where(WorseAndWorsening.IsWorse)], slices!, asked!, code, context.RequestAborted);
        if (lost is not null)
        {
            return lost;
        }

        var list = WorseAndWorsening.Of(trends);
        profile = profile with { Metrics = [.. profile.Metrics.Where(position => list.Metrics.ContainsKey(position.Metric))] };
        var body = AnswerBody.With(profile, slices!.Versions, slices.Permalink(context.Request));
        body["filter"] = AnswerBody.Part(list);
        return new Answer(body, Table(profile));
    }

    /// <summary>All metrics compared. What is served now is asked for all at once and remembered for the answers that follow.</summary>
    private static async Task<(IReadOnlyList<Comparison> Comparisons, Problem? Gone)> Compare(
        PinnedSlices slices, SliceReader reader, Asked asked, CancellationToken cancellation)
    {
        var metrics = ReferenceData.Current.Metrics.All;
        if (asked.ServedNow)
        {
            await Task.WhenAll(metrics.Select(metric => reader.Served(new SliceKey(metric.Code, asked.Year, asked.Status), cancellation)));
        }

        var comparisons = new List<Comparison>();
        foreach (var metric in metrics)
        {
            var (slice, gone) = await slices.Find(new SliceKey(metric.Code, asked.Year, asked.Status), cancellation);
            if (gone is not null)
            {
                return ([], gone);
            }

            comparisons.Add(Comparer.Compare(metric, asked.Year, asked.Status, slice?.Observations ?? [], asked.Peers));
        }

        return (comparisons, null);
    }

    /// <summary>The council's way to where it is in these comparisons: each metric over the years up to theirs, with the peers of each year.</summary>
    private static async Task<(IReadOnlyList<MetricTrend> Trends, Problem? Gone)> Traced(
        IReadOnlyList<Comparison> comparisons, PinnedSlices slices, AskedPeers peers, CouncilCode council, CancellationToken cancellation)
    {
        var trends = new List<MetricTrend>();
        foreach (var last in comparisons)
        {
            var years = new List<Comparison>();
            foreach (var year in (await slices.Years(last.Metric.Code, last.Status, cancellation)).Where(year => year <= last.Year))
            {
                var (slice, gone) = await slices.Find(new SliceKey(last.Metric.Code, year, last.Status), cancellation);
                if (gone is not null)
                {
                    return ([], gone);
                }

                years.AddRange(peers.Find(year, council).Group is { } group && slice is not null
                    ? [Comparer.Compare(last.Metric, year, last.Status, slice.Observations, group)] : []);
            }

            trends.Add(MetricTrends.Trace(last.Metric, last.Status, years));
        }

        return (trends, null);
    }

    private static CsvTable Table(PublishedProfile profile) => new(
        ["council", "year", "status", "peers", "metric", "label", "unit", "value", "state", "percentile", "band", "verdict", "rag", "lower", "upper", "count", "median", "q1", "q3"],
        profile.Metrics.Select(m => (IReadOnlyList<object?>)
        [
            profile.Council, profile.Year, profile.Status, profile.PeerGroup.Code, m.Metric, m.Label, m.Unit, m.Subject.Value, m.Subject.State,
            m.Subject.Percentile, m.Subject.Band, m.Subject.Verdict, m.Subject.Rag, m.Subject.Lower, m.Subject.Upper, m.Summary.Count, m.Summary.Median, m.Summary.Q1, m.Summary.Q3,
        ]));

    private sealed record Asked(FinancialYear Year, FigureStatus Status, PeerGroup Peers, bool ServedNow);
}
