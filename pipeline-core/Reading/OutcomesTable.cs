using System.Globalization;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>A council's activity return made of its rows of the table: its name in paths and its text, ready to be filed.</summary>
public sealed record OutcomesReturn(CouncilCode Council, FinancialYear Year, int Figures, string Content);

/// <summary>A row of the table that went into no return, and what would be right.</summary>
public sealed record OutcomesFault(int Line, string Column, string? Value, string Expected);

/// <summary>What became of a table. <c>WithoutValue</c> counts rows that hold no number (withheld or missing), <c>OtherAreas</c> rows of regions and
/// of the country: neither is a fault, and none of them is filed as nil. A figure with a fault in any of its rows is in no return.</summary>
public sealed record OutcomesConversion(
    int Rows, IReadOnlyList<OutcomesReturn> Returns, int WithoutValue, int OtherAreas, IReadOnlyList<OutcomesFault> Faults);

/// <summary>The long shape of the adult social care outcomes tables, one row for each of outcome, numerator and denominator, turned into activity
/// returns: the shape that <see cref="Comparing.LongRow"/> gives out, with the measure codes of the catalogue.</summary>
public static class OutcomesTable
{
    private const string ReturnHeader = "financial_year,measure,numerator,denominator,value,unit,status,note\n";

    /// <summary>Codes of regions and countries in the register of geographic codes: E12, E92, K and W.</summary>
    private static readonly string[] AreasBeyondCouncils = ["E12", "E92", "K0", "W9"];

    private static readonly string[] Types = ["Outcome", "Numerator", "Denominator"];

    /// <summary>What stands for a number that is not there.</summary>
    private static readonly string[] NoNumber = ["", "c", "[c]", "x", "[x]", "z", "[z]", "*", ":", "-", "..", "n/a"];

    /// <summary>The table's text, in any encoding that a return may have; null where the bytes are no text.</summary>
    public static string? Read(ReadOnlySpan<byte> content) => TextDecoder.Decode(content, []) is { } text && TextCheck.IsTable(text) ? text : null;

    public static OutcomesConversion Convert(string text, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reference);
        var quotes = new QuoteCheck(text, ',', firstTextLine: 1);
        var records = DelimitedText.Records(quotes.Mended, ',').Index().ToList();
        var columns = new OutcomesColumns(records is [var header, ..] ? header.Item : []);
        if (columns.Missing is { } missing)
        {
            return new(0, [], 0, 0, [new OutcomesFault(1, missing, null, $"a column {missing}")]);
        }

        var cells = new List<OutcomesCell>();
        var faults = quotes.Faults.Select(fault => new OutcomesFault(fault.Line, "", null, "quotes in pairs")).ToList();
        var unreadable = faults.Select(fault => fault.Line).ToHashSet();
        var (rows, without, others) = (0, 0, 0);
        foreach (var (index, record) in records.Skip(1).Where(record => record.Item is not ([] or [""])))
        {
            rows++;
            var row = new OutcomesRow(index + 1, columns.Of(record));
            if (unreadable.Contains(row.Line))
            {
                continue;
            }

            if (AreasBeyondCouncils.Any(area => row[OutcomesColumns.Area].StartsWith(area, StringComparison.Ordinal)))
            {
                others++;
            }
            else if (NoNumber.Contains(row[OutcomesColumns.Value].ToLowerInvariant()))
            {
                without++;
            }
            else
            {
                Read(row, reference, cells, faults);
            }
        }

        return new(rows, Returns(cells, faults, reference), without, others, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private static void Read(OutcomesRow row, ReferenceData reference, List<OutcomesCell> cells, List<OutcomesFault> faults)
    {
        void Fault(string column, string expected) => faults.Add(new OutcomesFault(row.Line, column, row[column], expected));
        if (!FinancialYear.TryParse(row[OutcomesColumns.Year], out var year))
        {
            Fault(OutcomesColumns.Year, "a financial year such as 2012-13");
        }
        else if (reference.Councils.In(year).FirstOrDefault(council => council.GssCode == row[OutcomesColumns.Area]) is not { } council)
        {
            Fault(OutcomesColumns.Area, $"the ONS code of a council of {year}, such as E09000012");
        }
        else if (reference.Measures.Find(ReturnKind.Activity, row[OutcomesColumns.Measure]) is not { } measure)
        {
            var near = NearestWord.To(row[OutcomesColumns.Measure], reference.Measures.All.Where(known => known.Kind == ReturnKind.Activity).Select(known => known.Code));
            Fault(OutcomesColumns.Measure, near is null ? "an activity measure of the catalogue" : $"an activity measure of the catalogue, perhaps {near}");
        }
        else if (Status(row[OutcomesColumns.Disaggregation]) is not { } status)
        {
            Fault(OutcomesColumns.Disaggregation, $"Total, or one of {string.Join(", ", Codes.All<FigureStatus>())}: parts of a measure are not filed");
        }
        else if (Types.FirstOrDefault(type => type.Equals(row[OutcomesColumns.Type], StringComparison.OrdinalIgnoreCase)) is not { } type)
        {
            Fault(OutcomesColumns.Type, string.Join(", ", Types));
        }
        else if (!decimal.TryParse(row[OutcomesColumns.Value], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            Fault(OutcomesColumns.Value, "a number such as 1234.5");
        }
        else
        {
            cells.Add(new OutcomesCell(row.Line, new OutcomesKey(council.Code, year, measure.Code, status), type, value));
        }
    }

    /// <summary>Nobody can tell which of two rows for one cell is right: the figure is left out, and both are named.</summary>
    private static List<OutcomesReturn> Returns(List<OutcomesCell> cells, List<OutcomesFault> faults, ReferenceData reference)
    {
        var twice = cells.GroupBy(cell => (cell.Key, cell.Type)).Where(same => same.Count() > 1).SelectMany(same => same).ToList();
        faults.AddRange(twice.Select(cell => new OutcomesFault(cell.Line, OutcomesColumns.Type, cell.Type, "one row for each area, year, measure, status and type")));
        var doubtful = twice.Select(cell => cell.Key).ToHashSet();
        return
        [
            .. cells.Where(cell => !doubtful.Contains(cell.Key)).GroupBy(cell => cell.Key)
                .OrderBy(figure => figure.Key.Measure, StringComparer.Ordinal).ThenBy(figure => figure.Key.Status)
                .GroupBy(figure => (figure.Key.Council, figure.Key.Year))
                .OrderBy(figures => figures.Key.Council).ThenBy(figures => figures.Key.Year)
                .Select(figures => new OutcomesReturn(
                    figures.Key.Council, figures.Key.Year, figures.Count(), ReturnHeader + string.Concat(figures.Select(figure => Line(figure, reference))))),
        ];
    }

    private static string Line(IGrouping<OutcomesKey, OutcomesCell> figure, ReferenceData reference)
    {
        var measure = reference.Measures.Find(ReturnKind.Activity, figure.Key.Measure)!;
        string Of(string type) => figure.FirstOrDefault(cell => cell.Type == type)?.Value.ToString(CultureInfo.InvariantCulture) ?? "";
        var lines = string.Join(" ", figure.Select(cell => cell.Line).Order());
        return string.Join(',', figure.Key.Year, measure.Code, Of(Types[1]), Of(Types[2]), Of(Types[0]), Codes.Of(measure.Unit), Codes.Of(figure.Key.Status), $"from lines {lines} of an outcomes table") + "\n";
    }

    private static FigureStatus? Status(string text) =>
        text.Length == 0 || text.Equals("total", StringComparison.OrdinalIgnoreCase) ? FigureStatus.Actual
        : Codes.TryParse<FigureStatus>(text, out var status) ? status
        : null;

    private sealed record OutcomesKey(CouncilCode Council, FinancialYear Year, string Measure, FigureStatus Status);

    private sealed record OutcomesCell(int Line, OutcomesKey Key, string Type, decimal Value);

    private sealed record OutcomesRow(int Line, IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells.GetValueOrDefault(column, "");
    }
}
