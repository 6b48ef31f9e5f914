using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>What the checks of one return share. <c>YearsMisfiled</c> is true where no row speaks of the return's own year: that is
/// reported once, not again for each row. <c>PointsGroup</c> is true where points group thousands in the file. <c>Questioned</c> are the
/// measures of which a unit seems to have slipped: nothing more is asked about them.</summary>
internal sealed record CheckScope(ReturnPath Path, ReferenceData Reference, FindingList Findings, bool YearsMisfiled, bool PointsGroup)
{
    public HashSet<string> Questioned { get; } = new(StringComparer.Ordinal);
}

/// <summary>The cells of one row while they are checked, and where what is found about them goes.</summary>
internal sealed class RowCells(RawRow row, CheckScope scope)
{
    private const int MostNamed = 3;

    public int Line => row.Line;

    public CheckScope Scope => scope;

    public ReferenceData Reference => scope.Reference;

    public string? Note => Optional("note");

    public string this[string column] => row[column];

    /// <summary>The cell's text, null where it is blank.</summary>
    public string? Optional(string column) => string.IsNullOrWhiteSpace(row[column]) ? null : row[column];

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
        scope.Findings.Add(definition, Line, Note, column, row[column], expected, details);
}
