using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Gathers the findings of one return: counts them all and keeps the first in order of line, column and code, so that a file
/// with a million faults costs no more memory than one with a thousand.</summary>
internal sealed class FindingList(ReturnLayout layout)
{
    /// <summary>Findings listed for one return; the rest are counted.</summary>
    public const int MostListed = ReadingLimits.MostListed;

    private readonly Dictionary<string, int> columnOrder =
        layout.Columns.Select((column, index) => (column.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index);

    // The last of the kept findings is on top, to make room for one that comes before it.
    private readonly PriorityQueue<Finding, Place> kept = new(Comparer<Place>.Create((a, b) => b.CompareTo(a)));
    private readonly HashSet<int> linesInError = [];
    private readonly int[] counts = new int[Enum.GetValues<Severity>().Length];
    private int added;
    private int unexplained;

    public FindingCounts Counts =>
        new(counts[(int)Severity.Error], counts[(int)Severity.Query], counts[(int)Severity.Notice]);

    public ReturnStatus Status =>
        counts[(int)Severity.Error] > 0 ? ReturnStatus.Rejected
        : unexplained > 0 ? ReturnStatus.NeedsExplanation
        : ReturnStatus.Accepted;

    /// <summary>Whether any row is in error.</summary>
    public bool HasErrors => linesInError.Count > 0;

    public bool HasErrorOn(int line) => linesInError.Contains(line);

    /// <summary>Adds a finding about a row; a query that the row's note answers does not hold the return.</summary>
    public void Add(
        FindingDefinition definition, int? line, string? note, string? column, string? value, string expected,
        params ReadOnlySpan<string> details)
    {
        Count(definition.Severity, line, note);
        if (Reserve(line, column, definition.Code) is { } place)
        {
            kept.Enqueue(definition.At(line, column, value, expected, details), place);
        }
    }

    /// <summary>Takes over a finding that was made elsewhere.</summary>
    public void Add(Finding finding, string? note)
    {
        Count(finding.Severity, finding.Line, note);
        if (Reserve(finding.Line, finding.Column, finding.Code) is { } place)
        {
            kept.Enqueue(finding, place);
        }
    }

    /// <summary>Counts errors that are listed nowhere: they come after a thousand others.</summary>
    public void AddUnlisted(int errors) => counts[(int)Severity.Error] += errors;

    public IReadOnlyList<Finding> InOrder() =>
        [.. kept.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element)];

    private void Count(Severity severity, int? line, string? note)
    {
        counts[(int)severity]++;
        if (severity == Severity.Query && (note is null || NumberFaults.IsPlaceholder(note)))
        {
            unexplained++;
        }

        if (severity == Severity.Error && line is { } inError)
        {
            linesInError.Add(inError);
        }
    }

    /// <summary>A place among the kept findings, or null where the finding comes after all of them and there is no room.</summary>
    private Place? Reserve(int? line, string? column, string code)
    {
        var place = new Place(line ?? 0, ColumnOrder(column), code, added++);
        if (kept.Count == MostListed)
        {
            kept.TryPeek(out _, out var last);
            if (place.CompareTo(last) > 0)
            {
                return null;
            }

            kept.Dequeue();
        }

        return place;
    }

    private int ColumnOrder(string? column) =>
        column is null ? -1 : columnOrder.TryGetValue(column, out var order) ? order : columnOrder.Count;

    private readonly record struct Place(int Line, int Column, string Code, int Added) : IComparable<Place>
    {
        public int CompareTo(Place other)
        {
            var byCell = (Line, Column).CompareTo((other.Line, other.Column));
            var byCode = byCell != 0 ? byCell : string.CompareOrdinal(Code, other.Code);
            return byCode != 0 ? byCode : Added.CompareTo(other.Added);
        }
    }
}
