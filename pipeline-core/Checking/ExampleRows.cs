using System.Globalization;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Finds example rows of our own template among the rows of a return.</summary>
internal static class ExampleRows
{
    /// <summary>True, and reported, where the row has the note of an example, or is one in every cell but its year.</summary>
    public static bool Is(RowCells cells)
    {
        var kind = cells.Scope.Path.Kind;
        var isExample = TemplateExamples.HasNote(cells["note"])
            || TemplateExamples.WithoutNote(kind).Any(example => Equals(cells, kind, example));
        if (isExample)
        {
            cells.Scope.Findings.Add(
                FindingCatalogue.TemplateExample, cells.Line, null, cells.Note is null ? null : "note", cells.Note,
                    "the council's own figures");
        }

        return isExample;
    }

    private static bool Equals(RowCells cells, ReturnKind kind, string[] example) => ReturnLayout.For(kind).Columns.Index()
        .Where(column => column.Item.Name != YearCell.Column)
        .All(column => Same(cells[column.Item.Name], example[column.Index]));

    /// <summary>Excel may have made a number of the text: 8 and 8.0 are the same.</summary>
    private static bool Same(string cell, string example) =>
        Codes.Fold(cell) == Codes.Fold(example) || (Number(cell) is { } number && number == Number(example));

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
