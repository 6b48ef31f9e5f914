using Benchmarking.Core.Checking;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>What else is known when a return is checked: pure data, gathered by the caller. Without a context a return is checked
/// by itself alone; a context with nothing in it still lets the return's own figures be held against each other and against the
/// area's.</summary>
public sealed record CheckingContext
{
    /// <summary>Accepted returns of the same council, of any year and kind. A version of the very return that is checked is what it
    /// replaces: only asked which of its figures the new one lacks.</summary>
    public IReadOnlyList<CheckedReturn> Accepted { get; init; } = [];

    /// <summary>Accepted returns of the partnership that the council belongs to and of its members, or of the members of the
    /// partnership.</summary>
    public IReadOnlyList<CheckedReturn> Partners { get; init; } = [];

    /// <summary>What publishers state of this council in the return's year.</summary>
    public IReadOnlyList<Observation> Published { get; init; } = [];

    /// <summary>The day on which the return came; null where it is not asked whether its years have begun.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Other councils' values as last published.</summary>
    public IReadOnlyList<PeerValue> Peers { get; init; } = [];
}

/// <summary>One council's published value of a metric, in the metric's normal unit; of which year is the caller's choice (the newest
/// before the return's, as a rule).</summary>
public sealed record PeerValue(string Metric, FigureStatus Status, CouncilCode Council, FinancialYear Year, decimal Value);
