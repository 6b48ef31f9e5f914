using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/trends</c>.</summary>
internal sealed class Trends(InnerPipeline pipeline)
{
    [Function(nameof(Trends))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/trends/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
