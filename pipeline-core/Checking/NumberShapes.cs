using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>A number of a row with what it states. <c>IsWhole</c> says that it counts people or cases, which come whole;
/// <c>MayBeGrouped</c> that a point in it may group thousands: it is in £, or a total of people, hours or weeks.</summary>
internal readonly record struct StatedNumber(
    string Measure, int Line, string? Note, string Column, FiledNumber Number, bool IsWhole, bool MayBeGrouped);

/// <summary>Asks about numbers whose shape speaks against what they state: three decimals that may be thousands, and people in
/// parts. One question for each measure.</summary>
internal static class NumberShapes
{
    private const int PlacesOfThousands = 3;
    private const decimal Thousand = 1_000;

    public static void Check(CheckedReturn filed, CheckScope scope)
    {
        var (grouped, doubtful, broken) = (0, new List<StatedNumber>(), new List<StatedNumber>());
        foreach (var number in Stated(filed, scope.Reference))
        {
            if (scope.Findings.HasErrorOn(number.Line))
            {
                continue;
            }

            grouped += number.MayBeGrouped ? 1 : 0;
            if (MayBeThousands(number.Number))
            {
                if (number.MayBeGrouped)
                {
                    doubtful.Add(number);
                }
            }
            else if (number.IsWhole && number.Number.Value.Scale > 0 && number.Number.Value % 1 != 0)
            {
                broken.Add(number);
            }
        }

        CheckThousands(doubtful, allAre: doubtful.Count > 1 && doubtful.Count == grouped, scope);
        CheckWhole(broken, scope);
    }

    private static void CheckThousands(List<StatedNumber> doubtful, bool allAre, CheckScope scope)
    {
        var definition = scope.PointsGroup || allAre ? FindingCatalogue.PointsForThousands : FindingCatalogue.NumberThreeDecimals;
        foreach (var same in doubtful.GroupBy(number => number.Measure))
        {
            var meant = Figures.Plain(same.First().Number.Value * Thousand);
            Report(definition, [.. same], meant, scope, meant);
        }
    }

    private static void CheckWhole(List<StatedNumber> broken, CheckScope scope)
    {
        foreach (var same in broken.GroupBy(number => number.Measure))
        {
            Report(FindingCatalogue.CountNotWhole, [.. same],
                $"{Figures.Plain(Math.Round(same.First().Number.Value, MidpointRounding.AwayFromZero))}, or another whole number", scope);
        }
    }

    /// <summary>500.000 or 1.234, but neither 0.500 nor 1234.567, which group nothing; what is scaled by k or m is a decimal.</summary>
    private static bool MayBeThousands(FiledNumber number) =>
        number.Slack.Scale == PlacesOfThousands + 1 && number.Decimals == PlacesOfThousands
        && Math.Abs(number.Value) is >= 1 and < Thousand && number.Slack < 1 / Thousand;

    private static void Report(FindingDefinition definition, StatedNumber[] numbers, string expected, CheckScope scope,
        params ReadOnlySpan<string> details)
    {
        var first = numbers[0];
        if (scope.Questioned.Add(first.Measure))
        {
            scope.Findings.Add(
                definition, first.Line, first.Note, first.Column, first.Number.AsFiled, expected,
                [Figures.Lines([.. numbers.Select(number => number.Line).Distinct()]), .. details]);
        }
    }

    private static IEnumerable<StatedNumber> Stated(CheckedReturn filed, ReferenceData reference) =>
        filed.Savings.Select(row => new StatedNumber("savings", row.Line, row.Note, "amount", row.Amount, false, row.Unit == Unit.Gbp))
            .Concat(filed.Savings.Where(row => row.OneOffCost is not null).Select(row =>
                new StatedNumber("one_off_cost", row.Line, row.Note, "one_off_cost", row.OneOffCost!, false,
                    row.Unit is not (Unit.GbpThousands or Unit.GbpMillions))))
            .Concat(filed.Budgets.Select(row =>
                new StatedNumber(row.Measure, row.Line, row.Note, "amount", row.Amount, false, row.Unit == Unit.Gbp)))
            .Concat(filed.Activities.SelectMany(row => OfActivity(row, reference.Measures.Find(ReturnKind.Activity, row.Measure)!)))
            .Concat(filed.Prices.Select(row => new StatedNumber("quantity", row.Line, row.Note, "quantity", row.Quantity, false, true)))
            .Concat(filed.Prices.Select(row =>
                new StatedNumber("unit_price", row.Line, row.Note, "unit_price", row.UnitPrice, false, true)));

    private static IEnumerable<StatedNumber> OfActivity(ActivityRow row, Measure measure)
    {
        var isTotal = measure.Per is null;
        if (row.Value is { } value)
        {
            var mayBeGrouped = row.Unit == Unit.Gbp || (isTotal && row.Unit is Unit.Count or Unit.Hours or Unit.Weeks);
            yield return new StatedNumber(row.Measure, row.Line, row.Note, "value", value,
                isTotal && measure.Unit == Unit.Count, mayBeGrouped);
        }

        if (row.Numerator is { } top)
        {
            yield return new StatedNumber(row.Measure, row.Line, row.Note, "numerator", top, measure.CountsPeople, true);
        }

        if (row.Denominator is { } bottom)
        {
            yield return new StatedNumber(row.Measure, row.Line, row.Note, "denominator", bottom,
                measure.DividesByPeople || measure.Population is not null, true);
        }
    }
}
