using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/returns</c>.</summary>
internal sealed class Returns(InnerPipeline pipeline)
{
    [Function(nameof(Returns))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/returns/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
