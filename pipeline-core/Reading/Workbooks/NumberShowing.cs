using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>A number as the text that an officer sees. Where Excel shows another figure than the cell holds, which of the two is meant is
/// for the officer to say: that is a flaw of the cell.</summary>
internal sealed class NumberShowing(int index, List<CellFlaw> flaws, bool showsZeros)
{
    /// <summary>What is shown may differ from what is held by so much of it before it is worth a word.</summary>
    private const decimal Noticed = 0.01m;

    /// <summary>What formulas leave where the sum is zero.</summary>
    private const decimal Dust = 0.000_000_001m;

    private static readonly string[] Scales = ["thousands", "millions", "billions"];

    public string Text(double number, NumberFormat format)
    {
        if (Math.Abs(number) >= ShownNumber.Largest)
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        // The conversion keeps 15 digits, which is all that Excel keeps: the 0.30000000000000004 of a formula is 0.3.
        var held = (decimal)number;
        var shown = ShownNumber.Of(held, format);
        return held == 0 && !showsZeros ? Other(held, "") : shown.Section.Kind switch
        {
            FormatKind.Fraction => Fraction(held, shown.Section),
            FormatKind.Empty or FormatKind.Words or FormatKind.Broken => Wordy(held, shown),
            _ when shown.Digits.Trim('.').Length == 0 => Wordy(held, shown),
            _ => Digital(held, shown),
        };
    }

    private string Digital(decimal held, ShownNumber shown)
    {
        var wording = FormatWords.Of(shown.Section);
        if (held != 0 && (shown.Section.Thousands > 0 || wording == FormatWording.Scaling))
        {
            return Scaled(held, shown, wording);
        }

        if (wording == FormatWording.Other || IsNegative(shown) != (held < 0 && shown.Value != 0))
        {
            return Other(held, shown.Display);
        }

        var text = Figure(shown);
        if (wording == FormatWording.Plain)
        {
            Flaw(FindingCatalogue.CellWordsLeftOut, shown.Display, text, shown.Display);
        }

        if (Math.Abs(shown.Value - shown.Held) > Noticed * shown.Held && shown.Held > Dust)
        {
            Flaw(FindingCatalogue.CellRounded, Plain(shown.Held), text, shown.Display);
        }

        return text;
    }

    /// <summary>The figure without words: its sign, £, digits and percent sign.</summary>
    private static string Figure(ShownNumber shown)
    {
        var signs = shown.Section.Before + shown.Section.After;
        var (pound, percent) = (signs.Contains('£', StringComparison.Ordinal), signs.Contains('%', StringComparison.Ordinal));
        return $"{(IsNegative(shown) ? "-" : "")}{(pound ? "£" : "")}{shown.Digits.TrimEnd('.')}{(percent ? "%" : "")}";
    }

    private static bool IsNegative(ShownNumber shown)
    {
        var (before, after) = (shown.Section.Before, shown.Section.After);
        var isSigned = before.AsSpan().ContainsAny('-', '−')
            || (before.Contains('(', StringComparison.Ordinal) && after.Contains(')', StringComparison.Ordinal));
        return (isSigned || shown.HasMinus) && shown.Value != 0;
    }

    private string Scaled(decimal held, ShownNumber shown, FormatWording wording)
    {
        var isWorded = wording == FormatWording.Scaling;
        var scale = isWorded ? shown.Display : Scales[Math.Min(shown.Section.Thousands, Scales.Length) - 1];
        Flaw(FindingCatalogue.CellScaled, Plain(held), scale, shown.Display);
        return isWorded ? shown.Display : Plain(held);
    }

    /// <summary>A format without digits: a dash is how accounts write zero, anything else hides the figure.</summary>
    private string Wordy(decimal held, ShownNumber shown)
    {
        var words = shown.Display.Trim('£', ' ', '\u00A0', '%');
        return held == 0 && words is "-" or "–" or "—" ? "0" : Other(held, shown.Display);
    }

    /// <summary>What is written as a fraction is read where it is exactly the number.</summary>
    private string Fraction(decimal held, FormatSection section)
    {
        var largest = section.After.Any(char.IsAsciiDigit) ? 100 : 999;
        var isExact = Enumerable.Range(1, largest).Any(part => held * part == decimal.Truncate(held * part));
        return isExact ? Plain(held) : Other(held, "a fraction near it");
    }

    private string Other(decimal held, string display)
    {
        Flaw(FindingCatalogue.CellShownOtherwise, Plain(held), display.Length == 0 ? "nothing" : display, display);
        return display;
    }

    private void Flaw(FindingDefinition definition, string value, string expected, string display) =>
        flaws.Add(new CellFlaw(index, definition, value, expected) { InWords = display });

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
