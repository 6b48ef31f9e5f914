using System.Globalization;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>What Excel shows of a number. <c>Display</c> is all of it; <c>Digits</c> are the figure alone, without words and sign;
/// <c>Value</c> is the number that the digits are, and <c>Held</c> the one that they stand for, both without sign.</summary>
internal sealed record ShownNumber(FormatSection Section, string Display, string Digits, decimal Value, decimal Held, bool HasMinus)
{
    /// <summary>Beyond it no figure of a return comes near, and the decimal's own limits do.</summary>
    public const double Largest = 1e20;

    public static ShownNumber Of(decimal number, NumberFormat format)
    {
        var (section, showsMinus) = format.For(number);
        var minus = number < 0 && !showsMinus;
        return section.Kind switch
        {
            FormatKind.Number or FormatKind.General => Digital(number, section, minus),
            FormatKind.Exponent => Exponential(number, section, minus),
            _ => new(section, $"{(minus ? "-" : "")}{section.Before}{section.After}".Trim(), "", 0, Math.Abs(number), minus),
        };
    }

    private static ShownNumber Digital(decimal number, FormatSection section, bool minus)
    {
        var scaled = Scaled(number, section);
        var formatted = FormattedNumber.Of(scaled, section);
        // Excel drops the minus where nothing but noughts is left behind it.
        var hasMinus = minus && formatted.Shown != 0;
        var display = $"{(hasMinus ? "-" : "")}{section.Before}{formatted.Digits}{section.After}";
        return new(section, display.Trim(), formatted.Digits, formatted.Shown, Math.Abs(scaled), hasMinus);
    }

    private static ShownNumber Exponential(decimal number, FormatSection section, bool minus)
    {
        var code = $"0.{section.Decimals}E+00";
        var digits = ((double)Math.Abs(number)).ToString(code, CultureInfo.InvariantCulture);
        var display = $"{(minus ? "-" : "")}{section.Before}{digits}{section.After}".Trim();
        return new(section, display, digits, Math.Abs(number), Math.Abs(number), minus);
    }

    private static decimal Scaled(decimal number, FormatSection section)
    {
        for (var i = 0; i < section.Percents; i++)
        {
            number *= 100;
        }

        for (var i = 0; i < section.Thousands; i++)
        {
            number /= 1_000;
        }

        return number;
    }
}
