namespace Benchmarking.Service.Http;

/// <summary>Security headers on every answer, those of failures included, which begin with no headers at all.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return Task.CompletedTask;
        });
        await next(context);
    }
}
