using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Savings by category over the years, and any metric over the years. Years without a published figure are not there.</summary>
internal static class GetTrends
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/trends/savings-categories", Categories)
            .Door("Savings by category over the years.", "from", "to", "peers", "council", "status", "level", PinnedSlices.Parameter);
        routes.MapGet("/trends/metrics/{metric}", Metric)
            .Door("One metric over the years, with the peers' median and quartiles and the direction.", "from", "to", "peers", "council", "status", PinnedSlices.Parameter);
        routes.MapGet("/trends/metrics/{metric}/projection-accuracy", Accuracy)
            .Door("How projections turned out: those that councils filed, and the model's own on the past.", "from", "to", "peers", "council", PinnedSlices.Parameter);
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

        var (slices, wrongPin) = await PinnedSlices.Open(context, reader, snapshots);
        var (peers, wrongPeers) = await AskedPeers.Read(context);
        if ((wrongPin ?? wrongPeers) is { } unknown)
        {
            return unknown;
        }

        var (found, wrong) = await Read(Normaliser.SavingsCategories, asked, peers!, slices!, context.RequestAborted);
        if (wrong is not null)
        {
            return wrong;
        }

        var trend = TrendPublication.Publish(CategoryTrends.Trace(
            [.. found.Select(year => new SavingsSlice(year.Slice.Key.Year, asked.Status, year.Peers, year.Slice.Observations))],
            level, ReferenceData.Current.Taxonomy, query.Text("peers") is null ? asked.Council : null)) with { Peers = peers!.Text };
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
        var (question, problem) = await Ask(metric, context, access, reader, snapshots);
        if (problem is not null)
        {
            return problem;
        }

        var (found, asked, peers, slices) = question!;
        var (years, wrong) = await Read(metric, asked, peers, slices, context.RequestAborted);
        if (wrong is not null)
        {
            return wrong;
        }

        var traced = MetricTrends.Trace(found, asked.Status, Compared(found, years));
        var trend = TrendPublication.Publish(traced, ReferenceData.Current);
        var body = AnswerBody.With(trend, slices.Versions, slices.Permalink(context.Request));
        body["projection"] = AnswerBody.Part(MetricProjections.Of(traced));
        return new Answer(
            body,
            new CsvTable(
                ["metric", "year", "status", "council", "value", "state", "band", "verdict", "peers", "count", "median", "q1", "q3", "afterBreak"],
                trend.Years.Select(y => (IReadOnlyList<object?>)
                    [trend.Metric, y.Year, trend.Status, trend.Council, y.Value, y.State, y.Band, y.Verdict, trend.Peers, y.Count, y.Median, y.Q1, y.Q3, y.AfterBreak])));
    }

    /// <summary>What is asked of a metric, found; or the first problem with it.</summary>
    private static async Task<(Question? Question, Problem? Problem)> Ask(
        string metric, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var asked = Range.Of(query);
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return (null, problem);
        }

        if (ReferenceData.Current.Metrics.Find(metric) is not { } found)
        {
            return (null, GetMetrics.Unknown(metric));
        }

        var (slices, wrongPin) = await PinnedSlices.Open(context, reader, snapshots);
        var (peers, wrongPeers) = await AskedPeers.Read(context);
        return (wrongPin ?? wrongPeers) is { } unknown ? (null, unknown) : (new(found, asked, peers!, slices!), null);
    }

    private static async Task<IResult> Accuracy(string metric, HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var (question, problem) = await Ask(metric, context, access, reader, snapshots);
        if (problem is not null)
        {
            return problem;
        }

        var (found, asked, peers, slices) = question!;
        var (actual, wrong) = await Read(metric, asked, peers, slices, context.RequestAborted);
        var (projected, wrongToo) = await Read(metric, asked with { Status = FigureStatus.Projected }, peers, slices, context.RequestAborted);
        if ((wrong ?? wrongToo) is { } cause)
        {
            return cause;
        }

        Comparison[] came = [.. Compared(found, actual)];
        var filed = FiledProjections.Of([.. Compared(found, projected)], came);
        var answer = new
        {
            Metric = found.Code, found.Label, Unit = Codes.Of(found.Unit), found.Decimals, Peers = peers.Text, Filed = filed,
            RollingOrigin = MetricProjections.Judge(MetricTrends.Trace(found, FigureStatus.Actual, came)), Projection.FewestCases, MetricProjections.Model,
        };
        return new Answer(
            AnswerBody.With(answer, slices.Versions, slices.Permalink(context.Request)),
            new CsvTable(
                ["metric", "year", "council", "name", "projected", "actual", "error"],
                filed.Figures.Select(f => (IReadOnlyList<object?>)[found.Code, f.Year, f.Council, f.Name, f.Projected, f.Actual, f.Error])));
    }

    private static IEnumerable<Comparison> Compared(Metric metric, IReadOnlyList<(Slice Slice, PeerGroup Peers)> years) =>
        years.Select(y => Comparer.Compare(metric, y.Slice.Key.Year, y.Slice.Key.Status, y.Slice.Observations, y.Peers));

    /// <summary>The slices of the years asked for, all pointers read before the first of them is answered from, with each year's peers.
    /// A year in which a chosen council did not exist is a problem only where no year has it.</summary>
    private static async Task<(IReadOnlyList<(Slice Slice, PeerGroup Peers)> Years, Problem? Problem)> Read(
        string metric, Range asked, AskedPeers peers, PinnedSlices slices, CancellationToken cancellation)
    {
        var (found, problem) = (new List<(Slice, PeerGroup)>(), (Problem?)null);
        var years = (await slices.Years(metric, asked.Status, cancellation)).Where(asked.Covers).ToArray();
        foreach (var year in years)
        {
            var (group, wrong) = peers.Find(year, asked.Council);
            if (wrong is not null)
            {
                problem = wrong;
                continue;
            }

            var (slice, gone) = await slices.Find(new SliceKey(metric, year, asked.Status), cancellation);
            if (gone is not null)
            {
                return ([], gone);
            }

            if (slice is not null)
            {
                found.Add((slice, group!));
            }
        }

        // Nothing to show: say what is wrong with the question, if anything is.
        problem ??= found.Count == 0 ? peers.Find(asked.From ?? GetPeerGroups.DefaultYear, asked.Council).Problem : null;
        return (found, found.Count == 0 ? problem : null);
    }

    private sealed record Question(Metric Metric, Range Asked, AskedPeers Peers, PinnedSlices Slices);

    private sealed record Range(FinancialYear? From, FinancialYear? To, FigureStatus Status, CouncilCode? Council)
    {
        public static Range Of(RequestQuery query) => new(
            query.Year("from"), query.Year("to"), query.Status("status"), query.Council("council"));

        public bool Covers(FinancialYear year) => (From is null || year >= From) && (To is null || year <= To);
    }
}
