using Microsoft.AspNetCore.Diagnostics;

namespace Benchmarking.Service.Http;

/// <summary>Anything unexpected becomes a problem with a reference; the reference is in the log beside the reason.</summary>
internal sealed class UnexpectedFailure(ILogger<UnexpectedFailure> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await ProblemOf(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    private Problem ProblemOf(HttpContext context, Exception exception)
    {
        if (exception is BadHttpRequestException bad)
        {
            return new Problem(bad.StatusCode, "request-unreadable", "Unreadable request", "The request could not be read.");
        }

        Log.RequestFailed(log, exception, context.TraceIdentifier);
        return new Problem(
            StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong here",
            $"It is not your request's fault. Quote the reference {context.TraceIdentifier} when you report it.");
    }
}
