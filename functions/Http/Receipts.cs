using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/receipts</c>.</summary>
internal sealed class Receipts(InnerPipeline pipeline)
{
    [Function(nameof(Receipts))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/receipts/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
