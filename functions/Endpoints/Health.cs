using Benchmarking.Functions.Responses;
using Benchmarking.Functions.Security;
using Benchmarking.Functions.Storage;

namespace Benchmarking.Functions.Endpoints;

/// <summary>Probes: live answers while the process runs, ready while storage answers too. And what waits for an operator.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => new Answer(new { status = "live" })).Door("Whether the process runs.");
        routes.MapGet("/health/ready", Ready).Door("Whether storage answers too.");
        routes.MapGet("/operations/poison", Poison).KeyedDoor("Work that failed too often and waits for an operator.");
    }

    private static async Task<IResult> Ready(StorageClients storage, CancellationToken cancellation)
    {
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
