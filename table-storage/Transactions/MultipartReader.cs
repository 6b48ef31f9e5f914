namespace Azure.Data.Tables.Transactions;

/// <summary>
/// Takes a multipart answer apart, the changeset inside the batch too. Line ends may be CRLF or LF. A boundary is looked for only
/// at the start of a line, where the one-line JSON of a part cannot hold it.
/// </summary>
internal static class MultipartReader
{
    public static IReadOnlyList<Response> Read(string body, string? contentType, string requestId)
    {
        var lines = body.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        return [.. Parts(lines, Boundary(contentType)).Select(part => PartResponse.Parse(part, requestId))];
    }

    private static IEnumerable<ArraySegment<string>> Parts(ArraySegment<string> lines, string boundary)
    {
        foreach (var part in Cut(lines, "--" + boundary))
        {
            var (headers, content) = SplitHeaders(part);
            var type = headers.GetValueOrDefault("Content-Type") ?? throw new FormatException("A part has no content type.");
            if (type.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
            {
                foreach (var inner in Parts(content, Boundary(type)))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return content;
            }
        }
    }

    public static (Dictionary<string, string> Headers, ArraySegment<string> Content) SplitHeaders(ArraySegment<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (at < lines.Count && lines[at].Length > 0)
        {
            var cut = lines[at].IndexOf(':', StringComparison.Ordinal);
            headers[cut > 0 ? lines[at][..cut].Trim() : throw new FormatException("A header has no name.")] = lines[at][(cut + 1)..].Trim();
            at++;
        }

        return (headers, lines[Math.Min(at + 1, lines.Count)..]);
    }

    private static IEnumerable<ArraySegment<string>> Cut(ArraySegment<string> lines, string delimiter)
    {
        int? start = null;
        for (var at = 0; at < lines.Count; at++)
        {
            var isEnd = lines[at].TrimEnd() == delimiter + "--";
            if (!isEnd && lines[at].TrimEnd() != delimiter)
            {
                continue;
            }

            if (start is { } from)
            {
                yield return lines[from..at];
            }

            start = at + 1;
            if (isEnd)
            {
                yield break;
            }
        }

        throw new FormatException("The answer ends before its closing boundary.");
    }

    private static string Boundary(string? contentType)
    {
        const string Name = "boundary=";
        var at = contentType?.IndexOf(Name, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0
            ? throw new FormatException("The answer is not multipart.")
            : contentType![(at + Name.Length)..].Split(';')[0].Trim().Trim('"');
    }
}
