using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>What the words round the digits of a number format do to the figure.</summary>
internal enum FormatWording
{
    /// <summary>There are none but signs that a figure may have.</summary>
    None,

    /// <summary>They name what is counted and leave the figure as it is.</summary>
    Plain,

    /// <summary>They say thousands, millions or another size.</summary>
    Scaling,

    /// <summary>The figure is not what it is without them.</summary>
    Other,
}

internal static partial class FormatWords
{
    private static readonly FrozenSet<string> Sizes = new[]
    {
        "k", "m", "mn", "mln", "mm", "mil", "mill", "mio", "b", "bn", "bln", "t", "tn", "trn", "th", "thou", "ths", "ton", "grand", "p",
        "pence",
        "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "trillions", "lakh",
        "crore",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Debit and credit stand for signs; the others say that the figure is not this one.
    private static readonly FrozenSet<string> Changing = new[]
    {
        "cr", "dr", "c", "ca", "circa", "approx", "about", "around", "over", "under", "up", "below", "above", "least", "most", "less",
        "more", "than",
        "nearly", "almost", "to", "of", "minus", "negative", "loss", "usd", "eur", "euro", "euros", "dollars",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(" .,:'’()-/*†‡");

    public static FormatWording Of(FormatSection section)
    {
        var rest = Signs().Replace($"{section.Before} {section.After}", " ").Trim();
        if (rest.Length == 0)
        {
            return FormatWording.None;
        }

        // What comes after 'per' is a rate's base: per 1,000.
        rest = Rate().Replace(rest, "each");
        if (Noughts().IsMatch(rest))
        {
            return FormatWording.Scaling;
        }

        var words = Words().Matches(rest).Select(match => match.Value).ToArray();
        return words.Any(Sizes.Contains) ? FormatWording.Scaling
            : words.Length == 0 || words.Any(Changing.Contains) || Words().Replace(rest, "").AsSpan().ContainsAnyExcept(Punctuation)
                ? FormatWording.Other
            : FormatWording.Plain;
    }

    /// <summary>Signs that a figure may have, and marks of footnotes.</summary>
    [GeneratedRegex(@"[£%()+\-−–*†‡\s\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"(\bper\b|/).*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex(@"(^|[^\d])['’,]?0{3}", RegexOptions.CultureInvariant)]
    private static partial Regex Noughts();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
