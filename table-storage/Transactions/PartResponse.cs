using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answer to one action, out of the answer to the whole.</summary>
internal sealed class PartResponse : Response
{
    private readonly Dictionary<string, string> _headers;

    private PartResponse(int status, string reason, Dictionary<string, string> headers, string body, string requestId)
    {
        Status = status;
        ReasonPhrase = reason;
        _headers = headers;
        ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        ClientRequestId = requestId;
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    /// <summary>Takes <c>HTTP/1.1 204 No Content</c>, headers, a blank line and a body.</summary>
    public static PartResponse Parse(ArraySegment<string> lines, string requestId)
    {
        var words = lines.Count == 0 ? [] : lines[0].Split(' ', 3);
        if (words.Length < 2 || !words[0].StartsWith("HTTP/", StringComparison.Ordinal)
            || !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new FormatException("A part does not begin with a status line.");
        }

        var (headers, body) = MultipartReader.SplitHeaders(lines[1..]);
        return new(status, words.Length > 2 ? words[2] : "", headers, string.Join('\n', body.AsSpan()).Trim(), requestId);
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(pair => new HttpHeader(pair.Key, pair.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
