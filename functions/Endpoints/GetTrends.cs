using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Responses;
using Benchmarking.Functions.Security;
using Benchmarking.Functions.Storage;

namespace Benchmarking.Functions.Endpoints;

/// <summary>Savings by category over the years, and any metric over the years. Years without a published figure are not there.</summary>
internal static class GetTrends
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/trends/savings-categories", Categories)
            .Door("Savings by category over the years.", "from", "to", "peers", "council", "status", "level", PinnedSlices.Parameter);
        routes.MapGet("/trends/metrics/{metric}", Metric)
            .Door("One metric over the years, with the peers' median and quartiles and the direction.", "from", "to", "peers", "council", "status", PinnedSlices.Parameter);
    }

    private static async Task<IResult> Categories(HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var asked = Range.Of(query);
        var level = Codes.Parse<CategoryLevel>(query.OneOf("level", [.. Codes.All<CategoryLevel>()]));
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        var (slices, found, wrong) = await Read(Normaliser.SavingsCategories, asked, query, reader, snapshots, context.RequestAborted);
        if (wrong is not null)
        {
            return wrong;
        }

        var trend = TrendPublication.Publish(CategoryTrends.Trace(
            [.. found.Select(year => new SavingsSlice(year.Slice.Key.Year, asked.Status, year.Peers, year.Slice.Observations))],
            level, ReferenceData.Current.Taxonomy, query.Text("peers") is null ? asked.Council : null)) with { Peers = asked.Peers };
        return new Answer(
            AnswerBody.With(trend, slices!.Versions, slices.Permalink(context.Request)),
            new CsvTable(
                ["year", "status", "peers", "councils", "category", "subcategory", "label", "amount", "share", "changeInShare", "categoryCouncils"],
                trend.Years.SelectMany(y => y.Categories.Select(c => (IReadOnlyList<object?>)
                    [y.Year, y.Status, trend.Peers, y.Councils, c.Category, c.Subcategory, c.Label, c.Amount, c.Share, c.ChangeInShare, c.Councils]))));
    }

    private static async Task<IResult> Metric(
        string metric, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var asked = Range.Of(query);
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        if (ReferenceData.Current.Metrics.Find(metric) is not { } found)
        {
            return GetMetrics.Unknown(metric);
        }

        var (slices, years, wrong) = await Read(metric, asked, query, reader, snapshots, context.RequestAborted);
        if (wrong is not null)
        {
            return wrong;
        }

        var trend = TrendPublication.Publish(MetricTrends.Trace(
            found, asked.Status, years.Select(y => Comparer.Compare(found, y.Slice.Key.Year, asked.Status, y.Slice.Observations, y.Peers))));
        return new Answer(
            AnswerBody.With(trend, slices!.Versions, slices.Permalink(context.Request)),
            new CsvTable(
                ["metric", "year", "status", "council", "value", "state", "band", "verdict", "peers", "count", "median", "q1", "q3", "afterBreak"],
                trend.Years.Select(y => (IReadOnlyList<object?>)
                    [trend.Metric, y.Year, trend.Status, trend.Council, y.Value, y.State, y.Band, y.Verdict, trend.Peers, y.Count, y.Median, y.Q1, y.Q3, y.AfterBreak])));
    }

    /// <summary>The slices of the years asked for, all pointers read before the first of them is answered from, with each year's peers.
    /// A year in which a chosen council did not exist is a problem only where no year has it.</summary>
    private static async Task<(PinnedSlices? Slices, IReadOnlyList<(Slice Slice, PeerGroup Peers)> Years, Problem? Problem)> Read(
        string metric, Range asked, RequestQuery query, SliceReader reader, SnapshotStore snapshots, CancellationToken cancellation)
    {
        var (slices, problem) = await PinnedSlices.Open(query.Text(PinnedSlices.Parameter), reader, snapshots, cancellation);
        if (problem is not null)
        {
            return (null, [], problem);
        }

        var found = new List<(Slice, PeerGroup)>();
        var years = (await slices!.Years(metric, asked.Status, cancellation)).Where(asked.Covers).ToArray();
        foreach (var year in years)
        {
            var (peers, wrong) = GetPeerGroups.Find(asked.Peers, year, asked.Council);
            if (wrong is not null)
            {
                problem = wrong;
                continue;
            }

            var (slice, gone) = await slices.Find(new SliceKey(metric, year, asked.Status), cancellation);
            if (gone is not null)
            {
                return (null, [], gone);
            }

            if (slice is not null)
            {
                found.Add((slice, peers!));
            }
        }

        // Nothing to show: say what is wrong with the question, if anything is.
        problem ??= found.Count == 0 ? GetPeerGroups.Find(asked.Peers, asked.From ?? GetPeerGroups.DefaultYear, asked.Council).Problem : null;
        return (slices, found, found.Count == 0 ? problem : null);
    }

    private sealed record Range(FinancialYear? From, FinancialYear? To, FigureStatus Status, CouncilCode? Council, string Peers)
    {
        public static Range Of(RequestQuery query) => new(
            query.Year("from"), query.Year("to"), query.Status("status"), query.Council("council"), query.Text("peers") ?? "all");

        public bool Covers(FinancialYear year) => (From is null || year >= From) && (To is null || year <= To);
    }
}
