using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Http;

/// <summary>A word of a closed vocabulary as a parameter, written exactly as its code: <c>actual</c>, not <c>Actual</c> or
/// <c>0</c>.</summary>
internal readonly record struct Code<T>(T Value) : IParsable<Code<T>>
    where T : struct, Enum
{
    public static Code<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not one of {string.Join(", ", Codes.All<T>())}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Code<T> result)
    {
        var known = Codes.TryParse<T>(s, out var value) && Codes.Of(value) == s;
        result = new(value);
        return known;
    }
}
