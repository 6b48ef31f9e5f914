using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/peer-groups</c>.</summary>
internal sealed class PeerGroups(InnerPipeline pipeline)
{
    [Function(nameof(PeerGroups))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/peer-groups/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
