using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The rows beneath a good header. A row with a fault of its own is reported and left out.</summary>
internal sealed class RowReader(Header header, Sheet sheet, List<Finding> findings, CancellationToken token)
{
    private const int BlankRowsNamed = 5;

    private readonly int yearPlace = header.PlaceOf(header.Layout.Find("financial_year"));
    private readonly FrozenDictionary<string, int> places = header.ColumnAt.Index().Where(place => place.Item is not null)
        .ToFrozenDictionary(place => place.Item!.Name, place => place.Index, StringComparer.Ordinal);

    private readonly List<RawRow> rows = new(sheet.Rows.Count);
    private readonly HashSet<int> mergedLines = [];
    private readonly FlawGroups groups = new();
    private string? plainYear;
    private int listed;
    private int unlisted;

    public static RawReturn Read(Header header, Sheet sheet, List<Finding> findings, CancellationToken token) =>
        new RowReader(header, sheet, findings, token).Read();

    private RawReturn Read()
    {
        var data = new List<SheetRow>(sheet.Rows.Count);
        data.AddRange(sheet.Rows.Where(row => row.Line > header.Line && !IsHeaderAgain(row) && !IsTotals(row)));
        var faulty = sheet.Faults.Count(fault => fault.Line > header.Line);
        if (data.Count + faulty == 0)
        {
            findings.Add(FindingCatalogue.RowsNone.At(header.Line, null, null, "at least one row"));
        }

        ReportMerged();
        ReportBlank();
        foreach (var row in data)
        {
            token.ThrowIfCancellationRequested();
            Add(row);
        }

        findings.AddRange(groups.Findings);
        findings.AddRange(UnseenParts.Find(header, sheet, data));
        var columns = header.ColumnAt.OfType<ReturnColumn>().Select(column => column.Name).ToList();
        return new RawReturn(header.Layout.Kind, columns, rows, data.Count + faulty, findings, unlisted);
    }

    private bool IsHeaderAgain(SheetRow row)
    {
        if (!header.IsRepeatedBy(row))
        {
            return false;
        }

        findings.Add(FindingCatalogue.HeaderRepeated.At(row.Line, null, null, "one header"));
        return true;
    }

    /// <summary>The totals row of an Excel table says nothing of its own.</summary>
    private bool IsTotals(SheetRow row)
    {
        var table = sheet.TotalledBy(row, header);
        if (table is not null)
        {
            findings.Add(FindingCatalogue.TableTotalsRow.At(row.Line, null, table.Name, "no totals row"));
        }

        return table is not null;
    }

    private void Add(SheetRow row)
    {
        List<Finding> faults = IsPlain(row) ? [] : [.. Shape(row), .. Flaws(row)];
        if (faults.Count > 0)
        {
            Report(faults);
        }
        else if (!mergedLines.Contains(row.Line))
        {
            rows.Add(new RawRow(row.Line, Plain(InWords(row)), places));
        }
    }

    /// <summary>Whether a row is as wide as the header, without a flaw and of the last year that was found to be one: nothing is to be
    /// said of it.</summary>
    private bool IsPlain(SheetRow row)
    {
        if (row.Width != header.Row.Width || row.Cells.Length > row.Width || row.Flaws.Count > 0)
        {
            return false;
        }

        if (yearPlace >= 0 && row.At(yearPlace) is var year && year != plainYear)
        {
            plainYear = FinancialYear.TryParse(year, out _) ? year : null;
        }

        return yearPlace < 0 || plainYear is not null;
    }

    /// <summary>The cells of a row, those of free text with all that they say.</summary>
    private string[] InWords(SheetRow row)
    {
        var cells = row.Cells;
        foreach (var flaw in row.Flaws.Count == 0 ? [] : row.Flaws.Where(flaw =>
            flaw.InWords is not null && header.Column(flaw.Index) is { IsFreeText: true } && flaw.Index < row.Cells.Length))
        {
            cells = ReferenceEquals(cells, row.Cells) ? [.. cells] : cells;
            cells[flaw.Index] = CellText.Trim(flaw.InWords!);
        }

        return cells;
    }

    /// <summary>The rows come in order, so that what is not listed any more comes after what is.</summary>
    private void Report(List<Finding> faults)
    {
        var room = Math.Min(faults.Count, ReadingLimits.MostListed - listed);
        findings.AddRange(faults.Take(room));
        (listed, unlisted) = (listed + room, unlisted + faults.Count - room);
    }

    private IEnumerable<Finding> Shape(SheetRow row)
    {
        var (width, expected) = (Text(row.Width), Text(header.Row.Width));
        if (row.Cells.Length > header.Row.Width)
        {
            yield return FindingCatalogue.RowRagged.At(row.Line, null, width, expected);
        }

        if (row.Width < header.Row.Width
            && header.ColumnAt.Skip(row.Width).FirstOrDefault(column => column is { Required: true }) is { } missing)
        {
            yield return FindingCatalogue.RowShort.At(row.Line, missing.Name, width, expected);
        }
    }

    private IEnumerable<Finding> Flaws(SheetRow row)
    {
        foreach (var flaw in row.Flaws)
        {
            if (header.Column(flaw.Index) is not { } column || (column.IsFreeText && flaw.InWords is not null))
            {
                continue;
            }

            if (flaw.Definition.Severity != Severity.Error)
            {
                groups.Add(row.Line, column, flaw);
                continue;
            }

            yield return flaw.InNumbers is { } number && column.IsNumber
                ? FindingCatalogue.NumberDate.At(row.Line, column.Name, flaw.Value, number)
                : flaw.Definition.At(row.Line, column.Name, flaw.Value, flaw.Expected);
        }

        // The year may be a date without its format, too.
        if (yearPlace >= 0 && ExcelDate.OfSerialText(row.At(yearPlace)) is { } date)
        {
            yield return FindingCatalogue.CellDate.At(
                row.Line, header.NameAt(yearPlace), $"{ExcelDate.Text(date)} ({row.At(yearPlace)})", ExcelDate.Typed(date));
        }

        // In a text file only the year is looked at: a number that became a date is found where numbers are read.
        if (yearPlace >= 0 && row.Flaws.All(flaw => flaw.Index != yearPlace) && DateForYear.Meant(row.At(yearPlace)) is { } meant)
        {
            yield return FindingCatalogue.CellDate.At(row.Line, header.NameAt(yearPlace), row.At(yearPlace), meant);
        }
    }

    private void ReportMerged()
    {
        if (sheet.Merged.Count == 0)
        {
            return;
        }

        var last = sheet.Rows[^1].Line;
        var begins = new int[last + 2];
        foreach (var block in sheet.Merged.Where(block => Touches(block, last)))
        {
            var first = Math.Max(block.FirstLine, header.Line + 1);
            begins[first]++;
            begins[Math.Min(block.LastLine, last) + 1]--;
            findings.Add(FindingCatalogue.CellsMerged.At(
                first, header.NameAt(block.FirstColumn), block.ToString(), "one value in each cell"));
        }

        var open = 0;
        for (var line = 0; line <= last; line++)
        {
            open += begins[line];
            if (open > 0)
            {
                mergedLines.Add(line);
            }
        }
    }

    private bool Touches(CellBlock block, int last) => block.FirstLine <= block.LastLine && block.FirstLine <= last
        && block.LastLine > header.Line && block.FirstColumn < header.ColumnAt.Count;

    private void ReportBlank()
    {
        var (count, named, expected) = (0, new List<string>(), header.Line + 1);
        var passed = sheet.PassedOver.ToHashSet();
        var rowLines = sheet.Rows.Select(row => row.Line);
        foreach (var line in sheet.Faults.Count + passed.Count == 0
            ? rowLines : rowLines.Concat(sheet.Faults.Select(fault => fault.Line)).Concat(passed).Order())
        {
            // Blank rows before a note part it from the table.
            for (var blank = expected; blank < line && named.Count < BlankRowsNamed && !passed.Contains(line); blank++)
            {
                named.Add(Text(blank));
            }

            count += passed.Contains(line) ? 0 : Math.Max(line - expected, 0);
            expected = Math.Max(expected, line + 1);
        }

        if (count > 0)
        {
            var list = $"{(count == 1 ? "row" : "rows")} {string.Join(", ", named)}{(count > named.Count ? " and others" : "")}";
            var first = int.Parse(named[0], NumberStyles.None, CultureInfo.InvariantCulture);
            findings.Add(FindingCatalogue.RowBlank.At(first, null, Text(count), "no blank rows", list));
        }
    }

    /// <summary>The cells in plain characters, but for what are the council's own words.</summary>
    private string[] Plain(string[] cells) => Array.TrueForAll(cells, static text => Ascii.IsValid(text))
        ? cells
        : [.. cells.Select((text, index) => header.Column(index) is { HoldsOwnWords: true } ? text : CellText.Trim(Characters.Fold(text)))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
