using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/templates</c>.</summary>
internal sealed class Templates(InnerPipeline pipeline)
{
    [Function(nameof(Templates))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/templates/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
