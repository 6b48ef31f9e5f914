using System.Diagnostics.CodeAnalysis;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>The id under which a programme or a peer group is saved: 1 to 60 lower-case letters, digits and hyphens between them.</summary>
internal sealed record SavedId(string Value) : IParsable<SavedId>
{
    public const int Longest = 60;

    public static bool IsSlug(string id) =>
        id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && id[0] != '-'
            && id[^1] != '-';

    public static SavedId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SavedId result)
    {
        result = s is not null && IsSlug(s) ? new(s) : null;
        return result is not null;
    }

    public override string ToString() => Value;
}
