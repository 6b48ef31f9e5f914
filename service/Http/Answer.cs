using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benchmarking.Core.Publishing;
using Microsoft.Net.Http.Headers;

namespace Benchmarking.Service.Http;

/// <summary>An answer in the form the caller asks for: JSON; a table as CSV or workbook, to download; or, where there is one, a page of
/// text. Its entity tag is that of its bytes, so that the same answer again is a 304; a tag of the thing itself stands for it. What is
/// answered to a POST is the caller's own and is stored nowhere.</summary>
internal sealed class Answer(object body, CsvTable? table = null, int status = StatusCodes.Status200OK, string? tag = null) : IResult
{
    /// <summary>The answer as a page to be read.</summary>
    public string? Text { get; init; }

    /// <summary>Stands before a point in the answer's tag: what of it a later PUT means by <c>If-Match</c>.</summary>
    public string? Edition { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        string[] forms = [Form.Json, .. table is null ? (string[])[] : [Form.Csv, Form.Xlsx], .. Text is null ? (string[])[] : [Form.Text]];
        var form = Form.Wanted(httpContext.Request, forms);
        var bytes = form switch
        {
            Form.Csv => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table!.ToString())],
            Form.Xlsx => TableWorkbook.Of(table!, body),
            Form.Text => Encoding.UTF8.GetBytes(Text!),
            _ => JsonSerializer.SerializeToUtf8Bytes(body, PublishedJson.Options),
        };
        DownloadName.Give(httpContext, form);
        return Send(httpContext, bytes, Form.ContentType(form), status, Edition is null ? tag : $"{Edition}.{HashOf(bytes)}");
    }

    internal static async Task Send(
        HttpContext httpContext, ReadOnlyMemory<byte> bytes, string contentType, int status = StatusCodes.Status200OK, string? tag = null)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = IsRead(httpContext.Request) ? "no-cache" : "no-store";
        if (IsThere(httpContext, bytes.Span, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            return;
        }

        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    // Only what can be had again by GET has a tag: of its bytes, or its own where it is saved under a name.
    private static bool IsThere(HttpContext context, ReadOnlySpan<byte> bytes, string? tag)
    {
        var isRead = IsRead(context.Request);
        if (!isRead && tag is null)
        {
            return false;
        }

        var own = new EntityTagHeaderValue($"\"{tag ?? HashOf(bytes)}\"");
        context.Response.Headers.ETag = own.ToString();
        return isRead && IsKnown(context.Request, own);
    }

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    internal static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    internal static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known == EntityTagHeaderValue.Any || known.Compare(tag, useStrongComparison: false));
}

/// <summary>A file to download, under a name of our own making.</summary>
internal sealed class FileAnswer(string name, string form, ReadOnlyMemory<byte> bytes) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{form}\"";
        return Answer.Send(httpContext, bytes, Form.ContentType(form));
    }
}
