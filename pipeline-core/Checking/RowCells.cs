using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>What the checks of one return share. <c>YearsMisfiled</c> is true where no row speaks of the return's own year: that is
/// reported once, not again for each row. <c>PointsGroup</c> is true where points group thousands in the file. <c>Questioned</c> are the
/// measures of which a unit seems to have slipped: nothing more is asked about them.</summary>
internal sealed record CheckScope(ReturnPath Path, ReferenceData Reference, FindingList Findings, bool YearsMisfiled, bool PointsGroup)
{
    /// <summary>The years that were read, by their text: most rows are of the same.</summary>
    public Dictionary<string, FinancialYear> Years { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Questioned { get; } = new(StringComparer.Ordinal);
}

/// <summary>The cells of one row of a return while they are checked, and what the checks of the return share.</summary>
internal sealed class RowCells(RawRow row, CheckScope scope) : FileCells(row, scope.Findings)
{
    public CheckScope Scope => scope;

    public ReferenceData Reference => scope.Reference;
}
