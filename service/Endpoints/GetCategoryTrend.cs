using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of savings by category.</summary>
internal sealed record CategoryTrendQuery(
    FinancialYear? From, FinancialYear? To, PeerSpecification? Peers, KnownModel? Model, CouncilName? Council, Code<FigureStatus>? Status,
    Code<CategoryLevel>? Level, Code<Precision>? Precision, SnapshotPin? Snapshot);

/// <summary>Savings by category over the years. A year that nobody filed is there without figures.</summary>
internal static class GetCategoryTrend
{
    private static readonly string[] Columns =
    [
        "year", "status", "peers", "councils", "category", "subcategory", "label", "amount", "share", "changeInShare", "categoryCouncils",
        "council", "name", "total", "breaks",
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/trends/savings-categories", Handle)
        .WithSummary("Savings by category over the years.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle([AsParameters] CategoryTrendQuery query, FigureReader figures, HttpContext context)
    {
        var range = new TrendRange(query.From, query.To, query.Council?.Code, query.Status.GetValueOrDefault().Value);
        if (!(await TrendSources.Open(query.Snapshot, query.Peers, query.Model, figures, context)).TryGet(out var sources, out var problem)
            || !(await sources.Read(Normaliser.SavingsCategories, range, context.RequestAborted)).TryGet(out var found, out problem))
        {
            return problem;
        }

        var precision = query.Precision.GetValueOrDefault().Value;
        var trend = TrendPublication.Publish(CategoryTrends.Trace(
            [.. found.Select(year => new SavingsSlice(year.Slice.Key.Year, range.Status, year.Peers, year.Slice.Observations))],
            query.Level.GetValueOrDefault().Value, ReferenceData.Current, query.Peers is null ? query.Council?.Code : null), precision);
        trend = trend with { Peers = trend.Peers is null ? null : sources.Peers.Text };
        var body = AnswerBody.With(trend, sources.Slices.Versions, sources.Permalink(context.Request));
        body["peersModel"] = trend.Peers is null ? null : sources.Peers.UsedModel;
        body.Tell(precision);
        return new Answer(
            body,
            new CsvTable(Columns, trend.Years.SelectMany(y => y.Categories.Select(c => (IReadOnlyList<object?>)
                [
                    y.Year, y.Status, trend.Peers, y.Councils, c.Category, c.Subcategory, c.Label, c.Amount, c.Share, c.ChangeInShare,
                        c.Councils,
                    trend.Council, trend.Name, y.Total, TrendSources.Words(y.Breaks),
                ]))));
    }
}
