using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>The kind of a return as the last part of its address, with or without the ending of its file: <c>savings</c>,
/// <c>savings.csv</c>.</summary>
internal sealed record ReturnFileName(ReturnKind Kind, string? Extension) : IParsable<ReturnFileName>
{
    public static ReturnFileName Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var name) ? name : throw new FormatException($"'{s}' is not a kind of return.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ReturnFileName result)
    {
        var parts = s?.Split('.') ?? [];
        var known = parts.Length is 1 or 2 && Codes.TryParse<ReturnKind>(parts[0], out _)
            && (parts.Length == 1 || ReturnPath.Extensions.Contains(parts[1]));
        result = known ? new(Codes.Parse<ReturnKind>(parts[0]), parts.ElementAtOrDefault(1)) : null;
        return result is not null;
    }
}
