using System.Globalization;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Dates that Excel made of entries that were none: 2011-12 becomes December 2011, 1-2 the second of January.</summary>
internal static class ExcelDate
{
    public static string Text(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What was probably typed: the first of a month comes of year and month, any other day of two numbers.</summary>
    public static string Typed(DateTime date)
    {
        var year = date.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return date.Day == 1 && FinancialYear.TryParse(year, out _) ? year : "text, not a date";
    }
}
