using System.Globalization;
using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The dates that spreadsheets make of financial years: of 2011-12 December 2011, of 12-13 December 2013, written as Dec-11,
/// 01-Dec-11, 2011-12-01 or 01/12/2011.</summary>
internal static partial class DateForYear
{
    private const string Example = "a year such as 2012-13";
    private const int Longest = 20;
    private const int MonthsInYear = 12;
    private const int Century = 2000;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The year that was probably typed where a text is such a date; null where it is no date.</summary>
    public static string? Meant(string text)
    {
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        var (year, month) = Iso().Match(text) is { Success: true } iso ? (Number(iso, "year"), Number(iso, "month"))
            : Slashes().Match(text) is { Success: true } slashes ? (Number(slashes, "year"), Number(slashes, "month"))
            : Named().Match(text) is { Success: true } named
                ? (Number(named, "year"), 1 + Array.IndexOf(Months, named.Groups["month"].Value[..3].ToLowerInvariant()))
            : NumberFirst().Match(text) is { Success: true } first
                ? (Number(first, "year"), 1 + Array.IndexOf(Months, first.Groups["month"].Value[..3].ToLowerInvariant()))
            : (0, 0);
        return month is < 1 or > MonthsInYear ? null : Of(year < 100 ? Century + year : year, month) ?? Example;
    }

    /// <summary>The month is the second half of the year typed, or the first.</summary>
    private static string? Of(int year, int month) =>
        month == (year + 1) % 100 ? Words(year) : month == (year - 1) % 100 ? Words(year - 1) : null;

    private static string? Words(int start) =>
        FinancialYear.TryParse(string.Create(CultureInfo.InvariantCulture, $"{start}-{(start + 1) % 100:00}"), out var year)
            ? year.ToString() : null;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>\d{4})-(?<month>\d\d)-\d\d([ T][\d:.]+Z?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^\d{1,2}[/.](?<month>\d{1,2})[/.](?<year>\d{4}|\d{2})( [\d:]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    [GeneratedRegex(
        @"^(\d{1,2}[- ])?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ](?<year>\d{4}|\d{1,2})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    /// <summary>A day and a month, of which either may be the year's half: 12-Jan of 2012-01 is none, 11-Dec is of 11-12.</summary>
    [GeneratedRegex(@"^(?<year>\d{1,2})[- ](?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberFirst();
}
