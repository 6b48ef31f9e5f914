using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/operations</c>.</summary>
internal sealed class Operations(InnerPipeline pipeline)
{
    [Function(nameof(Operations))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/operations/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
