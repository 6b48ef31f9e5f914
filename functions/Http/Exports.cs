using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/exports</c>.</summary>
internal sealed class Exports(InnerPipeline pipeline)
{
    [Function(nameof(Exports))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/exports/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
