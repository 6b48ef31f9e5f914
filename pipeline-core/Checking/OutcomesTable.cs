using System.Globalization;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>A council's activity return made of its rows of the table: its name in paths and its text, ready to be filed.</summary>
public sealed record OutcomesReturn(CouncilCode Council, FinancialYear Year, int Figures, string Content);

/// <summary>A row of the table that went into no return, and what would be right. <c>Column</c> is empty where the row as a row is at
/// fault.</summary>
public sealed record OutcomesFault(int Line, string Column, string? Value, string Expected);

/// <summary>What became of a table. <c>WithoutValue</c> counts rows that hold no number (withheld, not applicable or missing),
/// <c>OtherAreas</c> rows of regions and of the country: neither is a fault, and none of them is filed as nil. A figure with a fault in any
/// of its rows is in no return.</summary>
public sealed record OutcomesConversion(
    int Rows, IReadOnlyList<OutcomesReturn> Returns, int WithoutValue, int OtherAreas, IReadOnlyList<OutcomesFault> Faults);

/// <summary>The long shape of the adult social care outcomes tables, one row for each of outcome, numerator and denominator, turned into
/// activity returns: the shape that <see cref="Comparing.LongRow"/> gives out, with the measure codes of the catalogue. Encodings,
/// separators, title rows, numbers and markers are read as in returns.</summary>
public static class OutcomesTable
{
    private const string ReturnHeader = "financial_year,measure,numerator,denominator,value,unit,status,note\n";

    /// <summary>Codes of regions and countries in the register of geographic codes: E12, E92, K and W.</summary>
    private static readonly string[] AreasBeyondCouncils = ["E12", "E92", "K0", "W9"];

    // A table of all councils is longer than any return; its bytes are bounded where it is taken in.
    private static readonly ReadingLimits Limits = ReadingLimits.Default with { MaxRows = 2_000_000, MaxCells = 20_000_000 };

    /// <summary>The table's text, in any encoding that a return may have; null where the bytes are no text.</summary>
    public static string? Read(ReadOnlySpan<byte> content) =>
        TextDecoder.Decode(content, []) is { } text && TextCheck.IsTable(text) ? text : null;

    public static OutcomesConversion Convert(string text, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reference);
        var findings = new List<Finding>();
        if (DelimitedText.Read(text, OutcomesColumns.KnownNames, Limits, findings) is not { } sheet)
        {
            return new(0, [], 0, 0, [.. findings.Select(found => new OutcomesFault(found.Line ?? 1, "", found.Value, found.Expected))]);
        }

        var header = sheet.Rows.Take(HeaderSearch.RowsSearched).MaxBy(row => OutcomesColumns.KnownNames(row.Cells));
        var columns = new OutcomesColumns(header?.Cells ?? []);
        if (header is null || columns.Missing is not null)
        {
            var missing = columns.Missing ?? OutcomesColumns.Year;
            return new(0, [], 0, 0, [new OutcomesFault(header?.Line ?? 1, missing, null, $"a column {missing}")]);
        }

        List<OutcomesFault> faults = [.. sheet.Faults.Select(fault => new OutcomesFault(fault.Line, "", null, "quotes in pairs"))];
        var cells = new List<OutcomesCell>();
        var (rows, without, others) = (sheet.Faults.Count(fault => fault.Line > header.Line), 0, 0);
        foreach (var row in sheet.Rows.Where(row => row.Line > header.Line).Select(row => new OutcomesRow(row, columns, header.Width)))
        {
            rows++;
            if (row.Shape() is { } fault)
            {
                faults.Add(fault);
            }
            else if (AreasBeyondCouncils.Any(area => row[OutcomesColumns.Area].StartsWith(area, StringComparison.OrdinalIgnoreCase)))
            {
                others++;
            }
            else if (row.Read(reference, faults) is { } cell)
            {
                cells.Add(cell);
            }
            else
            {
                without += row.HasNoNumber ? 1 : 0;
            }
        }

        return new(rows, Returns(cells, faults, reference), without, others, [.. faults.OrderBy(fault => fault.Line)]);
    }

    /// <summary>Nobody can tell which of two rows for one cell is right: the figure is left out, and both are named.</summary>
    private static List<OutcomesReturn> Returns(List<OutcomesCell> cells, List<OutcomesFault> faults, ReferenceData reference)
    {
        var twice = cells.GroupBy(cell => (cell.Key, cell.Type)).Where(same => same.Count() > 1).ToList();
        faults.AddRange(twice.SelectMany(same => same.Select(cell => Repeated(cell, same))));
        var doubtful = twice.Select(same => same.Key.Key).ToHashSet();
        return
        [
            .. cells.Where(cell => !doubtful.Contains(cell.Key)).GroupBy(cell => cell.Key)
                .OrderBy(figure => figure.Key.Measure, StringComparer.Ordinal).ThenBy(figure => figure.Key.Status)
                .GroupBy(figure => (figure.Key.Council, figure.Key.Year))
                .OrderBy(figures => figures.Key.Council).ThenBy(figures => figures.Key.Year)
                .Select(figures => new OutcomesReturn(
                    figures.Key.Council, figures.Key.Year, figures.Count(),
                        ReturnHeader + string.Concat(figures.Select(figure => Line(figure, reference))))),
        ];
    }

    private static OutcomesFault Repeated(OutcomesCell cell, IEnumerable<OutcomesCell> same)
    {
        int[] others = [.. same.Where(other => other != cell).Select(other => other.Line)];
        return new(cell.Line, OutcomesColumns.Type, cell.Type,
            $"one row for this of {cell.Key.Council} in {cell.Key.Year}: {Figures.Lines(others)} {(others.Length == 1 ? "is" : "are")} "
                + "another of the same council, by the same code or one it had before or since");
    }

    private static string Line(IGrouping<OutcomesKey, OutcomesCell> figure, ReferenceData reference)
    {
        var measure = reference.Measures.Find(ReturnKind.Activity, figure.Key.Measure)!;
        string Of(string type) => figure.FirstOrDefault(cell => cell.Type == type)?.Value.ToString(CultureInfo.InvariantCulture) ?? "";
        var lines = string.Join(" ", figure.Select(cell => cell.Line).Order());
        return string.Join(
            ',', figure.Key.Year, measure.Code, Of(OutcomesRow.Numerator), Of(OutcomesRow.Denominator), Of(OutcomesRow.Outcome),
                Codes.Of(measure.Unit),
            Codes.Of(figure.Key.Status), $"from {(figure.Count() == 1 ? "line" : "lines")} {lines} of an outcomes table") + "\n";
    }
}

/// <summary>What a figure of the table is of.</summary>
internal sealed record OutcomesKey(CouncilCode Council, FinancialYear Year, string Measure, FigureStatus Status);

/// <summary>One number of a figure: its outcome, numerator or denominator.</summary>
internal sealed record OutcomesCell(int Line, OutcomesKey Key, string Type, decimal Value);
