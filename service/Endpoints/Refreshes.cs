using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>Rebuild everything, and how the last rebuild went: <c>duration</c> in seconds, <c>staleSlices</c> counts what still waits to be published.</summary>
internal static class Refreshes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/refreshes", Start).WithSummary("Rebuild everything from the accepted returns.")
            .Requires(Act.Refresh).AnswersInJson(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapGet("/refreshes/latest", Latest).WithSummary("How the last rebuild went, and how much waits to be published.")
            .Requires(Act.ReadFigures).AnswersIn(Form.Json, Form.Csv);
    }

    private static async Task<IResult> Start(RefreshBenchmarks refresh, StaleSliceStore stale, IHostApplicationLifetime lifetime, HttpContext context)
    {
        // It goes on when the caller hangs up; how it goes is told by /refreshes/latest.
        var started = await refresh.Start(lifetime.ApplicationStopping);
        return started is null
            ? Problem.Conflict("refresh-running", "A refresh is running", "Wait for it to end; GET /api/v1/refreshes/latest tells.")
            : new Answer(Body(started, await stale.Count(context.RequestAborted)), status: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Latest(SnapshotStore snapshots, StaleSliceStore stale, HttpContext context)
    {
        var report = await snapshots.LastReport(context.RequestAborted);
        return new Answer(Body(report, await stale.Count(context.RequestAborted)));
    }

    private static object Body(RefreshReport? report, int staleSlices) => new
    {
        state = report?.State ?? "never",
        report?.StartedAt,
        duration = report?.Seconds,
        report?.Snapshot,
        report?.Councils,
        report?.Slices,
        report?.Rewritten,
        report?.Drift,
        staleSlices,
    };
}
