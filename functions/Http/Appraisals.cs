using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Requests below <c>/api/v1/appraisals</c>.</summary>
internal sealed class Appraisals(InnerPipeline pipeline)
{
    [Function(nameof(Appraisals))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/appraisals/{*rest}")] HttpRequest request) =>
        pipeline.Run(request);
}
