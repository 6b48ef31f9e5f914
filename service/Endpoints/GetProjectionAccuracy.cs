using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of the accuracy of projections.</summary>
internal sealed record AccuracyQuery(
    KnownMetric Metric, FinancialYear? From, FinancialYear? To, PeerSpecification? Peers, KnownModel? Model, CouncilName? Council,
    SnapshotPin? Snapshot);

/// <summary>How projections turned out: those that councils filed, and the model's own on the past.</summary>
internal static class GetProjectionAccuracy
{
    private static readonly string[] Columns = ["metric", "year", "council", "name", "projected", "actual", "error"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/trends/metrics/{metric}/projection-accuracy", Handle)
        .WithSummary("How projections turned out: those that councils filed, and the model's own on the past.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle([AsParameters] AccuracyQuery query, FigureReader figures, HttpContext context)
    {
        var metric = query.Metric.Metric;
        var range = new TrendRange(query.From, query.To, query.Council?.Code, FigureStatus.Actual);
        if (!(await TrendSources.Open(query.Snapshot, query.Peers, query.Model, figures, context)).TryGet(out var sources, out var problem)
            || !(await sources.Read(metric.Code, range, context.RequestAborted)).TryGet(out var actual, out problem)
            || !(await sources.Read(metric.Code, range with { Status = FigureStatus.Projected }, context.RequestAborted))
                .TryGet(out var projected, out problem))
        {
            return problem;
        }

        Comparison[] came = [.. actual.Select(year => year.Compare(metric))];
        var filed = FiledProjections.Of([.. projected.Select(year => year.Compare(metric))], came);
        var answer = new
        {
            Metric = metric.Code, metric.Label, Unit = Codes.Of(metric.Unit), metric.Decimals, Peers = sources.Peers.Text,
            PeersModel = sources.Peers.UsedModel, Filed = filed,
            RollingOrigin = MetricProjections.Judge(MetricTrends.Trace(metric, FigureStatus.Actual, came, ReferenceData.Current),
                ReferenceData.Current), Projection.FewestCases, MetricProjections.Model,
        };
        return new Answer(
            AnswerBody.With(answer, sources.Slices.Versions, sources.Permalink(context.Request)),
            new CsvTable(Columns,
                filed.Figures.Select(f =>
                    (IReadOnlyList<object?>)[metric.Code, f.Year, f.Council, f.Name, f.Projected, f.Actual, f.Error])));
    }
}
