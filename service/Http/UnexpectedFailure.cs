using Benchmarking.Service.Storage;
using Benchmarking.Service.Work;
using Microsoft.AspNetCore.Diagnostics;

namespace Benchmarking.Service.Http;

/// <summary>Anything unexpected becomes a problem with a reference; the reference is in the log beside the reason.</summary>
internal sealed class UnexpectedFailure(ILogger<UnexpectedFailure> log) : IExceptionHandler
{
    private const int ShortWait = 2;
    private const int LongWait = 10;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        await ProblemOf(httpContext, exception).ExecuteAsync(httpContext);
        return true;
    }

    private Problem ProblemOf(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return new Problem(bad.StatusCode, "request-unreadable", "Unreadable request", "The request could not be read.");
            case CheckTooSlowException:
                Log.RequestGivenUp(log, context.TraceIdentifier, exception.Message);
                return Problem.Unavailable("check-too-slow", "The check took too long",
                    "Look at the return before you send the file again: if it was filed it is checked when there is time.", LongWait);
            case LedgerContendedException:
                Log.RequestGivenUp(log, context.TraceIdentifier, exception.Message);
                return Problem.Unavailable("return-contended", "Too many at once",
                    "Others change this council's returns at the same moment. Look at the return before you send it again.", ShortWait);
            case not null when StorageOutage.Is(exception):
                Log.StorageUnreachable(log, exception, context.TraceIdentifier);
                return Problem.Unavailable("storage-unreachable", "Storage does not answer",
                    "What was answered before is safe. Send the same request again; repeating it does no harm.", LongWait);
            default:
                Log.RequestFailed(log, exception!, context.TraceIdentifier);
                return new Problem(
                    StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong here",
                    $"It is not your request's fault. Quote the reference {context.TraceIdentifier} when you report it.");
        }
    }
}
