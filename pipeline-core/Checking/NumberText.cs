using System.Text.RegularExpressions;
using System.Buffers;
using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>A number's text taken apart: sign, £, digits with their separators, k or m, %. Every mark may stand once and in its place
/// only.</summary>
internal sealed partial record NumberText(string Digits, bool Negative, bool HasPound, bool HasPercent, decimal Factor)
{
    private const int LongestText = 100;

    // Decimal holds 28 digits; one is kept for the half place of the slack.
    private const int MostDigits = 27;

    private static readonly SearchValues<char> DigitsAndSeparators = SearchValues.Create("0123456789,.");

    private static readonly (string Word, decimal Factor)[] Multipliers =
        [("thousand", 1_000m), ("million", 1_000_000m), ("k", 1_000m), ("m", 1_000_000m)];

    // Well below what is too large.
    private const int MostPlainDigits = 12;

    /// <summary>The number of a text that is digits alone, or digits with one point between them, as most numbers are filed; null for any
    /// other text, which may be a number all the same.</summary>
    public static FiledNumber? ReadPlain(string? text)
    {
        if (text is null || text.Length is 0 or > MostPlainDigits || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1]))
        {
            return null;
        }

        var (digits, point) = (0L, -1);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits = (digits * 10) + (text[i] - '0');
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return null;
            }
        }

        var places = point < 0 ? 0 : text.Length - point - 1;
        var value = new decimal(unchecked((int)digits), (int)(digits >> 32), 0, false, (byte)places);
        return new FiledNumber(text, value, new decimal(5, 0, 0, false, (byte)(places + 1)));
    }

    public static bool TryRead(string text, out NumberText parts)
    {
        parts = new NumberText("", false, false, false, 1);
        if (text.Length > LongestText)
        {
            return false;
        }

        var first = text.AsSpan().IndexOfAnyInRange('0', '9');
        var last = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return false;
        }

        first = first > 0 && text[first - 1] == '.' ? first - 1 : first;
        var digits = Ungrouped(text[first..(last + 1)]);
        if (digits.AsSpan().ContainsAnyExcept(DigitsAndSeparators) || !TryReadMarks(text[..first], text[(last + 1)..], out parts))
        {
            return false;
        }

        parts = parts with { Digits = digits };
        return true;
    }

    /// <summary>What speaks against this text in a cell of the unit.</summary>
    public NumberFault? Misfit(Unit? unit) => unit switch
    {
        null => null,
        _ when HasPercent && !unit.Value.IsPercent() => NumberFault.PercentSignUnfit,
        _ when HasPound && !unit.Value.IsInPounds() => NumberFault.PoundSignUnfit,
        Unit.GbpThousands or Unit.GbpMillions when Factor != 1 => NumberFault.ScaledTwice,
        _ => null,
    };

    /// <summary>The number, or null where it is too long or too large. The digits have been checked before.</summary>
    public FiledNumber? ToNumber(string asFiled)
    {
        var plain = Digits.Replace(",", "", StringComparison.Ordinal);
        if (plain.Length > MostDigits)
        {
            return null;
        }

        var value = decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (value > FiledNumber.Largest / Factor)
        {
            return null;
        }

        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : plain.Length - point - 1;
        var slack = new decimal(5, 0, 0, false, (byte)(places + 1)) * Factor;
        return new FiledNumber(asFiled, (Negative ? -value : value) * Factor, WithoutTrailingZeros(slack));
    }

    /// <summary>Spaces or apostrophes that group thousands are read as the commas that they stand for; any other stay, and are a
    /// fault.</summary>
    private static string Ungrouped(string digits) =>
        digits.AsSpan().ContainsAny(' ', '\'') && GroupedOtherwise().IsMatch(digits) ? digits.Replace(' ', ',').Replace('\'', ',') : digits;

    [GeneratedRegex(@"^[1-9]\d{0,2}(?<by>[ '])\d{3}(\k<by>\d{3})*(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedOtherwise();

    private static decimal WithoutTrailingZeros(decimal number) => number / 1.0000000000000000000000000000m;

    private static bool TryReadMarks(string before, string after, out NumberText parts)
    {
        var minus = TakeOne(ref before, "-") || TakeOne(ref before, "−");
        var pound = TakeOne(ref before, "£");
        var opened = TakeOne(ref before, "(");
        var closed = TakeOne(ref after, ")");
        var percent = TakeOne(ref after, "%");
        var factor = TakeMultiplier(ref after);
        parts = new NumberText("", minus || opened, pound, percent, factor);
        return opened == closed && !(minus && opened) && !(percent && (factor != 1 || pound))
            && string.IsNullOrWhiteSpace(before) && string.IsNullOrWhiteSpace(after);
    }

    private static bool TakeOne(ref string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        text = at < 0 ? text : text.Remove(at, mark.Length);
        return at >= 0;
    }

    private static decimal TakeMultiplier(ref string after)
    {
        var word = after.Trim();
        foreach (var (name, factor) in Multipliers)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                after = "";
                return factor;
            }
        }

        return 1;
    }
}
