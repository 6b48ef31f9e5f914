using Benchmarking.Core.Checking;

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
    }

    internal ReturnCheck(CheckedReturn refused) => this.refused = refused;

    /// <summary>The metrics of which other councils' values can be held against this return, a rejected one too.</summary>
    public IReadOnlyList<string> ComparedMetrics { get; } = [];

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
