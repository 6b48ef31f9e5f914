using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/councils</c>.</summary>
internal sealed class Councils(InnerPipeline pipeline)
{
    [Function(nameof(Councils))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/councils/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
