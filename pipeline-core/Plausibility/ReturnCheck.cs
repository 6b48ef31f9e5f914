using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>A file that was read and checked by itself, to be finished once: alone, or against what else is known.</summary>
public sealed class ReturnCheck
{
    private readonly CheckedRows? rows;
    private readonly CheckedReturn? refused;

    internal ReturnCheck(CheckedRows rows)
    {
        this.rows = rows;
        ComparedMetrics = PeerComparison.Metrics(rows.Rows, rows.Scope.Reference);
        StatedMeasures = [.. rows.Rows.Budgets.Where(row => row.Status == FigureStatus.Actual).Select(row => row.Measure)
            .Concat(rows.Rows.Activities.Where(row => row.Status == FigureStatus.Actual).Select(row => row.Measure)).Distinct()];
    }

    internal ReturnCheck(CheckedReturn refused) => this.refused = refused;

    /// <summary>The metrics of which other councils' values can be held against this return, a rejected one too.</summary>
    public IReadOnlyList<string> ComparedMetrics { get; } = [];

    /// <summary>The measures of which the return states what was: publishers may state the same.</summary>
    public IReadOnlyList<string> StatedMeasures { get; } = [];

    public int RowsRead => (refused ?? rows!.Rows).RowsRead;

    /// <summary>The checked return; its figures are held against those of the <paramref name="context"/> where there is one.</summary>
    public CheckedReturn Finish(CheckingContext? context)
    {
        if (rows is null)
        {
            return refused!;
        }

        BetweenReturns.Check(rows.Rows, context, rows.Scope);

        return rows.Finish();
    }
}
