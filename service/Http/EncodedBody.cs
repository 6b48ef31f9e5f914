namespace Benchmarking.Service.Http;

/// <summary>Refuses bodies that are compressed or otherwise encoded: limits count the bytes that are read, and a file that is kept is the
/// one that was sent.</summary>
internal sealed class EncodedBody(RequestDelegate next)
{
    private const string Plain = "identity";

    public Task Invoke(HttpContext context)
    {
        var encoding = context.Request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || encoding.Equals(Plain, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.Headers.AcceptEncoding = Plain;
        return new Problem(
            StatusCodes.Status415UnsupportedMediaType, "body-encoded", "The body is encoded",
            "Send the body as it is, without Content-Encoding.").ExecuteAsync(context);
    }
}
