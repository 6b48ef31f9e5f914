namespace Benchmarking.Core.Vocabulary;

/// <summary>What became of a return. Only an accepted one reaches a metric. Checking never answers <c>Withdrawn</c>.</summary>
public enum ReturnStatus
{
    Accepted,

    /// <summary>Held: a query has neither been changed nor explained in its row's note.</summary>
    NeedsExplanation,
    Rejected,

    /// <summary>Taken back by the council: it counts no more, and its history stays.</summary>
    Withdrawn,
}
