using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/programmes</c>.</summary>
internal sealed class Programmes(InnerPipeline pipeline)
{
    [Function(nameof(Programmes))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/programmes/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
