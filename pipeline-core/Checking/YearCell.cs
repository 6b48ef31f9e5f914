using System.Globalization;
using System.Text.RegularExpressions;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Reads the financial year of a row.</summary>
internal static partial class YearCell
{
    public const string Column = "financial_year";

    private const string Example = "a year such as 2012-13";
    private const char SoftHyphen = '\u00AD';
    private const int EarliestStart = 2000;
    private const int YearsAhead = 10;

    public static FinancialYear? Read(RowCells cells)
    {
        if (cells.Required(Column, Example) is not { } text)
        {
            return null;
        }

        if (cells.Scope.Years.TryGetValue(text, out var known))
        {
            return known;
        }

        var own = cells.Scope.Path.Year.StartYear;
        if (!FinancialYear.TryParse(text.Replace(SoftHyphen, '-'), out var year))
        {
            ReportUnreadable(cells, text);
            return null;
        }

        if (year.StartYear < EarliestStart || year.StartYear > own + YearsAhead)
        {
            ReportTooFar(cells);
            return null;
        }

        cells.Scope.Years[text] = year;
        return year;
    }

    /// <summary>Reports a later year's figure that is called actual, unless the whole return lies under the wrong year.</summary>
    public static void CheckStatus(RowCells cells, FinancialYear? year, FigureStatus? status)
    {
        var own = cells.Scope.Path.Year;
        if (year > own && status == FigureStatus.Actual && !cells.Scope.YearsMisfiled)
        {
            cells.Report(FindingCatalogue.ActualInFuture, "status", "projected or target", year.Value.ToString(), own.ToString());
        }
    }

    private static void ReportUnreadable(RowCells cells, string text)
    {
        var halves = Halves().Match(text);
        if (!halves.Success)
        {
            var marked = Marked().Match(text);
            var isYear = FinancialYear.TryParse(marked.Groups["year"].Value, out var year);
            cells.ReportUnread(FindingCatalogue.YearUnreadable, Column, isYear ? year.ToString() : Example);
            return;
        }

        var first = Number(halves.Groups["first"].ValueSpan);
        var second = Number(halves.Groups["second"].ValueSpan);
        var isShort = halves.Groups["first"].Length == 2;
        var start = isShort ? EarliestStart + first : first;
        var follows = halves.Groups["second"].Length == 4 ? second == start + 1 : second == (start + 1) % 100;
        var meant = string.Create(CultureInfo.InvariantCulture, $"{start}-{(start + 1) % 100:00}");
        if (follows && !FinancialYear.TryParse(meant, out _))
        {
            ReportTooFar(cells);
            return;
        }

        cells.Report(follows ? FindingCatalogue.YearUnreadable : FindingCatalogue.YearHalves, Column, meant);
    }

    private static void ReportTooFar(RowCells cells)
    {
        var own = cells.Scope.Path.Year.StartYear;
        cells.Report(
            FindingCatalogue.YearTooFar, Column,
            string.Create(CultureInfo.InvariantCulture,
                $"a year from {EarliestStart}-01 to {own + YearsAhead}-{(own + YearsAhead + 1) % 100:00}"));
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A year with a mark of a footnote or of how firm it is: 2012-13*, 2012-13 (p), 2012-13 [note 1]; but not a quarter of
    /// it.</summary>
    [GeneratedRegex(
        @"^(?<year>(FY)?\s*\d{2,4}\s*([-/]|to)\s*\d{2,4})\s*([*†‡#¹²³⁴⁵⁶⁷⁸⁹]+|[\[(]([a-z]{1,12}|(note )?\d{1,2})[\])]"
        + @"|p|r|prov(isional)?\.?|revised|estimated?|outturn|actuals?|forecast|budget|projected|target)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(
        @"^(FY)?\s*(?<first>[0-9]{4}|[0-9]{2})\s*([-/–—−]|to)\s*(?<second>[0-9]{4}|[0-9]{2})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Halves();
}
