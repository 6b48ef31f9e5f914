using Benchmarking.Core.Normalising;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Holds the figures of a return against what a publisher states of the same council and year: the published one is served, so
/// that whoever files another is asked why.</summary>
internal static class AgainstPublished
{
    private const string Receipt = "the return that is checked";

    public static void Check(BetweenScope scope)
    {
        if (scope.Context.Published.Count == 0)
        {
            return;
        }

        var published = scope.Context.Published.Where(figure => figure.HasValue).ToDictionary(figure => figure.Metric);
        var places = ComparedFigures.Of(scope.Own, scope.Path.Year, scope.Reference).ToLookup(figure => figure.Place.Line);
        var own = Normaliser.Observe(scope.Path.Council, [new AcceptedReturn(Receipt, scope.Path.Year, scope.Own)], scope.Reference);
        var asked = new HashSet<int>();
        foreach (var figure in own.Where(figure => figure.Year == scope.Path.Year && figure.Status == FigureStatus.Actual))
        {
            if (published.TryGetValue(figure.Metric, out var other) && figure.Value is { } value && Differs(figure, other, scope)
                && figure.Sources is [{ Lines.First: { } line }, ..] && places[line].FirstOrDefault() is { } compared
                && asked.Add(line))
            {
                var decimals = scope.Reference.Metrics.Find(figure.Metric)!.Decimals;
                scope.Report(
                    FindingCatalogue.DiffersFromPublished, compared.Place,
                    Checking.Figures.Plain(Rounding.Publish(other.Value!.Value, decimals)),
                    scope.Reference.Metrics.Find(figure.Metric)!.Label, Checking.Figures.Plain(Rounding.Publish(value, decimals)),
                    $"{other.Published!.Publication}, {other.Published.Edition}");
            }
        }
    }

    /// <summary>Beyond the rounding in which both are shown.</summary>
    private static bool Differs(Observation figure, Observation other, BetweenScope scope)
    {
        var decimals = scope.Reference.Metrics.Find(figure.Metric)!.Decimals;
        return Rounding.Publish(figure.Value!.Value, decimals) != Rounding.Publish(other.Value!.Value, decimals);
    }
}
