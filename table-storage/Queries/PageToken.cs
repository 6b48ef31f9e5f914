namespace Azure.Data.Tables.Queries;

/// <summary>The service's two continuation headers as one text: escaped and joined by a space. The second may be absent.</summary>
internal readonly record struct PageToken(string? First, string? Second)
{
    private const char Joint = ' ';

    public static PageToken Parse(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return default;
        }

        var cut = token.IndexOf(Joint, StringComparison.Ordinal);
        return cut < 0
            ? new(Uri.UnescapeDataString(token), null)
            : new(Uri.UnescapeDataString(token[..cut]), Uri.UnescapeDataString(token[(cut + 1)..]));
    }

    /// <summary>Null, the end, only when both headers are absent: a page may be short or empty and still go on.</summary>
    public static string? Read(Response response, string firstHeader, string? secondHeader)
    {
        var first = Header(response, firstHeader);
        var second = secondHeader is null ? null : Header(response, secondHeader);
        if (first is null && second is null)
        {
            return null;
        }

        var text = Uri.EscapeDataString(first ?? "");
        return second is null ? text : text + Joint + Uri.EscapeDataString(second);
    }

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value) ? value : null;
}
