using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Asks about a percentage measure all of whose figures are so small that they seem to be fractions: 0.9 for 90 per
/// cent.</summary>
internal static class Fractions
{
    // Savings of a quarter of the budget are the most that is not asked about: a smaller figure than this may be such a fraction, and the
    // least percentage that the LGA's programme reports, 0.4, is above it.
    private const decimal LargestOfBudget = 0.25m;
    private const decimal Largest = 1;
    private const decimal Hundred = 100;

    public static void Check(BetweenScope scope)
    {
        // A value beside its numerator and denominator has been held against them.
        var activities = scope.Own.Activities.Where(row => row is { Unit: Unit.Percent, Value: not null, Numerator: null })
            .Select(row => (row.Measure, Place: new Place(row.Line, "value", row.Value!.AsFiled, row.Note), row.Value.Value,
                Most: Largest));
        var savings = scope.HasSlipped(ComparedFigures.Savings) ? [] : scope.Own.Savings.Where(row => row.Unit.IsPercent())
            .Select(row => (
                Measure: Codes.Of(row.Unit), Place: new Place(row.Line, "amount", row.Amount.AsFiled, row.Note), row.Amount.Value,
                Most: row.Unit == Unit.PercentOfSavings ? Largest : LargestOfBudget));
        foreach (var measure in activities.Concat(savings).GroupBy(figure => figure.Measure))
        {
            if (measure.All(figure => figure.Value >= 0 && figure.Value <= figure.Most)
                && measure.FirstOrDefault(figure => figure.Value > 0) is { Place: { } place } first)
            {
                scope.Ask(
                    measure.Key, FindingCatalogue.PercentAsFraction, place, Figures.Plain(first.Value * Hundred),
                    Figures.Lines([.. measure.Where(figure => figure.Value > 0).Select(figure => figure.Place.Line).Distinct().Order()]));
            }
        }
    }
}
