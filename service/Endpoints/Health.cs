using Benchmarking.Service.Http;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Probes: live answers while the process runs, ready while storage answers too.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live).WithSummary("Whether the process runs.").AllowAnonymous().AnswersIn(Form.Json)
            .DisableHttpMetrics();
        routes.MapGet("/health/ready", Ready).WithSummary("Whether storage answers too.").AllowAnonymous().AnswersIn(Form.Json)
            .DisableHttpMetrics();
    }

    private static Answer Live() => new(new { status = "live" });

    private static async Task<IResult> Ready(StorageClients storage, CancellationToken cancellation)
    {
        try
        {
            await storage.Ledger.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("_health", "_health",
                cancellationToken: cancellation);
            return new Answer(new { status = "ready" });
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException)
        {
            return new Problem(StatusCodes.Status503ServiceUnavailable, "storage-unreachable", "Not ready", "Storage does not answer.");
        }
    }
}
