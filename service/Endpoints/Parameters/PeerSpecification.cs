using System.Diagnostics.CodeAnalysis;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>Peers as they are asked for: <c>all</c>, <c>region:london</c>… or <c>saved:north</c>, a group that somebody saved, if wanted at
/// one version (<c>saved:north@0123456789abcdef</c>). <paramref name="SavedId"/> and <paramref name="SavedVersion"/> are null for groups of
/// other kinds.</summary>
internal sealed record PeerSpecification(string Text, string? SavedId, string? SavedVersion) : IParsable<PeerSpecification>
{
    public const string SavedPrefix = "saved:";

    private const int VersionLength = 16;

    public static PeerSpecification All { get; } = new("all", null, null);

    public static PeerSpecification Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var peers) ? peers : throw new FormatException($"'{s}' is not the name of a saved peer group.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider,
        [MaybeNullWhen(false)] out PeerSpecification result)
    {
        result = null;
        if (s is null || !s.StartsWith(SavedPrefix, StringComparison.Ordinal))
        {
            result = s is null ? null : new(s, null, null);
            return s is not null;
        }

        result = s[SavedPrefix.Length..].Split('@') switch
        {
            [var id] when Parameters.SavedId.IsSlug(id) => new(s, id, null),
            [var id, { Length: VersionLength } version] when Parameters.SavedId.IsSlug(id) && version.All(char.IsAsciiHexDigitLower) =>
                new(s, id, version),
            _ => null,
        };
        return result is not null;
    }
}
