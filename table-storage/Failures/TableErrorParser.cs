using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Data.Tables.Failures;

/// <summary>
/// Finds code and message of a failure. Bodies are JSON, XML (when the request was refused before dispatch) or empty; the
/// <c>x-ms-error-code</c> header fills in. After a retry a conflict says that it may be the caller's own doing.
/// </summary>
internal sealed class TableErrorParser(int retries) : RequestFailedDetailsParser
{
    public const string AfterRetry = "AfterRetry";

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        var (code, message) = ReadBody(response.Content.ToString());
        code ??= response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : null;
        error = code is null && message is null ? null : new ResponseError(code, message);
        data = retries > 0 && response.Status is 409 or 412 ? new Dictionary<string, string> { [AfterRetry] = Caution() } : null;
        return error is not null || data is not null;
    }

    public static string? MessageOf(Response response) => ReadBody(response.Content.ToString()).Message;

    private static (string? Code, string? Message) ReadBody(string body)
    {
        try
        {
            return body.AsSpan().TrimStart() switch
            {
                ['{', ..] => ReadJson(body),
                ['<', ..] => ReadXml(body),
                _ => (null, null),
            };
        }
        catch (Exception fault) when (fault is JsonException or XmlException)
        {
            // A gateway in between may answer anything; its text still shows in the exception's content.
            return (null, null);
        }
    }

    private static (string? Code, string? Message) ReadJson(string body)
    {
        using var document = JsonDocument.Parse(body);
        if (!document.RootElement.TryGetProperty("odata.error", out var error) || error.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        var message = error.TryGetProperty("message", out var node) && node.ValueKind == JsonValueKind.Object
            && node.TryGetProperty("value", out var value) ? value.ToString() : null;
        return (error.TryGetProperty("code", out var code) ? code.ToString() : null, message);
    }

    private static (string? Code, string? Message) ReadXml(string body)
    {
        using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var root = XDocument.Load(reader).Root!;
        return (Child(root, "code"), Child(root, "message"));
    }

    private static string? Child(XElement root, string name) =>
        root.Elements().FirstOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    private string Caution() =>
        $"{retries.ToString(CultureInfo.InvariantCulture)} earlier attempt(s) of this request had no clear answer and may have been applied. Read back before taking this for another writer's doing.";
}
