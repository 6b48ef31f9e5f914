using Benchmarking.Core.Publishing;

namespace Benchmarking.Service.Http;

/// <summary>An error as RFC 9457 problem details with a stable <c>code</c>; <c>ValidValues</c> lists what would have been right, where
/// that is a short list.</summary>
internal sealed record Problem(int Status, string Code, string Title, string Detail, IReadOnlyList<string>? ValidValues = null) : IResult
{
    public static Problem BadRequest(string code, string title, string detail, IReadOnlyList<string>? validValues = null) =>
        new(StatusCodes.Status400BadRequest, code, title, detail, validValues);

    public static Problem NotFound(string code, string title, string detail, IReadOnlyList<string>? validValues = null) =>
        new(StatusCodes.Status404NotFound, code, title, detail, validValues);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.Headers.CacheControl = "no-store";
        var body = new Body($"urn:benchmarking:{Code}", Title, Status, Detail, Code, ValidValues);
        await httpContext.Response.WriteAsJsonAsync(body, PublishedJson.Options, "application/problem+json");
    }

    private sealed record Body(string Type, string Title, int Status, string Detail, string Code, IReadOnlyList<string>? ValidValues);
}
