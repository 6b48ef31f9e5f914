using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Holds figures against each other that state one thing in two places: counts and the numerators of their rates, spending on
/// one service and all spending, denominators and the population of the area. Which belong together is data.</summary>
internal static class LinkedFigures
{
    private const decimal Whole = 100;

    public static void Check(BetweenScope scope)
    {
        foreach (var link in scope.Rules.Links)
        {
            foreach (var status in Enum.GetValues<FigureStatus>())
            {
                if (Find(link.Left, status, scope) is { } left && Find(link.Right, status, scope) is { } right
                    && (left.IsOwn || right.IsOwn))
                {
                    Check(link, left, right, scope);
                }
            }
        }
    }

    private static void Check(FigureLink link, Linked left, Linked right, BetweenScope scope)
    {
        var isPart = link.Relation == "at-most";
        var room = left.Slack + right.Slack + (Math.Max(left.Value, right.Value) * link.Percent / Whole);
        var tooLarge = left.Value - right.Value > room;
        var tooSmall = right.Value - left.Value > room;
        if (scope.HasSlipped(left.Measure) || scope.HasSlipped(right.Measure) || !(tooLarge || (tooSmall && !isPart)))
        {
            return;
        }

        var (own, other) = left.IsOwn ? (left, right) : (right, left);
        if (isPart && left.IsOwn)
        {
            scope.Report(
                FindingCatalogue.PartAboveWhole, own.Place!, $"{Figures.Plain(right.Value)} or less", ComparedFigure.Words(own.Measure),
                right.Words, Figures.Plain(right.Value));
        }
        else
        {
            scope.Report(
                FindingCatalogue.FiguresDisagree, own.Place!, Figures.Plain(other.Value), ComparedFigure.Words(own.Measure), other.Words,
                Figures.Plain(other.Value));
        }
    }

    private static Linked? Find(string term, FigureStatus status, BetweenScope scope)
    {
        if (term.StartsWith("area:", StringComparison.Ordinal))
        {
            return OfArea(term["area:".Length..], scope);
        }

        return scope.OfYear.Select(filed => OfReturn(filed, term.Split(':'), status, scope)).FirstOrDefault(found => found is not null);
    }

    private static Linked? OfReturn(CheckedReturn filed, string[] term, FigureStatus status, BetweenScope scope)
    {
        var (isOwn, year) = (filed == scope.Own, scope.Path.Year);
        var budget =
            filed.Budgets.FirstOrDefault(row => row.Measure == term[0] && row.Year == year && row.Status == status && row.Service is null);
        if (budget is not null)
        {
            return Of(budget.Amount, budget.Unit.Scale(), "amount", budget.Line, budget.Note, term[0], isOwn, "budget");
        }

        var row = filed.Activities.FirstOrDefault(row =>
            row.Measure == term[0] && row.Year == year && row.Status == status && row.ClientGroup is null);
        var side = term.Length > 1 ? term[1] : "value";
        var number = side switch { "numerator" => row?.Numerator, "denominator" => row?.Denominator, _ => row?.Value };
        var measure = number is null ? null : scope.Reference.Measures.Find(ReturnKind.Activity, row!.Measure);
        return number is null
            ? null
            : Of(number, side == "value" ? measure!.Scale(row!.Unit) : 1, side, row!.Line, row.Note, term[0], isOwn, "activity");
    }

    private static Linked Of(FiledNumber number, decimal scale, string column, int line, string? note, string measure, bool isOwn,
        string kind) => new(
        measure, $"the {column} of {ComparedFigure.Words(measure)} (line {line} of the {kind} return)", isOwn,
        new Place(line, column, number.AsFiled, note), number.Value * scale, number.Slack * scale);

    private static Linked? OfArea(string feature, BetweenScope scope)
    {
        var area = scope.Reference.Councils.Find(scope.Path.Council, scope.Path.Year);
        var figure = area is null ? null : scope.Reference.Areas.Nearest(area, feature, scope.Path.Year);
        return figure is null ? null : new Linked(
            feature, $"the {ComparedFigure.Words(feature).ToLowerInvariant()} of the area in {figure.Year}", false, null, figure.Value, 0);
    }

    private sealed record Linked(string Measure, string Words, bool IsOwn, Place? Place, decimal Value, decimal Slack);
}
