using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions;

/// <summary>Everything over HTTP: handed to the service's pipeline.</summary>
internal sealed class Web(InnerPipeline pipeline)
{
    [Function(nameof(Web))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => pipeline.Run(request);
}
