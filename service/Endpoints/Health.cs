using Benchmarking.Service.Http;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Endpoints;

/// <summary>Probes: live answers while the process runs, ready while storage answers too.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live).Door("Whether the process runs.");
        routes.MapGet("/health/ready", Ready).Door("Whether storage answers too.");
    }

    private static Answer Live(HttpContext context)
    {
        Traces.LeaveOut(context);
        return new Answer(new { status = "live" });
    }

    private static async Task<IResult> Ready(HttpContext context, StorageClients storage, CancellationToken cancellation)
    {
        Traces.LeaveOut(context);
        try
        {
            await storage.Ledger.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("_health", "_health", cancellationToken: cancellation);
            return new Answer(new { status = "ready" });
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException)
        {
            return new Problem(StatusCodes.Status503ServiceUnavailable, "storage-unreachable", "Not ready", "Storage does not answer.");
        }
    }
}
