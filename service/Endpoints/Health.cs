using Benchmarking.Service.Http;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>Probes: live answers while the process runs, ready while storage answers too.</summary>
internal static class Health
{
    /// <summary>Who asks must be answered before he gives up by himself.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

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
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestWait);
        try
        {
            await storage.Ledger.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("_health", "_health",
                cancellationToken: limit.Token);
            return new Answer(new { status = "ready" });
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested
            && (failure is OperationCanceledException or Azure.RequestFailedException or AggregateException))
        {
            return Problem.Unavailable("storage-unreachable", "Not ready", "Storage does not answer.", retryAfter: 5);
        }
    }
}
