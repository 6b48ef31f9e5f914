using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Holds every money total against what councils spend or save for each resident: the population is known, so that thousands filed
/// as pounds are seen whether or not anybody else has filed. One question for each measure.</summary>
internal static class ResidentRanges
{
    private const string OneOffCost = "one_off_cost";
    private const decimal Thousand = 1_000;

    public static void Check(BetweenScope scope)
    {
        var own = scope.Own;
        FinancialYear[] years =
        [
            .. own.Savings.Select(row => row.Year).Concat(own.Budgets.Select(row => row.Year)).Distinct().Order(),
        ];
        var totals = years.SelectMany(year => ComparedFigures.Of(own, year, scope.Reference)
            .Where(figure => figure is { Kind: "money", Part: "" or ComparedFigures.Total })
            .Select(figure => (Figure: figure, Residents: Residents(year, scope))));
        CheckOneOffCosts(years, scope);
        foreach (var measure in totals.Where(total => total.Residents > 0).GroupBy(total => total.Figure.Measure))
        {
            if (scope.Rules.ResidentRange(measure.Key) is { } range && !scope.HasSlipped(measure.Key))
            {
                Check([.. measure.Select(total => new PerResident(total.Figure, total.Residents!.Value)).Where(total =>
                    !total.IsWithin(range) && (IsDeclared(total.Figure, scope) || !total.IsTooSmallEither(range)))], range, scope);
            }
        }
    }

    /// <summary>Something may cost next to nothing once, so that only what is too much for all residents is asked about.</summary>
    private static void CheckOneOffCosts(FinancialYear[] years, BetweenScope scope)
    {
        var range = scope.Rules.ResidentRange(OneOffCost)!;
        var costs = years.SelectMany(year => scope.Own.Savings.Where(row => row.Year == year && row.OneOffCost is { Value: > 0 })
            .GroupBy(row => row.Status)
            .Select(rows => (Figure: OfCosts([.. rows]), Residents: Residents(year, scope))));
        Check([.. costs.Where(cost => cost.Residents > 0).Select(cost => new PerResident(cost.Figure, cost.Residents!.Value))
            .Where(cost => cost.Value > range.Max)], range, scope);
    }

    private static ComparedFigure OfCosts(SavingsRow[] rows)
    {
        SavingsRow[] totals = [.. rows.Where(row => row.Category is null)];
        var counted = totals.Length > 0 ? totals : rows;
        var (first, sum) = (counted[0], counted.Sum(row => row.OneOffCost!.Value * (row.Unit.IsMoney() ? row.Unit.Scale() : 1)));
        return new ComparedFigure(OneOffCost, ComparedFigures.Total, first.Status, "money",
            new Place(first.Line, OneOffCost, first.OneOffCost!.AsFiled, first.Note), sum, 0, null);
    }

    /// <summary>Parts without a total row may be few and small: of them only what would fit in thousands is asked about.</summary>
    private static bool IsDeclared(ComparedFigure figure, BetweenScope scope) =>
        figure.Measure != ComparedFigures.Savings || scope.Own.Savings.Any(row => row.Line == figure.Place.Line && row.Category is null);

    private static void Check(PerResident[] outside, ResidentRange range, BetweenScope scope)
    {
        if (outside.Length == 0 || scope.HasAskedOn(outside[0].Figure.Place.Line))
        {
            return;
        }

        var (first, figure) = (outside[0], outside[0].Figure);
        var definition = range.Holds(first.Value * Thousand) ? FindingCatalogue.ThousandsForPounds
            : range.Holds(first.Value / Thousand) ? FindingCatalogue.PoundsForThousands
            : FindingCatalogue.PerResidentImplausible;
        scope.Ask(
            figure.Measure, definition, figure.Place,
                $"{Figures.Plain(Math.Round(range.Min * first.Residents))} to {Figures.Plain(Math.Round(range.Max * first.Residents))}",
            ComparedFigure.Words(figure.Measure), Figures.Lines([.. outside.Select(total => total.Figure.Place.Line).Distinct().Order()]),
            Short(first.Value), Figures.Plain(first.Residents), Figures.Plain(range.Min), Figures.Plain(range.Max));
    }

    /// <summary>The residents of a council, or of all members of a partnership; null where one of them is not known.</summary>
    private static decimal? Residents(FinancialYear year, BetweenScope scope)
    {
        CouncilCode[] councils = scope.Reference.Groups.FindPartnership(scope.Path.Council.Value) is { } partnership
            ? [.. partnership.Members] : [scope.Path.Council];
        var areas = councils.Select(code => scope.Reference.Councils.Find(code, year)
                ?? scope.Reference.Councils.Find(code, scope.Path.Year))
            .Select(council => council is null ? null : scope.Reference.Areas.Nearest(council, "population", year)?.Value).ToArray();
        return areas.Any(area => area is null) ? null : areas.Sum();
    }

    private static string Short(decimal number) => Math.Abs(number) >= 1 ? Figures.Plain(Math.Round(number, 2))
        : number.ToString("0.00####", CultureInfo.InvariantCulture);

    private sealed record PerResident(ComparedFigure Figure, decimal Residents)
    {
        public decimal Value => Figure.Value / Residents;

        public bool IsTooSmallEither(ResidentRange range) => Value * Thousand < range.Min;

        /// <summary>Negative figures have a question of their own, and nothing saved is an answer; a budget of nothing is none.</summary>
        public bool IsWithin(ResidentRange range) =>
            Figure.Value < 0 || (Figure.Value == 0 && Figure.Measure == ComparedFigures.Savings) || range.Holds(Value);
    }
}
