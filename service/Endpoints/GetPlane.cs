using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Two metrics of one year seen together, such as cost and outcome: who lies on which side of both medians.</summary>
internal static class GetPlane
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/comparisons/plane", Handle)
        .Door("Two metrics (x and y) of one year over a peer group, in quadrants by their medians.", "x", "y", "year", "peers", "council", "status", PinnedSlices.Parameter);

    private static async Task<IResult> Handle(HttpContext context, Access access, SliceReader reader, SnapshotStore snapshots)
    {
        var query = new RequestQuery(context.Request);
        var year = query.RequiredYear("year");
        var status = query.Status("status");
        var council = query.Council("council");
        if ((await access.Check(context, Act.ReadFigures) ?? query.Problem) is { } problem)
        {
            return problem;
        }

        var (x, wrongX) = MetricOf(query, "x");
        var (y, wrongY) = MetricOf(query, "y");
        var (peers, wrongPeers) = await AskedPeers.Find(context, year, council);
        var (slices, wrongPin) = await PinnedSlices.Open(context, reader, snapshots);
        if ((wrongX ?? wrongY ?? wrongPeers ?? wrongPin) is { } wrong)
        {
            return wrong;
        }

        var (sliceX, goneX) = await slices!.Find(new SliceKey(x!.Code, year, status), context.RequestAborted);
        var (sliceY, goneY) = x == y ? (sliceX, goneX) : await slices.Find(new SliceKey(y!.Code, year, status), context.RequestAborted);
        if ((goneX ?? goneY) is { } gone)
        {
            return gone;
        }

        Comparison Compared(Metric metric, Slice? slice) => Comparer.Compare(metric, year, status, slice?.Observations ?? [], peers!);
        var plane = PlanePublication.Publish(Plane.Of(Compared(x, sliceX), Compared(y!, sliceY)));
        return new Answer(AnswerBody.With(plane, slices.Versions, slices.Permalink(context.Request)), Table(plane));
    }

    private static (Metric? Metric, Problem? Problem) MetricOf(RequestQuery query, string name) => query.Text(name) switch
    {
        null => (null, Problem.BadRequest("parameter-missing", "Missing parameter", $"The parameter '{name}' is needed, the code of a metric; see /metrics.")),
        var code when ReferenceData.Current.Metrics.Find(code) is { } metric => (metric, null),
        var code => (null, GetMetrics.Unknown(code)),
    };

    private static CsvTable Table(PublishedPlane plane) => new(
        ["year", "status", "peers", "metricX", "metricY", "council", "name", "x", "stateX", "verdictX", "y", "stateY", "verdictY", "quadrant"],
        plane.Councils.Select(p => (IReadOnlyList<object?>)
            [plane.Year, plane.Status, plane.PeerGroup.Code, plane.X.Metric, plane.Y.Metric, p.Council, p.Name, p.X, p.StateX, p.VerdictX, p.Y, p.StateY, p.VerdictY, p.Quadrant]));
}
