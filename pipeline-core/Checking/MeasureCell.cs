using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Reads the measure of a row.</summary>
internal static class MeasureCell
{
    private const string Column = "measure";
    private const decimal Hundred = 100;

    // A little above 100 a percentage is another mistake.
    private const decimal MostPercent = 200;

    public static Measure? Read(RowCells cells, ReturnKind kind)
    {
        if (cells.Optional(Column) is not { } text)
        {
            cells.Report(FindingCatalogue.CellRequired, Column, Example(cells, kind));
            return null;
        }

        var measure = cells.Reference.Measures.Find(kind, text);
        if (measure is null)
        {
            var meant = WordCell.Suggest(text, [.. Codes(cells, kind)]);
            cells.ReportUnread(FindingCatalogue.MeasureUnknown, Column, meant ?? Example(cells, kind));
        }

        return measure;
    }

    /// <summary>The client group or service of a row; null where that is all the measure is of.</summary>
    public static string? Part(RowCells cells, Measure measure, string column) =>
        cells.Reference.Measures.IsWhole(measure, cells[column]) ? null : cells.Optional(column);

    /// <summary>Reports a figure, in the measure's normal unit, that its range does not allow.</summary>
    public static void CheckRange(RowCells cells, Measure measure, string column, decimal figure)
    {
        if (measure.Unit == Unit.Percent && figure is > MostPercent and <= MostPercent * Hundred)
        {
            cells.Report(FindingCatalogue.PercentHundredfold, column, Figures.Plain(figure / Hundred), measure.Label);
        }
        else if (figure < measure.Min || figure > measure.Max)
        {
            cells.Report(FindingCatalogue.MeasureOutOfRange, column, Range(measure), measure.Label);
        }
    }

    private static string Range(Measure measure)
    {
        var unit = Vocabulary.Codes.Of(measure.Unit);
        return (measure.Min, measure.Max) switch
        {
            ({ } min, { } max) => $"a figure from {Figures.Plain(min)} to {Figures.Plain(max)} {unit}",
            ({ } min, null) => $"a figure of {Figures.Plain(min)} {unit} or more",
            (null, { } max) => $"a figure of {Figures.Plain(max)} {unit} or less",
            _ => "any figure",
        };
    }

    private static string Example(RowCells cells, ReturnKind kind) =>
        $"a measure code such as {Codes(cells, kind).FirstOrDefault() ?? "net_budget"}";

    private static IEnumerable<string> Codes(RowCells cells, ReturnKind kind) =>
        cells.Reference.Measures.All.Where(measure => measure.Kind == kind).Select(measure => measure.Code);
}
