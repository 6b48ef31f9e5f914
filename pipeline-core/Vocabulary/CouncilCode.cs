using System.Diagnostics.CodeAnalysis;

namespace Benchmarking.Core.Vocabulary;

/// <summary>The slug of a council or partnership, such as <c>hackney</c> or <c>tri-borough</c>: lower-case letters, digits and single
/// hyphens, at most 64 characters, so that it is safe in a path, an address and a table key. Four slugs belong to two councils of different
/// years: look them up with the year.</summary>
public readonly record struct CouncilCode : IComparable<CouncilCode>, IParsable<CouncilCode>
{
    private const int MaxLength = 64;

    private readonly string? value;

    private CouncilCode(string slug) => value = slug;

    public string Value => value ?? throw new InvalidOperationException("No council was given.");

    public override string ToString() => Value;

    public int CompareTo(CouncilCode other) => string.CompareOrdinal(value, other.value);

    public static bool operator <(CouncilCode left, CouncilCode right) => left.CompareTo(right) < 0;

    public static bool operator >(CouncilCode left, CouncilCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(CouncilCode left, CouncilCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CouncilCode left, CouncilCode right) => left.CompareTo(right) >= 0;

    public static CouncilCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not a council code such as hackney.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CouncilCode result)
    {
        result = default;
        if (string.IsNullOrEmpty(s) || s.Length > MaxLength || s[0] == '-' || s[^1] == '-' || s.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in s)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        result = new CouncilCode(s);
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out CouncilCode result) => TryParse(s, null, out result);
}
