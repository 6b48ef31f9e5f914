using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>A return whose rows are checked by themselves. What holds them against other figures adds its findings through
/// <see cref="Scope"/> before the return is finished.</summary>
internal sealed record CheckedRows(CheckedReturn Rows, CheckScope Scope)
{
    /// <summary>The return with everything that was found, and what becomes of it.</summary>
    public CheckedReturn Finish()
    {
        var findings = Scope.Findings;
        if (findings.Status == ReturnStatus.Accepted)
        {
            KeptRows.Check(Rows, Scope);
        }

        // Nobody asks for the rows of a rejected return: keeping them would make its memory grow with its length.
        var kept = findings.Status == ReturnStatus.Rejected ? Rows with { Savings = [], Budgets = [], Activities = [], Prices = [] } : Rows;
        return kept with { Status = findings.Status, Findings = findings.InOrder(), Counts = findings.Counts };
    }
}
