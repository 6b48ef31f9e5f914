using Benchmarking.Functions.Responses;
using Benchmarking.Functions.Security;
using Benchmarking.Functions.Storage;
using Benchmarking.Functions.Telemetry;

namespace Benchmarking.Functions.Endpoints;

/// <summary>Probes: live answers while the process runs, ready while storage answers too. And what waits for an operator.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live).Door("Whether the process runs.");
        routes.MapGet("/health/ready", Ready).Door("Whether storage answers too.");
        routes.MapGet("/operations/poison", Poison).KeyedDoor("Work that failed too often and waits for an operator.");
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

    private static async Task<IResult> Poison(HttpContext context, Access access, PoisonStore poison)
    {
        if ((await access.Check(context, Act.ReadOperations) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        return new Answer(new { poison = await poison.All(context.RequestAborted) });
    }
}
