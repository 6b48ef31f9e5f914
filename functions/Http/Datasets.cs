using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/datasets</c>.</summary>
internal sealed class Datasets(InnerPipeline pipeline)
{
    [Function(nameof(Datasets))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/datasets/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
