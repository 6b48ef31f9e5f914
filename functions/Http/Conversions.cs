using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/conversions</c>.</summary>
internal sealed class Conversions(InnerPipeline pipeline)
{
    [Function(nameof(Conversions))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/conversions/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
