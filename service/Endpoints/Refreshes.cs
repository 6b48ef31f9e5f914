using Benchmarking.Service.Http;
using Benchmarking.Service.Rebuild;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Rebuild everything, and how the last rebuild went: <c>duration</c> in seconds, <c>staleSlices</c> counts what still waits to be
/// published, <c>drift</c> is the first lines of <c>driftTotal</c>.</summary>
internal static class Refreshes
{
    private const string Latest = "/refreshes/latest";
    private const string Drift = $"{Latest}/drift";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/refreshes", Start).WithSummary("Rebuild everything from the accepted returns.")
            .Requires(Act.Refresh).AnswersInJson(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapGet(Latest, Read).WithSummary("How the last rebuild went, and how much waits to be published.")
            .Requires(Act.ReadFigures).AnswersIn(Form.Json);
        routes.MapGet(Drift, ReadDrift).WithSummary("Every figure that the last rebuild found to differ from the returns, a line each.")
            .Requires(Act.ReadFigures).AnswersIn(Form.JsonLines);
    }

    private static async Task<IResult> Start(IRebuildStarter starter, RefreshReportStore reports, StaleSliceStore stale,
        HttpContext context)
    {
        context.Response.Headers.Location = $"/api/v1{Latest}";
        context.Response.Headers.RetryAfter = "1";
        return await starter.Start(context.RequestAborted)
            ? new Answer(await Body(reports, stale, context.RequestAborted), status: StatusCodes.Status202Accepted)
            : Problem.Conflict("refresh-running", "A refresh is running", $"Wait for it to end; GET /api/v1{Latest} tells.");
    }

    private static async Task<Answer> Read(RefreshReportStore reports, StaleSliceStore stale, CancellationToken cancellation) =>
        new(await Body(reports, stale, cancellation));

    private static async Task<IResult> ReadDrift(RefreshReportStore reports, RebuildStore rebuilds, CancellationToken cancellation)
    {
        var report = await reports.Latest(cancellation);
        var lines = report?.DriftReport is { } name ? await rebuilds.OpenDriftReport(name, cancellation) : null;
        return Results.Stream(lines ?? Stream.Null, Form.ContentType(Form.JsonLines));
    }

    private static async Task<object> Body(RefreshReportStore reports, StaleSliceStore stale, CancellationToken cancellation)
    {
        var report = await reports.Latest(cancellation);
        return new
        {
            state = report?.State ?? "never",
            report?.StartedAt,
            duration = report?.Seconds,
            report?.Snapshot,
            report?.Councils,
            report?.Slices,
            report?.Rewritten,
            report?.DriftTotal,
            report?.Drift,
            driftReport = report?.DriftReport is null ? null : $"/api/v1{Drift}",
            staleSlices = await stale.Count(cancellation),
        };
    }
}
