using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>From all accepted returns of one council to its figures: one observation for each metric, year and status that can be
/// had.</summary>
public static class Normaliser
{
    /// <summary>The code under which the breakdown of savings by category is kept beside the metrics.</summary>
    public const string SavingsCategories = "savings-categories";

    /// <summary>The council's observations, ordered by metric, year and status. They depend on nothing but the arguments.</summary>
    public static IReadOnlyList<Observation> Observe(CouncilCode council, IEnumerable<AcceptedReturn> returns, ReferenceData reference)
    {
        var statements = new CouncilStatements(returns, reference.Measures);
        var figures = new MetricFigures(council, statements, reference);
        var observations = new List<Observation>();
        foreach (var (year, status) in statements.Periods)
        {
            observations.AddRange(reference.Metrics.All.Select(metric => figures.Observe(metric, year, status)).OfType<Observation>());
            if (Categories(council, statements.Savings(year, status), year, status) is { } categories)
            {
                observations.Add(categories);
            }
        }

        return [.. observations
            .OrderBy(observation => observation.Metric, StringComparer.Ordinal)
            .ThenBy(observation => observation.Year)
            .ThenBy(observation => observation.Status)];
    }

    private static Observation? Categories(CouncilCode council, SavingsStatement? savings, FinancialYear year, FigureStatus status)
    {
        var breakdown = savings?.Breakdown() ?? [];
        return savings?.Total() is { } total && breakdown.Count > 0
            ? new Observation(
                SavingsCategories, year, status, council, total.Stated ? ValueState.Reported : ValueState.Derived,
                total.Value, null, null, total.Words, total.Sources, breakdown)
            : null;
    }
}
