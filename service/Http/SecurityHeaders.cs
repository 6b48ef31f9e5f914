using Benchmarking.Service.Security;

namespace Benchmarking.Service.Http;

/// <summary>Security headers on every answer, those of failures included, which begin with no headers at all. What is answered to a key is
/// that caller's own: nobody keeps it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Of pages, which may hold styles of their own; answers of the interface load nothing at all.</summary>
    public const string PolicyOfPages =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string PolicyOfAnswers = "default-src 'none'; frame-ancestors 'none'";

    public async Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is { Count: > 0 } own ? own : PolicyOfAnswers;
            headers.Vary = $"Accept, {ApiKeyHandler.Header}";
            if (context.Request.Headers.ContainsKey(ApiKeyHandler.Header))
            {
                headers.CacheControl = "private, no-store";
            }

            return Task.CompletedTask;
        });
        await next(context);
    }
}
