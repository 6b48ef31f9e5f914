using System.Buffers;
using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Finds why a text is not a number, so that the finding can say what to do about it.</summary>
internal static partial class NumberFaults
{
    private const int LongestText = 100;

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Digits = @"[-(]?\s*£?\s*\d[\d,.' ]*";

    private const string Month =
        "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789,.£-() ");

    /// <summary>A word or sign that councils write where there is nothing to say.</summary>
    public static bool IsPlaceholder(string text) => string.IsNullOrWhiteSpace(text) || Marker.Find(text) is not null;

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
            _ when NumberBesideWords(trimmed) is not null => NumberFault.WithWords,
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

    /// <summary>The number of a text that is one with words or marks beside it, such as 52 weeks, 1,234* or GBP 500; null where it is not.
    /// Words that scale a number (5bn, 500 (£k), 50p), turn its sign (500 DR) or are of other money are none of these: without them it
    /// would be another.</summary>
    public static string? NumberBesideWords(string text)
    {
        var match = text.Length > LongestText ? Match.Empty : WithWords().Match(text.Trim());
        return match.Success && !PartOfNumber().IsMatch(match.Groups["words"].Value) ? match.Groups["number"].Value.Trim() : null;
    }

    private static bool LooksLikeDigits(string text) => !text.AsSpan().ContainsAnyExcept(NumberCharacters);

    [GeneratedRegex(@"^[-−(]?\s*£?\s*[\d.,]+E[+-]?\d+\)?$", Plain)]
    private static partial Regex Scientific();

    [GeneratedRegex(
        @"^(\d{1,2}[-/ ]" + Month + @"([-/ ]\d{2,4})?|" + Month + @"[- ]\d{2,4}"
        + @"|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d([ T][\d:.]+Z?)?)$",
        Plain)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[-(]?\s*£?\s*\d+([ ']\d+)+([.,]\d+)?\)?$", Plain)]
    private static partial Regex OddGrouping();

    [GeneratedRegex(
        @"^((gbp|pounds?)\s*(?<number>" + Digits + @")|(?<number>" + Digits + @"%?)\s*(?<words>[\p{L}\[(*†‡#¹²³⁰-⁹/][^\d]*\d?[^\d]*))$",
            Plain)]
    private static partial Regex WithWords();

    /// <summary>The number that stands before a sign of its own, as ledgers print it: 1,000- or 1,000 DR; null where there is
    /// none.</summary>
    public static string? NumberBeforeSign(string text)
    {
        var match = text.Length > LongestText ? Match.Empty : WithSignBehind().Match(text.Trim());
        return match.Success ? match.Groups["number"].Value.Trim() : null;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\[])(k|ks|m+|mn|mil|mill|millions?|b|bn|billions?|tr|thou|thousands?|hundreds?|dozens?|pence|cr|dr|credit|debit)\b"
        + @"|(?<![\p{L}\[(])p(?![./\w])|[€$¢]"
        + @"|\b(usd|eur|euros?|dollars?)\b", Plain)]
    private static partial Regex PartOfNumber();

    [GeneratedRegex(@"^(?<number>£?\s*\d[\d,. ]*)\s*(-|cr|dr)$", Plain)]
    private static partial Regex WithSignBehind();

    [GeneratedRegex(
        @"^([<>~≈≤≥±c]|about|approx|around|circa|ca\.|up to"
        + @"|under|over|less than|more than|nearly|almost|at least|at most).*\d"
        + @"|\d\s*[km]?\s*([-–—]|to)\s*£?\s*\d|\d\s*[km]?\+$",
        Plain)]
    private static partial Regex NotExact();
}
