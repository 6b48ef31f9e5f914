using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Dates that Excel made of entries that were none: 2011-12 becomes December 2011, 1-2 the second of January.</summary>
internal static class ExcelDate
{
    private static readonly DateTime FirstDay = new(1900, 1, 1);

    // Excel's day 60 is the 29th of February 1900, which was none; from the day after it counts as everybody does.
    private const double LastBeforeLeap = 60;
    private const double DaysTo1904 = 1_462;
    private const double End = 2_958_466;

    /// <summary>The first days of Excel's calendar are times of the day and no dates.</summary>
    public static string Text(DateTime date) => date.ToString(
        date < FirstDay ? "HH:mm:ss" : date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss",
        CultureInfo.InvariantCulture);

    /// <summary>The date that a workbook holds as a number of days, from 1900 or 1904; null where Excel has no such date.</summary>
    public static DateTime? FromSerial(double number, bool from1904)
    {
        var days = from1904 ? number + DaysTo1904 : number < LastBeforeLeap && number >= 1 ? number + 1 : number;
        return number < 0 || days >= End ? null : DateTime.FromOADate(days);
    }

    /// <summary>The date that five digits stand for where a year is due: 40878 is December 2011. Null where the text is no such
    /// number.</summary>
    public static DateTime? OfSerialText(string text) =>
        text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 30_000
            and <= 60_000
            ? FromSerial(days, from1904: false)
            : null;

    /// <summary>What was probably typed: the first of a month comes of year and month, any other day of two numbers.</summary>
    public static string Typed(DateTime date)
    {
        var year = date.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return date.Day == 1 && FinancialYear.TryParse(year, out _) ? year : "text, not a date";
    }
}
