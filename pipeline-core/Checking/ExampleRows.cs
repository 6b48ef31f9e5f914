using System.Globalization;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Finds example rows of our own template among the rows of a return.</summary>
internal static class ExampleRows
{
    private static readonly Dictionary<ReturnKind, (string Column, string Text)[][]> Examples =
        Enum.GetValues<ReturnKind>().ToDictionary(kind => kind, WithoutNote);

    /// <summary>True, and reported, where the row has the note of an example, or is one in every cell but its year.</summary>
    public static bool Is(RowCells cells)
    {
        var kind = cells.Scope.Path.Kind;
        var isExample = TemplateExamples.HasNote(cells["note"])
            || Array.Exists(Examples[kind], example => Equals(cells, example));
        if (isExample)
        {
            cells.Scope.Findings.Add(
                FindingCatalogue.TemplateExample, cells.Line, null, cells.Note is null ? null : "note", cells.Note,
                    "the council's own figures");
        }

        return isExample;
    }

    private static bool Equals(RowCells cells, (string Column, string Text)[] example)
    {
        foreach (var (column, text) in example)
        {
            if (!Same(cells[column], text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The examples without a note, each as its columns and their texts, but for the year.</summary>
    private static (string Column, string Text)[][] WithoutNote(ReturnKind kind) =>
    [
        .. TemplateExamples.WithoutNote(kind).Select(example => ReturnLayout.For(kind).Columns.Zip(example)
            .Where(cell => cell.First.Name != YearCell.Column).Select(cell => (cell.First.Name, cell.Second)).ToArray()),
    ];

    /// <summary>Excel may have made a number of the text: 8 and 8.0 are the same.</summary>
    private static bool Same(string cell, string example) =>
        Codes.AreSame(cell, example) || (Number(example) is { } number && number == Number(cell));

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
