using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;

namespace Benchmarking.Service.Endpoints;

/// <summary>What is asked of a plane: metric <c>X</c> across, metric <c>Y</c> upwards.</summary>
internal sealed record PlaneQuery(
    KnownMetric X, KnownMetric Y, FinancialYear Year, PeerSpecification? Peers, KnownModel? Model, CouncilName? Council,
    Code<FigureStatus>? Status, SnapshotPin? Snapshot);

/// <summary>Two metrics of one year seen together, such as cost and outcome: who lies on which side of both medians.</summary>
internal static class GetPlane
{
    private static readonly string[] Columns =
    [
        "year", "status", "peers", "metricX", "metricY", "council", "name", "x", "stateX", "verdictX", "y", "stateY", "verdictY",
        "quadrant",
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/comparisons/plane", Handle)
        .WithSummary("Two metrics (x and y) of one year over a peer group, in quadrants by their medians.")
        .Requires(Act.ReadFigures)
        .AnswersInTables();

    private static async Task<IResult> Handle([AsParameters] PlaneQuery query, FigureReader figures, HttpContext context)
    {
        var status = query.Status.GetValueOrDefault().Value;
        Metric[] metrics = [query.X.Metric, query.Y.Metric];
        SliceKey[] keys = [.. metrics.Select(metric => new SliceKey(metric.Code, query.Year, status))];
        if (!(await figures.Peers(query.Peers, query.Model, context.RequestAborted)).TryGet(out var requested, out var problem)
            || !requested.Find(query.Year, query.Council?.Code).TryGet(out var peers, out problem)
            || !(await figures.Open(query.Snapshot, context.User, context.RequestAborted)).TryGet(out var slices, out problem)
            || !(await slices.FindAll(keys, context.RequestAborted)).TryGet(out var found, out problem))
        {
            return problem;
        }

        Comparison[] compared =
            [.. metrics.Zip(found, (metric, slice) => Comparer.Compare(metric, query.Year, status, slice?.Observations ?? [], peers))];
        var plane = PlanePublication.Publish(Plane.Of(compared[0], compared[1]));
        return new Answer(AnswerBody.With(plane, slices.Versions, slices.Permalink(context.Request, requested)), Table(plane));
    }

    private static CsvTable Table(PublishedPlane plane) => new(Columns, plane.Councils.Select(p => (IReadOnlyList<object?>)
    [
        plane.Year, plane.Status, plane.PeerGroup.Code, plane.X.Metric, plane.Y.Metric, p.Council, p.Name, p.X, p.StateX, p.VerdictX,
        p.Y, p.StateY, p.VerdictY, p.Quadrant,
    ]));
}
