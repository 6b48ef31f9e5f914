using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Holds the figures of a return against those of last year's accepted return of its kind: first for slipped units, measure by
/// measure, then for changes beyond the threshold of each measure. A council whose area changed with the year is asked about units
/// alone.</summary>
internal static class LastYear
{
    public static void Check(BetweenScope scope)
    {
        var before = scope.Path.Year.StartYear > FirstYear ? scope.Path.Year.Previous : (FinancialYear?)null;
        var last = scope.Others.FirstOrDefault(other => other.Path!.Year == before && other.Path.Kind == scope.Path.Kind);
        if (last is null || before is not { } year)
        {
            return;
        }

        var then = ComparedFigures.Of(last, year, scope.Reference).ToLookup(figure => (figure.Measure, Codes.Fold(figure.Part)));
        foreach (var measure in ComparedFigures.Of(scope.Own, scope.Path.Year, scope.Reference).GroupBy(figure => figure.Measure))
        {
            CheckMeasure([.. measure], figure => then[(figure.Measure, Codes.Fold(figure.Part))], year, scope);
        }
    }

    // The first year that a path can name has no year before it.
    private const int FirstYear = 1990;

    private static void CheckMeasure(
        IReadOnlyList<ComparedFigure> figures, Func<ComparedFigure, IEnumerable<ComparedFigure>> before, FinancialYear year,
        BetweenScope scope)
    {
        // A figure without one of its own status is still held against the others for its unit: that is the same in all of them.
        var slips = figures
            .Select(figure =>
                (Figure: figure,
                    Then: before(figure).FirstOrDefault(then => then.Status == figure.Status) ?? before(figure).FirstOrDefault()))
            .Where(pair => pair.Then is not null && IsLarge(pair.Figure, pair.Then, scope.Rules))
            .Select(pair => (pair.Figure, pair.Then, Slip: scope.Rules.SlipOf(pair.Figure.Value, pair.Then!.Value)))
            .Where(pair => pair.Slip is not null)
            .ToArray();
        if (slips.Length > 0)
        {
            var (figure, then, slip) = slips[0];
            scope.ReportSlip(
                [.. slips.Where(other => other.Slip == slip).Select(other => other.Figure)], slip!.Value, then!.Value,
                $"that in the accepted return for {year}, which has {Figures.Plain(then.Value)} where {figure.Place.AsFiled} stands now");
            return;
        }

        if (scope.Reference.Councils.AreaChangedIn(scope.Path.Council, scope.Path.Year))
        {
            return;
        }

        foreach (var figure in figures.Where(figure => !IsBreak(figure.Measure, scope)))
        {
            if (before(figure).FirstOrDefault(then => then.Status == figure.Status) is { } then)
            {
                CheckChange(figure, then, year, scope);
            }
        }
    }

    private static void CheckChange(ComparedFigure now, ComparedFigure then, FinancialYear year, BetweenScope scope)
    {
        var rule = scope.Rules.For(now.Measure, now.Kind);
        if (!IsLarge(now, then, scope.Rules) || !rule.IsNotable(then.Value, now.Value))
        {
            return;
        }

        var change = then.Value == 0
            ? (decimal?)null
            : ((double)now.Value / (double)then.Value - 1) * 100 is var percent && Math.Abs(percent) < 1e9 ? (decimal)percent : 1e9m;
        var words = change is { } moved
            ? $"{Figures.Plain(Math.Abs(Math.Round(moved, 1)))} per cent {(moved > 0 ? "more" : "less")}"
            : "it was nothing then";
        scope.Report(
            FindingCatalogue.ChangedFromLastYear, now.Place, $"a change of less than {Figures.Plain(rule.Percent)} per cent",
            now.Name, year.ToString(), Figures.Plain(Math.Round(then.Value, 2)), words);
    }

    /// <summary>False where both figures, or the people beneath both, are so few that chance alone moves them.</summary>
    private static bool IsLarge(ComparedFigure now, ComparedFigure then, PlausibilityRules rules) =>
        rules.For(now.Measure, now.Kind).IsLarge(then.Value, now.Value)
        && Math.Max(now.People ?? decimal.MaxValue, then.People ?? decimal.MaxValue) >= rules.PeopleFloor;

    private static bool IsBreak(string measure, BetweenScope scope) =>
        scope.Reference.Measures.All.FirstOrDefault(entry => entry.Code == measure)?.Breaks.Contains(scope.Path.Year) == true;
}
