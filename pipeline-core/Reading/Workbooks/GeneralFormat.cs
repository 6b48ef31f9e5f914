using System.Globalization;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>A number as the format General shows it in a cell that is wide enough: in eleven characters, rounded or with an exponent where
/// it needs more.</summary>
internal static class GeneralFormat
{
    private const int Characters = 11;
    private const int ExponentDigits = 5;

    /// <summary>From this on a number has an exponent.</summary>
    private const decimal Long = 100_000_000_000m;

    /// <summary>The number without its sign.</summary>
    public static string Text(decimal size)
    {
        if (size >= Long)
        {
            return Exponent(size);
        }

        var exact = Plain(size);
        if (exact.Length <= Characters)
        {
            return exact;
        }

        // Small numbers would lose too many of their digits: 0.0000123456 is 1.23456E-05.
        if (size < 0.0001m)
        {
            return Exponent(size);
        }

        var whole = Plain(decimal.Truncate(size)).Length;
        return Plain(Math.Round(size, Math.Max(Characters - 1 - whole, 0), MidpointRounding.AwayFromZero));
    }

    private static string Exponent(decimal size) =>
        ((double)size).ToString($"0.{new string('#', ExponentDigits)}E+00", CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
