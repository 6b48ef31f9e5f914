using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/metrics</c>.</summary>
internal sealed class Metrics(InnerPipeline pipeline)
{
    [Function(nameof(Metrics))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/metrics/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
