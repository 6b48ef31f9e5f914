using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Publishing;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>What an answer is pinned to: a snapshot's <paramref name="Id"/>, or the <paramref name="Versions"/> of slices themselves as
/// <c>v1:metric.year.status.version,…</c>, which is what a permalink holds. One of the two is null.</summary>
internal sealed record SnapshotPin(string? Id, IReadOnlyDictionary<string, string>? Versions) : IParsable<SnapshotPin>
{
    private const string Literal = "v1:";
    private const int IdLength = 16;
    private const int VersionLength = 32;

    public static bool IsSnapshotId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The versions of slices as a permalink holds them.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> versions) =>
        Literal + string.Join(',', versions.Select(pair => $"{pair.Key.Replace('|', '.')}.{pair.Value}"));

    public static SnapshotPin Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var pin) ? pin : throw new FormatException($"'{s}' pins nothing.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SnapshotPin result)
    {
        result = s is null ? null
            : !s.StartsWith(Literal, StringComparison.Ordinal) ? (IsSnapshotId(s) ? new(s, null) : null)
            : ReadLiteral(s[Literal.Length..]) is { } versions ? new(null, versions) : null;
        return result is not null;
    }

    private static Dictionary<string, string>? ReadLiteral(string text)
    {
        var pins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('.') is not [var metric, var year, var status, { Length: VersionLength } version]
                || !version.All(char.IsAsciiHexDigitLower)
                || !SliceKey.TryParse($"{metric}|{year}|{status}", out var key)
                    || key.Metric.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
            {
                return null;
            }

            pins[key.ToString()] = version;
        }

        return pins;
    }
}
