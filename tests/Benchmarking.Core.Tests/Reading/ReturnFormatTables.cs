using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

/// <summary>The tables of docs/return-format.md, written from layouts, units and the catalogue of measures.</summary>
internal static class ReturnFormatTables
{
    /// <summary>Every table by the name under which the page has it.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["savings columns"] = Columns(ReturnKind.Savings),
        ["budget columns"] = Columns(ReturnKind.Budget),
        ["activity columns"] = Columns(ReturnKind.Activity),
        ["prices columns"] = Columns(ReturnKind.Prices),
        ["units"] = Units(),
        ["limits"] = Limits(),
        ["budget measures"] = Measures(ReturnKind.Budget),
        ["activity measures"] = Measures(ReturnKind.Activity),
    };

    private static string Columns(ReturnKind kind) => Table(
        ["column", "needed", "holds"],
        ColumnGuidance.For(kind, ReferenceData.Current).Select(guidance => new[]
        {
            $"`{guidance.Column.Name}`",
            guidance.Column.Required ? "yes" : "",
            guidance.Words.Count == 0 || guidance.Column.Name == "unit" ? guidance.Holds : $"{guidance.Holds}: {Words(guidance.Words)}",
        }));

    private static string Units() => Table(
        ["unit", "counts as", "in savings", "in budgets", "in activity"],
        Enum.GetValues<Unit>().Select(unit => new[]
        {
            $"`{Codes.Of(unit)}`",
            CountsAs(unit),
            UnitKinds.OfSavings.Contains(unit) ? "yes" : "",
            UnitKinds.OfBudgets.Contains(unit) ? "yes" : "",
            ReferenceData.Current.Measures.All.Any(measure => measure.Kind == ReturnKind.Activity && measure.FiledUnits.Contains(unit))
                ? "yes"
                : "",
        }));

    private static string Limits()
    {
        var limits = new ReadingLimits();
        return Table(
            ["what", "at most", "beyond it"],
            [
                Limit("bytes of the file, unless the operator sets another limit", limits.MaxBytes, FindingCatalogue.FileTooLarge),
                Limit("rows with content, the header among them", limits.MaxRows, FindingCatalogue.RowsTooMany),
                Limit("columns", limits.MaxColumns, FindingCatalogue.ColumnsTooMany),
                Limit("cells with content", limits.MaxCells, FindingCatalogue.CellsTooMany),
                Limit("characters in a cell", limits.MaxCellLength, FindingCatalogue.CellTooLong),
                Limit("bytes of a workbook unpacked, counted and not as it claims", limits.MaxInflatedBytes,
                    FindingCatalogue.WorkbookInflates),
                Limit("times its size that a workbook of more than 16 MB inside unpacks to", limits.MaxInflationRatio,
                    FindingCatalogue.WorkbookInflates),
                Limit("characters of all texts of a workbook", limits.Workbook.MaxTextCharacters, FindingCatalogue.WorkbookInflates),
                Limit("parts of a workbook", limits.Workbook.MaxParts, FindingCatalogue.WorkbookDamaged),
                Limit("sheets", limits.Workbook.MaxSheets, FindingCatalogue.WorkbookDamaged),
                Limit("cells of the sheet that is read, empty ones with a format among them", limits.Workbook.MaxCellElements,
                    FindingCatalogue.WorkbookDamaged),
                Limit("texts that cells share", limits.Workbook.MaxSharedTexts, FindingCatalogue.WorkbookDamaged),
                Limit("runs of a rich text", limits.Workbook.MaxTextRuns, FindingCatalogue.WorkbookDamaged),
                Limit("cell formats, number formats or fonts", limits.Workbook.MaxFormats, FindingCatalogue.WorkbookDamaged),
                Limit("merged blocks, and blocks with rules", limits.Workbook.MaxMergedBlocks, FindingCatalogue.WorkbookDamaged),
                Limit("tables of a sheet", limits.Workbook.MaxTables, FindingCatalogue.WorkbookDamaged),
                Limit("elements within each other", limits.Workbook.MaxDepth, FindingCatalogue.WorkbookDamaged),
                Limit("attributes of an element", limits.Workbook.MaxAttributes, FindingCatalogue.WorkbookDamaged),
                Limit("different names in a part", limits.Workbook.MaxNames, FindingCatalogue.WorkbookDamaged),
                Limit("bytes of a tag", limits.Workbook.MaxTagBytes, FindingCatalogue.WorkbookDamaged),
                Limit("bytes of a text between two tags", limits.Workbook.MaxTextBytes, FindingCatalogue.WorkbookDamaged),
                ["findings listed", Grouped(ReadingLimits.MostListed), "the others are counted (`findingsTotal`)"],
            ]);
    }

    private static string[] Limit(string what, long most, FindingDefinition beyond) => [what, Grouped(most), $"`{beyond.Code}`"];

    private static string Grouped(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string CountsAs(Unit unit)
    {
        var normal = unit.Family() == Unit.Per100000 ? Unit.Per1000 : unit.Family();
        return unit == normal ? "itself" : string.Create(CultureInfo.InvariantCulture, $"`{Codes.Of(normal)}` × {unit.Scale():#,0.##}");
    }

    private static string Measures(ReturnKind kind) => Table(
        ["measure", "what it is", "filed in", "ratio"],
        ReferenceData.Current.Measures.All.Where(measure => measure.Kind == kind)
            .Select(measure => new[] { $"`{measure.Code}`", measure.Label, Words(measure.FiledUnits.Select(Codes.Of)), Ratio(measure) }));

    private static string Ratio(Measure measure) => measure.Per switch
    {
        null => "",
        1 => $"{measure.Numerator} / {measure.Denominator}",
        { } per => string.Create(CultureInfo.InvariantCulture, $"{measure.Numerator} / {measure.Denominator} × {per:#,0}"),
    };

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));

    private static string Table(string[] head, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend([.. head.Select(_ => "---")]).Prepend(head).Select(row => $"| {string.Join(" | ", row)} |\n"));
}
