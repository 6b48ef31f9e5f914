using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benchmarking.Core.Publishing;
using Benchmarking.Service.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Benchmarking.Service.Http;

/// <summary>A long answer written part by part: the fields of <paramref name="head"/>, then the values under <paramref name="list"/>; or as
/// a table, CSV or workbook. Its entity tag is made of the slices' versions, so that it is known before the first byte.</summary>
internal sealed class ExportStream(
    object head, string list, IEnumerable<IReadOnlyList<object>> parts, IReadOnlyList<string> columns,
    Func<object, IReadOnlyList<object?>> row, IReadOnlyList<UsedSlice> versions) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var form = Form.Wanted(request, Form.Json, Form.Csv, Form.Xlsx);
        var used = string.Join(',', versions.Select(slice => $"{slice.Slice}.{slice.Version}.{CsvTable.Plain(slice.EmbargoedUntil)}"));
        var tag = Tag($"{request.QueryString}|{form}|{AccessRules.SeesOpenFiguresOnly(Caller.Of(httpContext.User))}|{used}");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "no-cache";
        if (Answer.IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = Form.ContentType(form);
        DownloadName.Give(httpContext, form);
        if (HttpMethods.IsHead(request.Method))
        {
            return;
        }

        await (form switch
        {
            Form.Csv => WriteCsv(response, httpContext.RequestAborted),
            Form.Xlsx => WriteWorkbook(httpContext),
            _ => WriteJson(response, httpContext.RequestAborted),
        });
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
        await response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellation);
        await response.WriteAsync(new CsvTable(columns, []).ToString(), cancellation);
        foreach (var part in parts)
        {
            await response.WriteAsync(CsvTable.Lines(part.Select(row)), cancellation);
        }
    }

    private Task WriteWorkbook(HttpContext context)
    {
        // The archive's directory is written synchronously when it ends; the parts before it are not.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var table = new CsvTable(columns, parts.SelectMany(part => part.Select(row)));
        return TableWorkbook.Write(context.Response.Body, table, head, context.RequestAborted);
    }

    private static EntityTagHeaderValue Tag(string text) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"");
}
