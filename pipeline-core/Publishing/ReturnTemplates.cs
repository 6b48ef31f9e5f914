using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>Templates of the four kinds of return. The example rows are made up and pass the checks as they stand.</summary>
public static class ReturnTemplates
{
    private static readonly Dictionary<ReturnKind, string[]> Examples = new()
    {
        [ReturnKind.Savings] =
        [
            "2012-13,total,,,1200000,gbp,actual,,,,,Replace these two example rows; further categories go below",
            "2012-13,prevention,promoting-independence,Reablement at home,1200000,gbp,actual,assured,delivery,recurrent,50000,",
        ],
        [ReturnKind.Budget] =
        [
            "2012-13,net_budget,,45000000,gbp,actual,Replace these two example rows",
            "2012-13,council_net_budget,,160000000,gbp,actual,The whole council's; leave out what you do not know",
        ],
        [ReturnKind.Activity] =
        [
            "2012-13,admissions_65plus_per_1000,,200,25000,8.0,per_1000,actual,Replace these two example rows",
            "2012-13,home_care_contact_hours,,,,500000,hours,actual,",
        ],
        [ReturnKind.Prices] =
        [
            "2012-13,Residential care 65+,Example Care Home Ltd,10,placements,520.00,Replace these two example rows",
            "2012-13,Home care,Example Home Care Ltd,20000,hours,14.50,",
        ],
    };

    /// <summary>The columns and the example rows.</summary>
    public static string Csv(ReturnKind kind) => string.Concat(Lines(kind).Select(line => $"{line}\r\n"));

    /// <summary>The same on the first sheet of an .xlsx, whose cells are text, and on a second what each column takes.</summary>
    public static byte[] Workbook(ReturnKind kind, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return SpreadsheetFile.Of(
            [
                SpreadsheetPage.OfText("Return", Lines(kind).Select(line => line.Split(',')), [.. ReturnLayout.For(kind).Columns.Select(_ => 20)]),
                SpreadsheetPage.OfText("Guidance", Guidance(kind, reference), [34, 12, 60, 60, 40]),
            ]);
    }

    /// <summary>No example holds a comma or a quote.</summary>
    private static IEnumerable<string> Lines(ReturnKind kind) =>
        Examples[kind].Prepend(string.Join(',', ReturnLayout.For(kind).Columns.Select(column => column.Name)));

    private static IEnumerable<string[]> Guidance(ReturnKind kind, ReferenceData reference) =>
    [
        [$"How to fill in a {Codes.Of(kind)} return"],
        ["Write on the first sheet, one figure to a row, and leave its headings as they are. Optional columns may be left out."],
        ["A figure that is not known is left out with its row; it is never zero. Money: 1234567, 1,234,567.00 or £1.2m, in the unit of the row."],
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
