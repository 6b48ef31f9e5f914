using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Benchmarking.Service.Http;

/// <summary>An error as RFC 9457 problem details with a stable <c>code</c>; <c>ValidValues</c> lists what would have been right, where
/// that is a short list; <c>RetryAfter</c> is in how many seconds the same request may do better.</summary>
internal sealed record Problem(int Status, string Code, string Title, string Detail, IReadOnlyList<string>? ValidValues = null) : IResult
{
    public int? RetryAfter { get; init; }

    public static Problem BadRequest(string code, string title, string detail, IReadOnlyList<string>? validValues = null) =>
        new(StatusCodes.Status400BadRequest, code, title, detail, validValues);

    public static Problem NotFound(string code, string title, string detail, IReadOnlyList<string>? validValues = null) =>
        new(StatusCodes.Status404NotFound, code, title, detail, validValues);

    public static Problem Conflict(string code, string title, string detail) => new(StatusCodes.Status409Conflict, code, title, detail);

    /// <summary>Not now: nothing is wrong with the request.</summary>
    public static Problem Unavailable(string code, string title, string detail, int retryAfter) =>
        new(StatusCodes.Status503ServiceUnavailable, code, title, detail) { RetryAfter = retryAfter };

    /// <summary>Written by the framework's service for problems; where its writer will not, because <c>Accept</c> asks for something else,
    /// all the same.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return TypedResults.Problem(new ProblemDetails
        {
            Type = $"urn:benchmarking:{Code}",
            Title = Title,
            Status = Status,
            Detail = Detail,
            Extensions = { ["code"] = Code, ["validValues"] = ValidValues },
        }).ExecuteAsync(httpContext);
    }
}
