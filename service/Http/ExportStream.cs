using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benchmarking.Core.Publishing;
using Benchmarking.Service.Security;
using Microsoft.Net.Http.Headers;

namespace Benchmarking.Service.Http;

/// <summary>A long answer written part by part: the fields of <paramref name="head"/>, then the values under <paramref name="list"/>; or as
/// CSV. Its entity tag is made of the slices' versions, so that it is known before the first byte.</summary>
internal sealed class ExportStream(
    object head, string list, IEnumerable<IReadOnlyList<object>> parts, IReadOnlyList<string> columns,
    Func<object, IReadOnlyList<object?>> row, IReadOnlyList<UsedSlice> versions) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var csv = Form.Wanted(request, Form.Json, Form.Csv) == Form.Csv;
        var used = string.Join(',', versions.Select(slice => $"{slice.Slice}.{slice.Version}"));
        var tag = Tag($"{request.QueryString}|{csv}|{Caller.Of(httpContext.User).Role == Role.Anonymous}|{used}");
        response.Headers.ETag = tag.ToString();
        response.Headers.Vary = $"Accept, {ApiKeyHandler.Header}";
        response.Headers.CacheControl = "no-cache";
        if (Answer.IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = csv ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8";
        if (HttpMethods.IsHead(request.Method))
        {
            return;
        }

        await (csv ? WriteCsv(response, httpContext.RequestAborted) : WriteJson(response, httpContext.RequestAborted));
    }

    private async Task WriteJson(HttpResponse response, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        foreach (var field in JsonSerializer.SerializeToElement(head, PublishedJson.Options).EnumerateObject())
        {
            field.WriteTo(json);
        }

        json.WriteStartArray(list);
        foreach (var part in parts)
        {
            foreach (var value in part)
            {
                JsonSerializer.Serialize(json, value, value.GetType(), PublishedJson.Options);
            }

            await json.FlushAsync(cancellation);
            await response.BodyWriter.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task WriteCsv(HttpResponse response, CancellationToken cancellation)
    {
        await response.WriteAsync(new CsvTable(columns, []).ToString(), cancellation);
        foreach (var part in parts)
        {
            await response.WriteAsync(CsvTable.Lines(part.Select(row)), cancellation);
        }
    }

    private static EntityTagHeaderValue Tag(string text) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"");
}
