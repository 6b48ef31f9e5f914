using Microsoft.AspNetCore.Diagnostics;

namespace Benchmarking.Service.Http;

/// <summary>Problems where the framework answers with a status alone.</summary>
internal static class StatusProblems
{
    public static Task Write(StatusCodeContext context) => context.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound(
            "route-unknown", "Unknown address", "There is nothing at this address; see /openapi/v1.json.").ExecuteAsync(context.HttpContext),
        StatusCodes.Status405MethodNotAllowed => new Problem(
            StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "Method not allowed",
            "This address does not take that method; see /openapi/v1.json.").ExecuteAsync(context.HttpContext),
        _ => Task.CompletedTask,
    };
}
