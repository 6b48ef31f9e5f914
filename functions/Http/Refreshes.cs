using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/refreshes</c>.</summary>
internal sealed class Refreshes(InnerPipeline pipeline)
{
    [Function(nameof(Refreshes))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/refreshes/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
