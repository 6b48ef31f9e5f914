using System.Text.RegularExpressions;
using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Parts the rows of figures from what stands round a table: sources, notes, rows of units, headings, totals. A row that holds
/// neither a year nor a number, nor two words of the closed vocabularies, or a year alone, is no figure: it is not read, which is said
/// once; a row of figures that is damaged is read and found faulty. A number alone may be one, so that it is an error.</summary>
internal sealed partial class SurroundingText(Header header)
{
    // A table with more of them is no table with notes; what follows is then read as rows.
    private const int MostRows = 50;

    private const int LongestYear = 15;
    private const int LongestNumber = 30;

    private readonly int year = header.PlaceOf(header.Layout.Find("financial_year"));
    private readonly int[] numbers = [.. header.ColumnAt.Index().Where(place => place.Item is { IsNumber: true })
        .Select(place => place.Index)];
    private readonly int unit = header.PlaceOf(header.Layout.Find("unit"));
    private readonly int status = header.PlaceOf(header.Layout.Find("status"));

    // The columns of prices have words of their own in place of unit and status.
    private readonly int[] ownWords = header.Layout.Kind == ReturnKind.Prices
        ? [.. header.ColumnAt.Index().Where(place => place.Item is { Required: true, HoldsOwnWords: true }).Select(place => place.Index)]
        : [];

    // Most rows are of the same year.
    private string? lastYear;

    private readonly (string No, string The) lacking = header.Layout.Kind == ReturnKind.Prices
        ? ("service, provider or unit of quantity", "the service, the provider and the unit of its quantity")
        : ("unit or status", "the unit and the status of a figure");

    /// <summary>The sheet without what is no row of figures, which is reported.</summary>
    public static Sheet Without(Header header, Sheet sheet, List<Finding> findings)
    {
        var text = new SurroundingText(header);
        var (kept, passed, found) = (new List<SheetRow>(sheet.Rows.Count), new List<int>(), 0);
        foreach (var row in sheet.Rows)
        {
            var finding = row.Line == header.Line || found >= MostRows ? null
                : row.Line < header.Line ? text.Above(row)
                : header.IsRepeatedBy(row) || sheet.TotalledBy(row, header) is not null ? null
                : text.Beneath(row);
            if (finding is not null)
            {
                findings.Add(finding);
                found++;
            }

            if (finding is null || row.Line < header.Line)
            {
                kept.Add(row);
            }
            else
            {
                passed.Add(row.Line);
            }
        }

        return found == 0 ? sheet : sheet with
        {
            Rows = kept, PassedOver = passed, Merged = [.. sheet.Merged.Where(block => kept.Any(row => Touches(block, row.Line)))],
        };
    }

    private static bool Touches(CellBlock block, int line) => block.FirstLine <= line && block.LastLine >= line;

    private Finding? Above(SheetRow row) =>
        year >= 0 && IsYear(row.At(year)) && HasNumber(row)
            ? FindingCatalogue.RowAboveHeader.At(row.Line, null, Shown(row), "the column names in row 1") : null;

    private Finding? Beneath(SheetRow row)
    {
        // A flaw that is none in words, such as a raised footnote mark, is no sign of a figure.
        if (year < 0 || (row.Flaws.Count > 0 && row.Flaws.Any(flaw => flaw.InWords is null)))
        {
            return null;
        }

        var isAlone = IsAlone(row);
        if (isAlone && row.Cells.Any(text => LoneNumber().IsMatch(text)))
        {
            return FindingCatalogue.RowLikeTotal.At(row.Line, null, Shown(row), $"the year, {lacking.The}", lacking.No);
        }

        if (IsYear(row.At(year)))
        {
            return !isAlone ? null
                : FindingCatalogue.RowNotRead.At(row.Line, null, Shown(row), "a row of figures", KindAlone(row.At(year)));
        }

        var words = Words(row);
        return HasNumber(row)
            ? words > 0 ? null : FindingCatalogue.RowLikeTotal.At(row.Line, null, Shown(row), $"the year, {lacking.The}", lacking.No)
            : words > 1 || IsDamaged(row) ? null
            : FindingCatalogue.RowNotRead.At(row.Line, null, Shown(row), "a row of figures", Kind(row));
    }

    /// <summary>Whether one cell of the row has content and no other.</summary>
    private static bool IsAlone(SheetRow row)
    {
        var filled = 0;
        foreach (var text in row.Cells)
        {
            filled += text.Length > 0 ? 1 : 0;
        }

        return filled == 1;
    }

    private int Words(SheetRow row) =>
        (unit >= 0 && Codes.TryParse<Unit>(row.At(unit), out _) ? 1 : 0)
        + (status >= 0 && Codes.TryParse<FigureStatus>(row.At(status), out _) ? 1 : 0)
        + ownWords.Count(place => row.At(place).Length > 0);

    /// <summary>A row of figures that has slipped by a cell or stands in one cell within quotes: it is read, so that what is wrong with it
    /// is an error. No note has a cell that is a unit or a status and nothing else beside a number, or is cut by several
    /// separators.</summary>
    private static bool IsDamaged(SheetRow row) => row.Cells.Any(HasDigit)
        && (row.Cells.Any(text => Codes.TryParse<Unit>(text, out _) || Codes.TryParse<FigureStatus>(text, out _))
            || (IsAlone(row) && row.Cells.Any(text => WholeRow().IsMatch(text))));

    private static bool HasDigit(string text) => text.Any(char.IsAsciiDigit);

    private bool HasNumber(SheetRow row) => numbers.Any(place =>
        row.At(place) is { Length: > 0 and <= LongestNumber } text && LikeNumber().IsMatch(text) && !LikeUnit().IsMatch(text));

    private bool IsYear(string text)
    {
        if (text == lastYear)
        {
            return true;
        }

        var isYear = text.Length is > 0 and <= LongestYear && LikeYear().IsMatch(text) && !FourLetters().IsMatch(text);
        lastYear = isYear ? text : lastYear;
        return isYear;
    }

    /// <summary>A year above its rows, or the day on which a table was made.</summary>
    private static string KindAlone(string text) => FinancialYear.TryParse(text, out _) ? "a heading of a year" : "a date";

    private string Kind(SheetRow row)
    {
        var first = row.Cells.First(text => text.Length > 0);
        return LikeSource().IsMatch(first) ? "a source"
            : LikeNote().IsMatch(first) ? "a note"
            : numbers.Any(place => row.At(place).Length > 0)
                && numbers.All(place => row.At(place) is "" || LikeUnit().IsMatch(row.At(place))) ? "a row of units"
            : LikeTotal().IsMatch(first) ? "a totals row without a total"
            : "a title, heading or note";
    }

    private static string Shown(SheetRow row) => string.Join(" | ", row.Cells.Where(text => text.Length > 0));

    [GeneratedRegex(@"^[^\p{L}\d]*\d", RegexOptions.CultureInvariant)]
    private static partial Regex LikeNumber();

    [GeneratedRegex(@"^\W*(£?\W*(000s?|k|m|bn|thousands?|millions?)?|%|gbp|per cent|percent|no\.?|number|count|fte|hours|text|amount)\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LikeUnit();

    [GeneratedRegex(@"\d{4}|\d\d\D{1,4}\d\d|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LikeYear();

    /// <summary>A year, and then cells.</summary>
    [GeneratedRegex(@"^\W*(FY)?\d{4}\W\d{2,4}\W*[,;\t|].*[,;\t|]", RegexOptions.CultureInvariant)]
    private static partial Regex WholeRow();

    /// <summary>An amount in a row of its own, in whatever column; a date without signs is none.</summary>
    [GeneratedRegex(@"^(?!(19|20)\d{6}$)[^\p{L}]*\d{6,}[^\p{L}]*$", RegexOptions.CultureInvariant)]
    private static partial Regex LoneNumber();

    [GeneratedRegex(@"\p{L}{4}", RegexOptions.CultureInvariant)]
    private static partial Regex FourLetters();

    [GeneratedRegex(@"^\W*(data )?sources?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LikeSource();

    [GeneratedRegex(@"^\W*(foot)?notes?\b|^n\.?b\b|^[*†‡¹²³]|^[(\[]?\w{1,2}[.)\]:]\s|^\d\s",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LikeNote();

    [GeneratedRegex(@"^\W*(sub|grand|overall)?[- ]?totals?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LikeTotal();
}
