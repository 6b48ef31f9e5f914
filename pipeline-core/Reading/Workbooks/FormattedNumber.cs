using System.Globalization;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>A number in the digits that its format shows: <c>Digits</c> without sign and words, <c>Shown</c> the number that they
/// are.</summary>
internal sealed record FormattedNumber(string Digits, decimal Shown)
{
    private const int MostDecimals = 27;

    /// <summary>The digits of a section of kind Number or General, already scaled.</summary>
    public static FormattedNumber Of(decimal scaled, FormatSection section)
    {
        if (section.Kind == FormatKind.General)
        {
            return new(GeneralFormat.Text(Math.Abs(scaled)), Math.Abs(scaled));
        }

        var rounded = Math.Round(Math.Abs(scaled), Math.Min(section.Decimals.Length, MostDecimals), MidpointRounding.AwayFromZero);
        var whole = Whole(decimal.Truncate(rounded), section);
        return new(section.HasPoint ? $"{whole}.{Decimals(rounded - decimal.Truncate(rounded), section.Decimals)}" : whole, rounded);
    }

    private static string Whole(decimal number, FormatSection section)
    {
        var (digits, first) = (number == 0 ? "" : number.ToString("0", CultureInfo.InvariantCulture),
            section.Whole.IndexOf('0', StringComparison.Ordinal));
        digits = digits.PadLeft(first < 0 ? 0 : section.Whole.Length - first, '0');
        var groups = section.IsGrouped ? (digits.Length - 1) / 3 : 0;
        for (var group = 1; group <= groups; group++)
        {
            digits = digits.Insert(digits.Length - (group * 4) + 1, ",");
        }

        return digits;
    }

    private static string Decimals(decimal fraction, string places)
    {
        var digits = fraction.ToString("0.0###########################", CultureInfo.InvariantCulture)[2..]
            .PadRight(places.Length, '0')[..places.Length];
        var length = places.Length;
        while (length > 0 && digits[length - 1] == '0' && places[length - 1] != '0')
        {
            length--;
        }

        return digits[..length];
    }
}
