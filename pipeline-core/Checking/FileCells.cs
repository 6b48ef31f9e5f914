using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>The cells of one row of a return or a dataset while they are checked, and where what is found about them goes.</summary>
internal class FileCells(RawRow row, FindingList findings)
{
    private const int MostNamed = 3;

    public int Line => row.Line;

    public string? Note => Optional("note");

    public string this[string column] => row[column];

    /// <summary>The cell's text, null where it is blank.</summary>
    public string? Optional(string column) => row[column] is var text && string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The cell's text; null where it is blank, which is then reported.</summary>
    public string? Required(string column, string expected)
    {
        var text = Optional(column);
        if (text is null)
        {
            Report(FindingCatalogue.CellRequired, column, expected);
        }

        return text;
    }

    /// <summary>Reports a cell that is not understood; where characters are in it that nobody sees or that look like others, by their
    /// names.</summary>
    public void ReportUnread(FindingDefinition definition, string column, string expected, params ReadOnlySpan<string> details)
    {
        if (Characters.Strange(row[column]) is { Count: > 0 } strange)
        {
            Report(FindingCatalogue.CharacterStrange, column, expected,
                string.Join(", ", strange.Take(MostNamed).Select(CharacterNames.Of)));
        }
        else
        {
            Report(definition, column, expected, details);
        }
    }

    public void Report(FindingDefinition definition, string column, string expected, params ReadOnlySpan<string> details) =>
        findings.Add(definition, Line, Note, column, row[column], expected, details);
}
