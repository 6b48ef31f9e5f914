using Benchmarking.Service.Http;
using Benchmarking.Service.Storage;
using Microsoft.Net.Http.Headers;

namespace Benchmarking.Service.Endpoints;

/// <summary>What <c>If-Match</c> and <c>If-None-Match</c> of a PUT require of the return (RFC 9110, section 13.1). Its entity tag is the id
/// of its newest receipt; that of a GET has a point and more behind it, which does not count here.</summary>
internal sealed record FilingCondition(IReadOnlyList<string> Match, IReadOnlyList<string> NoneMatch)
{
    private const string Anything = "*";

    public static Outcome<FilingCondition> Of(HttpRequest request)
    {
        var match = Tags(request, HeaderNames.IfMatch, strong: true);
        var noneMatch = Tags(request, HeaderNames.IfNoneMatch, strong: false);
        return match is null || noneMatch is null
            ? Problem.BadRequest(
                "condition-unreadable", "Unreadable condition",
                "If-Match and If-None-Match take entity tags in quotes, parted by commas, or * alone.")
            : new FilingCondition(match, noneMatch);
    }

    /// <summary>Null is a return of which nothing was ever filed.</summary>
    public bool Holds(LedgerEntry? entry) =>
        (Match.Count == 0 || Names(Match, entry)) && (NoneMatch.Count == 0 || !Names(NoneMatch, entry));

    private static bool Names(IReadOnlyList<string> tags, LedgerEntry? entry) =>
        entry is not null && (tags.Contains(Anything) || tags.Contains(entry.Latest.Receipt));

    /// <summary>The receipts that a header names; null where it cannot be read.</summary>
    private static List<string>? Tags(HttpRequest request, string header, bool strong)
    {
        if (!request.Headers.TryGetValue(header, out var values))
        {
            return [];
        }

        if (!EntityTagHeaderValue.TryParseStrictList(values, out var tags) || tags.Count == 0)
        {
            return null;
        }

        // A weak tag never matches where the bytes themselves are meant.
        return [.. tags.Select(tag => tag.IsWeak && strong ? "" : ReceiptOf(tag.Tag.AsSpan().Trim('"')))];
    }

    private static string ReceiptOf(ReadOnlySpan<char> tag) => (tag.IndexOf('.') is var point and >= 0 ? tag[..point] : tag).ToString();
}
