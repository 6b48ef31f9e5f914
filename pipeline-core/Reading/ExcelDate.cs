using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Dates that Excel made of entries that were none: 2011-12 becomes December 2011, 1-2 the second of January.</summary>
internal static class ExcelDate
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string Text(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What was probably typed: the first of a month comes of year and month, any other day of two numbers.</summary>
    public static string Typed(DateTime date)
    {
        var year = date.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return date.Day == 1 && FinancialYear.TryParse(year, out _) ? year : "text, not a date";
    }

    /// <summary>Whether text is a date as Excel writes it to CSV after making it: Dec-11, 02-Jan.</summary>
    public static bool Looks(string text)
    {
        var at = text.IndexOf('-', StringComparison.Ordinal);
        if (at < 0 || text.Length is not (5 or 6))
        {
            return false;
        }

        var (left, right) = (text[..at], text[(at + 1)..]);
        return (IsMonth(left) && IsNumber(right)) || (IsNumber(left) && IsMonth(right));
    }

    private static bool IsMonth(string text) => Months.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool IsNumber(string text) => text.Length is 1 or 2 && text.All(char.IsAsciiDigit);
}
