using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Benchmarking.Core.Vocabulary;

/// <summary>An English local-government financial year, 1 April to 31 March, written <c>2012-13</c>. Starts between 1990 and 2098;
/// <c>default</c> is no year and throws when used.</summary>
public readonly record struct FinancialYear : IComparable<FinancialYear>, IParsable<FinancialYear>
{
    private const int Earliest = 1990;
    private const int Latest = 2098;

    private readonly int start;

    public FinancialYear(int startYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, Latest);
        start = startYear;
    }

    /// <summary>The calendar year in which it begins: 2012 for 2012-13.</summary>
    public int StartYear => start == 0 ? throw new InvalidOperationException("No financial year was given.") : start;

    public FinancialYear Next => new(StartYear + 1);

    public FinancialYear Previous => new(StartYear - 1);

    public int CompareTo(FinancialYear other) => start.CompareTo(other.start);

    public static bool operator <(FinancialYear left, FinancialYear right) => left.start < right.start;

    public static bool operator >(FinancialYear left, FinancialYear right) => left.start > right.start;

    public static bool operator <=(FinancialYear left, FinancialYear right) => left.start <= right.start;

    public static bool operator >=(FinancialYear left, FinancialYear right) => left.start >= right.start;

    /// <summary>The canonical form, <c>2012-13</c>; 1999-2000 is written <c>1999-00</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{StartYear}-{(StartYear + 1) % 100:00}");

    public static FinancialYear Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var year) ? year : throw new FormatException($"'{s}' is not a financial year such as 2012-13.");

    /// <summary>Reads the five forms councils use: 2012-13, 2012/13, 2012/2013, 2012-2013 and FY2012/13. A year whose halves do not follow
    /// each other is refused, never repaired.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FinancialYear result)
    {
        result = default;
        var text = s.AsSpan().Trim();
        if (text.StartsWith("FY", StringComparison.OrdinalIgnoreCase))
        {
            text = text[2..].TrimStart();
        }

        if (text.Length is not (7 or 9) || text[4] is not ('-' or '/'))
        {
            return false;
        }

        if (!Digits(text[..4], out var first) || !Digits(text[5..], out var second))
        {
            return false;
        }

        var follows = text.Length == 9 ? second == first + 1 : second == (first + 1) % 100;
        if (!follows || first is < Earliest or > Latest)
        {
            return false;
        }

        result = new FinancialYear(first);
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out FinancialYear result) => TryParse(s, null, out result);

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
