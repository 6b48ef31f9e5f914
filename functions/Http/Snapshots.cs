using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/snapshots</c>.</summary>
internal sealed class Snapshots(InnerPipeline pipeline)
{
    [Function(nameof(Snapshots))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/snapshots/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
