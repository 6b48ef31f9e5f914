using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>An observation that a new revision moved. <c>From</c> is null where there was none, <c>To</c> where there is none any
/// more.</summary>
public sealed record MovedObservation(
    CouncilCode Council, string Metric, FinancialYear Year, FigureStatus Status, MovedFigure? From, MovedFigure? To);

/// <summary>What an observation says, without the receipt and lines it says it from: those differ between revisions that say the
/// same.</summary>
public sealed record MovedFigure(
    ValueState State, decimal? Value, decimal? Numerator, decimal? Denominator, IReadOnlyList<CategoryAmount> Breakdown)
{
    public bool Equals(MovedFigure? other) =>
        other is not null && (State, Value, Numerator, Denominator) == (other.State, other.Value, other.Numerator, other.Denominator)
        && Breakdown.SequenceEqual(other.Breakdown);

    public override int GetHashCode() => HashCode.Combine(State, Value, Numerator, Denominator, Breakdown.Count);
}

/// <summary>What moved between two accepted revisions: from the observations of the council's returns before and after.</summary>
public static class ChangeList
{
    /// <summary>Exactly the observations whose figures differ, by metric, year and status; a change of wording or line moves
    /// nothing.</summary>
    public static IReadOnlyList<MovedObservation> Between(IEnumerable<Observation> before, IEnumerable<Observation> after)
    {
        var (old, current) = (before.ToDictionary(Key), after.ToDictionary(Key));
        return
        [
            .. old.Keys.Union(current.Keys)
                .Select(key => new MovedObservation(
                    key.Council, key.Metric, key.Year, key.Status, Figure(old.GetValueOrDefault(key)),
                    Figure(current.GetValueOrDefault(key))))
                .Where(moved => !Equals(moved.From, moved.To))
                .OrderBy(moved => moved.Council.Value, StringComparer.Ordinal)
                .ThenBy(moved => moved.Metric, StringComparer.Ordinal)
                .ThenBy(moved => moved.Year)
                .ThenBy(moved => moved.Status),
        ];
    }

    private static (CouncilCode Council, string Metric, FinancialYear Year, FigureStatus Status) Key(Observation observation) =>
        (observation.Council, observation.Metric, observation.Year, observation.Status);

    private static MovedFigure? Figure(Observation? observation) => observation is null ? null : new MovedFigure(
        observation.State, observation.Value, observation.Numerator, observation.Denominator, observation.Breakdown);
}
