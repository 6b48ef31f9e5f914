using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Holds percentages of the budget against the savings and the budget of the council's returns of the year:
/// |100 · savings / budget − stated| may be half a unit of the last place stated, and what the rounding of the two adds. A percentage of
/// a budget that is not said to be net agrees where it agrees with the net or with the gross one.</summary>
internal static class StatedPercentages
{
    private const decimal Whole = 100;

    private static readonly FigureStatus[] BudgetStatuses = [FigureStatus.Actual, FigureStatus.Projected, FigureStatus.Target];

    public static void Check(BetweenScope scope)
    {
        if (scope.Path.Kind is not (ReturnKind.Savings or ReturnKind.Budget) || !scope.IsWhole)
        {
            return;
        }

        var savings = scope.OfYear.Where(filed => filed.Path!.Kind == ReturnKind.Savings).SelectMany(filed => filed.Savings);
        foreach (var group in savings.GroupBy(row => (row.Year, row.Status)))
        {
            SavingsRow[] stated = [.. group.Where(row => row.Unit is Unit.PercentOfNetBudget or Unit.PercentOfBudget)];
            foreach (var row in stated)
            {
                CheckStated(row, Amount(row.Category, group), scope);
            }

            if (stated.All(row => row.Category is not null) && ComparedFigures.Whole(group) is { } whole)
            {
                CheckShare(whole, group.Key.Year, group.Key.Status, scope);
            }
        }
    }

    private static ComparedFigure? Amount(string? category, IEnumerable<SavingsRow> rows) =>
        ComparedFigures.Whole(category is null ? rows : rows.Where(row => row.Category == category));

    private static void CheckStated(SavingsRow row, ComparedFigure? amount, BetweenScope scope)
    {
        BudgetRow[] budgets =
        [
            .. new[]
            {
                Budget("net_budget", row.Year, row.Status, scope),
                row.Unit == Unit.PercentOfBudget ? Budget("gross_budget", row.Year, row.Status, scope) : null,
            }.OfType<BudgetRow>(),
        ];
        if (amount is null || budgets.Length == 0 || scope.HasSlipped(ComparedFigures.Savings) || scope.HasSlipped(Codes.Of(row.Unit))
            || budgets.Any(budget => scope.HasSlipped(budget.Measure) || Agrees(row.Amount, amount, Sum.Of([budget]))))
        {
            return;
        }

        var nearest = budgets[0];
        var given = Whole * amount.Value / Sum.Of([nearest]).Value;
        var place = scope.Path.Kind == ReturnKind.Savings ? new Place(row.Line, "amount", row.Amount.AsFiled, row.Note) : PlaceOf(nearest);
        if (scope.Rules.SlipOf(given, row.Amount.Value) is { } slip)
        {
            var ofSavings = scope.Path.Kind == ReturnKind.Savings;
            var figure = ofSavings
                ? amount
                : ComparedFigures.Of(scope.Own, nearest.Year, scope.Reference).First(own => own.Place.Line == nearest.Line);
            scope.ReportSlip(
                [figure], ofSavings ? slip : 1 / slip, ofSavings ? figure.Value / slip : figure.Value * slip,
                $"what the {row.Amount.AsFiled} per cent stated and "
                    + $"{(ofSavings ? Words(nearest) : $"savings of {Figures.Plain(amount.Value)}")} give");
            return;
        }

        scope.Report(
            FindingCatalogue.PercentDisagrees, place, $"{Figures.ToPlacesOf(given, row.Amount)} per cent",
            row.Amount.AsFiled, Figures.Plain(amount.Value), $"line {amount.Place.Line} of the savings return", Words(nearest));
    }

    /// <summary>Without a percentage to hold them against, savings are only asked whether they can be so large.</summary>
    private static void CheckShare(ComparedFigure whole, FinancialYear year, FigureStatus status, BetweenScope scope)
    {
        if (scope.HasSlipped(ComparedFigures.Savings) || Budget("net_budget", year, status, scope) is not { } budget
            || scope.HasSlipped(budget.Measure))
        {
            return;
        }

        var net = Sum.Of([budget]);
        if (!IsNothing(net) && Whole * (whole.Value - whole.Slack) > scope.Rules.HighShareOfBudget * (net.Value + net.Slack))
        {
            scope.Report(
                FindingCatalogue.SavingsHighForBudget, scope.Path.Kind == ReturnKind.Savings ? whole.Place : PlaceOf(budget),
                Figures.Plain(scope.Rules.HighShareOfBudget * net.Value / Whole), Figures.Plain(whole.Value),
                $"line {whole.Place.Line} of the savings return", Figures.Plain(Math.Round(Whole * whole.Value / net.Value, 1)),
                Words(budget));
        }
    }

    private static bool Agrees(FiledNumber stated, ComparedFigure amount, Sum budget) =>
        IsNothing(budget)
        || (stated.High * (budget.Value + budget.Slack) >= Whole * (amount.Value - amount.Slack)
            && stated.Low * (budget.Value - budget.Slack) <= Whole * (amount.Value + amount.Slack));

    /// <summary>Nothing can be divided by a budget that may be nought; pence are no budget either.</summary>
    private static bool IsNothing(Sum budget) => budget.Value <= budget.Slack || budget.Value < 1;

    /// <summary>The whole budget of a year: of the figure's own status, or else as set.</summary>
    private static BudgetRow? Budget(string measure, FinancialYear year, FigureStatus status, BetweenScope scope)
    {
        BudgetRow[] rows = [.. scope.OfYear.SelectMany(filed => filed.Budgets).Where(row => row.Measure == measure && row.Year == year
            && row.Service is null)];
        return BudgetStatuses.Prepend(status).Select(wanted => rows.FirstOrDefault(row => row.Status == wanted))
            .FirstOrDefault(row => row is not null);
    }

    private static Place PlaceOf(BudgetRow row) => new(row.Line, "amount", row.Amount.AsFiled, row.Note);

    private static string Words(BudgetRow row) =>
        $"a {row.Measure.Replace('_', ' ')} of {Figures.Plain(row.Amount.Value * row.Unit.Scale())} (line {row.Line} of the budget return)";
}
