using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks a return in one pass: its path, every row by itself, rows against each other, and the sums they make. A later
/// stage looks only at what the earlier ones left sound, so that one fault is reported once.</summary>
internal static class ReturnChecker
{
    private static readonly TypedRows Empty = new([], [], [], []);

    public static CheckedRows Check(ReturnPath path, RawReturn raw, ReferenceData reference, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(reference);
        if (path.Kind != raw.Kind)
        {
            throw new ArgumentException($"'{path}' was read as '{raw.Kind}'.", nameof(raw));
        }

        var findings = new FindingList(ReturnLayout.For(path.Kind));
        TakeOver(raw, findings);
        PathChecks.CheckCouncil(path, reference, findings);
        var scope = new CheckScope(path, reference, findings, PathChecks.YearsAreMisfiled(path, raw, findings), PointGroups.AreIn(raw));

        var rows = path.Kind switch
        {
            ReturnKind.Savings => Empty with { Savings = CheckSavings(raw, scope, token) },
            ReturnKind.Budget => Empty with { Budgets = CheckBudgets(raw, scope, token) },
            ReturnKind.Activity => Empty with { Activities = CheckActivities(raw, scope, token) },
            _ => Empty with { Prices = CheckPrices(raw, scope, token) },
        };
        return new CheckedRows(
            new CheckedReturn(path, findings.Status, raw.RowsRead, rows.Savings, rows.Budgets, rows.Activities, rows.Prices, [],
                findings.Counts), scope);
    }

    private static List<SavingsRow> CheckSavings(RawReturn raw, CheckScope scope, CancellationToken token)
    {
        var categories = new CategoryCheck();
        var rows = CheckRows(raw, scope, cells => SavingsRowChecks.Check(cells, categories), token);
        categories.Report();
        NumberShapes.Check(Filed(scope, Empty with { Savings = rows }), scope);
        Duplicates.Check(rows, scope.Findings);
        TotalRows.CheckSeveral(Sound(), scope.Findings);
        TotalRows.CheckCategories(Sound(), scope.Findings);
        var sound = Sound();
        SavingsArithmetic.Check(sound, sound.Count == raw.RowsRead, scope.Reference.Taxonomy.Categories.Count, scope.Findings);
        return rows;

        List<SavingsRow> Sound() => scope.Findings.HasErrors ? [.. rows.Where(row => !scope.Findings.HasErrorOn(row.Line))] : rows;
    }

    private static List<BudgetRow> CheckBudgets(RawReturn raw, CheckScope scope, CancellationToken token)
    {
        var rows = CheckRows(raw, scope, BudgetRowChecks.Check, token);
        NumberShapes.Check(Filed(scope, Empty with { Budgets = rows }), scope);
        Duplicates.Check(rows, scope.Findings);
        BudgetArithmetic.Check([.. rows.Where(row => !scope.Findings.HasErrorOn(row.Line) && !scope.Questioned.Contains(row.Measure))],
            scope.Findings);
        return rows;
    }

    private static List<ActivityRow> CheckActivities(RawReturn raw, CheckScope scope, CancellationToken token)
    {
        var rows = CheckRows(raw, scope, ActivityRowChecks.Check, token);
        NumberShapes.Check(Filed(scope, Empty with { Activities = rows }), scope);
        Duplicates.Check(rows, scope.Findings);
        return rows;
    }

    private static List<PriceRow> CheckPrices(RawReturn raw, CheckScope scope, CancellationToken token)
    {
        var rows = CheckRows(raw, scope, PriceRowChecks.Check, token);
        NumberShapes.Check(Filed(scope, Empty with { Prices = rows }), scope);
        Duplicates.Check(rows, scope.Findings);
        return rows;
    }

    private static List<T> CheckRows<T>(RawReturn raw, CheckScope scope, Func<RowCells, T?> check, CancellationToken token)
        where T : class
    {
        var rows = new List<T>(raw.Rows.Count);
        foreach (var filed in raw.Rows)
        {
            token.ThrowIfCancellationRequested();
            var cells = new RowCells(filed, scope);
            if (!ExampleRows.Is(cells) && check(cells) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static CheckedReturn Filed(CheckScope scope, TypedRows rows) => new(
        scope.Path, ReturnStatus.Accepted, 0, rows.Savings, rows.Budgets, rows.Activities, rows.Prices, [], new FindingCounts(0, 0, 0));

    /// <summary>What reading found counts as well; a query about a row is answered by that row's note.</summary>
    private static void TakeOver(RawReturn raw, FindingList findings)
    {
        var lines = raw.Findings.Select(finding => finding.Line).ToHashSet();
        var notes = (lines.Count == 0 ? [] : raw.Rows.Where(row => lines.Contains(row.Line))).DistinctBy(row => row.Line)
            .ToDictionary(row => row.Line, row => row["note"]);
        foreach (var finding in raw.Findings)
        {
            var isAnswered = finding.Line is not null && !FindingCatalogue.NeedsToBeSeen(finding.Code);
            findings.Add(finding, isAnswered ? notes.GetValueOrDefault(finding.Line!.Value) : null);
        }

        findings.AddUnlisted(raw.Unlisted);
    }

    private sealed record TypedRows(
        IReadOnlyList<SavingsRow> Savings, IReadOnlyList<BudgetRow> Budgets, IReadOnlyList<ActivityRow> Activities,
        IReadOnlyList<PriceRow> Prices);
}
