using Benchmarking.Core.Reading;
using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>Templates of the four kinds of return, each with two example rows.</summary>
public static class ReturnTemplates
{
    /// <summary>The columns and the example rows.</summary>
    public static string Csv(ReturnKind kind) => string.Concat(Lines(kind).Select(line => $"{line}\r\n"));

    /// <summary>The same on the first sheet of an .xlsx, whose cells are text, and on a second what each column takes.</summary>
    public static byte[] Workbook(ReturnKind kind, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return SpreadsheetFile.Of(
            [
                SpreadsheetPage.OfText("Return", Lines(kind).Select(line => line.Split(',')),
                    [.. ReturnLayout.For(kind).Columns.Select(_ => 20)]),
                SpreadsheetPage.OfText(OwnSheets.Guidance, Guidance(kind, reference), [34, 12, 60, 60, 40]),
            ]);
    }

    private static IEnumerable<string> Lines(ReturnKind kind) =>
        TemplateExamples.For(kind).Prepend(string.Join(',', ReturnLayout.For(kind).Columns.Select(column => column.Name)));

    private static IEnumerable<string[]> Guidance(ReturnKind kind, ReferenceData reference) =>
    [
        [$"{OwnSheets.GuidanceTitle} {Codes.Of(kind)} return"],
        ["Write on the first sheet, one figure to a row, and leave its headings as they are. Optional columns may be left out."],
        ["A figure that is not known is left out with its row; it is never zero. Money: 1234567, 1,234,567.00 or £1.2m, in the unit of "
            + "the row."],
        ["Save as .xlsx or as 'CSV UTF-8', have it checked, then send it. A query is answered by text in the note of its row."],
        [],
        ["column", "needed", "what to write", "words it takes"],
        .. ColumnGuidance.For(kind, reference).Select(column => (string[])
            [column.Column.Name, column.Column.Required ? "yes" : "", column.Holds, string.Join(", ", column.Words)]),
        .. Subcategories(kind, reference),
        .. Measures(kind, reference),
    ];

    private static IEnumerable<string[]> Subcategories(ReturnKind kind, ReferenceData reference) => kind != ReturnKind.Savings ? [] :
    [
        [],
        ["category", "", "subcategory", "what the LGA calls it"],
        .. reference.Taxonomy.Subcategories.Select(entry => (string[])[entry.Category, "", entry.Code, entry.Label]),
    ];

    private static IEnumerable<string[]> Measures(ReturnKind kind, ReferenceData reference)
    {
        var measures = reference.Measures.All.Where(measure => measure.Kind == kind).ToArray();
        return measures.Length == 0 ? [] :
        [
            [],
            ["measure", "unit", "what it is", "numerator / denominator"],
            .. measures.Select(measure => (string[])
            [
                measure.Code, string.Join(" or ", measure.FiledUnits.Select(Codes.Of)), measure.Definition,
                measure.Per is null ? "" : $"{measure.Numerator} / {measure.Denominator}",
            ]),
        ];
    }
}
