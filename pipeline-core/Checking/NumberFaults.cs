using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Benchmarking.Core.Checking;

/// <summary>Finds why a text is not a number, so that the finding can say what to do about it.</summary>
internal static partial class NumberFaults
{
    private const int LongestText = 100;

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789,.£-() ");

    private static readonly FrozenSet<string> Placeholders = new[]
    {
        "", "-", "–", "—", "--", "n/a", "na", "n.a.", "n/k", "nk", "none", "nil", "null", "nan", "not applicable", "not available",
        "not known", "unknown", "not stated", "missing", "tbc", "tba", "tbd", "to be confirmed", "pending", "?", ".", "..", "...", "*", "**",
        "x", "c", "z", "low", "[c]", "[x]", "[z]", "[low]", "[u]", "[w]", "[note]", "suppressed", "confidential",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A word or sign that councils write where there is nothing to say.</summary>
    public static bool IsPlaceholder(string text) => Placeholders.Contains(text.Trim());

    /// <summary>The fault of a text that cannot be taken apart as a number.</summary>
    public static NumberFault Of(string text)
    {
        var trimmed = text.Trim();
        return trimmed switch
        {
            "" => NumberFault.Blank,
            _ when trimmed.Length > LongestText => LooksLikeDigits(trimmed) ? NumberFault.TooLarge : NumberFault.Unreadable,
            _ when IsPlaceholder(trimmed) => NumberFault.Placeholder,
            _ when trimmed[0] == '#' => NumberFault.SpreadsheetError,
            _ when Scientific().IsMatch(trimmed) => NumberFault.Scientific,
            _ when Date().IsMatch(trimmed) => NumberFault.Date,
            _ when OddGrouping().IsMatch(trimmed) => NumberFault.Grouping,
            _ when NotExact().IsMatch(trimmed) => NumberFault.NotExact,
            _ => NumberFault.Unreadable,
        };
    }

    /// <summary>The fault in the separators of digits, if there is one. Only commas between thousands and one point are read;
    /// 0,5 is somebody's one half, so a group may not start with a nought.</summary>
    public static NumberFault? OfDigits(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? "" : digits[(point + 1)..];
        var groups = whole.Split(',');
        var groupsThousands = groups.Length == 1
            || (groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3));
        return groupsThousands && !decimals.AsSpan().ContainsAny('.', ',') ? null : NumberFault.Grouping;
    }

    private static bool LooksLikeDigits(string text) => !text.AsSpan().ContainsAnyExcept(NumberCharacters);

    [GeneratedRegex(@"^[-−(]?\s*£?\s*[\d.,]+E[+-]?\d+\)?$", Plain)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^(\d{1,2}[-/ ][a-z]{3,9}([-/ ]\d{2,4})?|[a-z]{3,9}[- ]\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d([ T][\d:.]+Z?)?)$", Plain)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[-−(]?\s*£?\s*\d{1,3}([ \u00A0\u2009\u202F'’]\d{3})+([.,]\d+)?\)?$", Plain)]
    private static partial Regex OddGrouping();

    [GeneratedRegex(@"^([<>~≈≤≥±c]|about|approx|around|circa|ca\.|up to|under|over|less than|more than|nearly|almost|at least|at most).*\d|\d\s*[km]?\s*([-–—]|to)\s*£?\s*\d|\d\s*[km]?\+$", Plain)]
    private static partial Regex NotExact();
}
