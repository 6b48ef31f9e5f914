using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benchmarking.Core.Publishing;
using Benchmarking.Functions.Security;
using Microsoft.Net.Http.Headers;

namespace Benchmarking.Functions.Responses;

/// <summary>An answer in the form the caller asks for, JSON or CSV, with the entity tag of its bytes: the same answer again is a 304. What is
/// answered to a POST is the caller's own and is kept nowhere. A tag of the thing itself stands for that of the bytes.</summary>
internal sealed class Answer(object body, CsvTable? table = null, int status = StatusCodes.Status200OK, string? tag = null) : IResult
{
    public const string Format = "format";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var csv = table is not null && WantsCsv(httpContext.Request);
        var bytes = csv ? Encoding.UTF8.GetBytes(table!.ToString()) : JsonSerializer.SerializeToUtf8Bytes(body, PublishedJson.Options);
        var response = httpContext.Response;
        response.Headers.Vary = $"Accept, {Access.Header}";
        response.Headers.CacheControl = HttpMethods.IsGet(httpContext.Request.Method) ? "no-cache" : "no-store";
        if (IsThere(httpContext, bytes))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = csv ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    // Only what can be had again by GET has a tag: of its bytes, or its own where it is kept under a name.
    private bool IsThere(HttpContext context, byte[] bytes)
    {
        var isGet = HttpMethods.IsGet(context.Request.Method);
        if (!isGet && tag is null)
        {
            return false;
        }

        var own = new EntityTagHeaderValue($"\"{tag ?? Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        context.Response.Headers.ETag = own.ToString();
        return isGet && IsKnown(context.Request, own);
    }

    internal static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known == EntityTagHeaderValue.Any || known.Compare(tag, useStrongComparison: false));

    /// <summary>An explicit format decides; else the Accept header, where CSV must be named and not be less wanted than JSON.</summary>
    internal static bool WantsCsv(HttpRequest request)
    {
        if (request.Query[Format].ToString() is { Length: > 0 } format)
        {
            return format == "csv";
        }

        var accepted = request.GetTypedHeaders().Accept;
        var csv = accepted.FirstOrDefault(type => type.MediaType == "text/csv");
        var json = accepted.FirstOrDefault(type => type.MediaType == "application/json");
        return csv is not null && (csv.Quality ?? 1) > 0 && (json is null || (csv.Quality ?? 1) >= (json.Quality ?? 1));
    }
}
