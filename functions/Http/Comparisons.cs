using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/comparisons</c>.</summary>
internal sealed class Comparisons(InnerPipeline pipeline)
{
    [Function(nameof(Comparisons))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/comparisons/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
