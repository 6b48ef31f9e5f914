using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Flaws of cells that do not keep a row from being read: one finding for each kind and column, at the first of its
/// lines.</summary>
internal sealed class FlawGroups
{
    private readonly Dictionary<(FindingDefinition Definition, string? Column), (CellFlaw First, List<int> Lines)> groups = [];

    public void Add(int line, ReturnColumn column, CellFlaw flaw)
    {
        // What is struck out is asked about once, whatever its columns.
        var key = (flaw.Definition, flaw.Definition == FindingCatalogue.RowsStruckOut ? null : column.Name);
        if (!groups.TryGetValue(key, out var group))
        {
            groups[key] = group = (flaw, []);
        }

        if (group.Lines.Count == 0 || group.Lines[^1] != line)
        {
            group.Lines.Add(line);
        }
    }

    public IEnumerable<Finding> Findings =>
        from entry in groups
        let lines = LineList.Of(entry.Value.Lines)
        let first = entry.Value.First
        select entry.Key.Column is { } column
            ? entry.Key.Definition.At(entry.Value.Lines[0], column, first.Value, first.Expected, lines)
            : entry.Key.Definition.At(entry.Value.Lines[0], null, lines, first.Expected);
}
