using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Benchmarking.Functions.Http;

/// <summary>Every other address, the pages, the probes and the interface description among them: handed to the service's
/// pipeline.</summary>
internal sealed class Web(InnerPipeline pipeline)
{
    [Function(nameof(Web))]
    public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) => pipeline.Run(request);
}
