using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>Why the figure of a year cannot be compared with that of the year before it; <c>Words</c> is a sentence for the
/// reader.</summary>
public sealed record SeriesBreak(FinancialYear Year, BreakReason Reason, string Words);

/// <summary>What may change under a series.</summary>
public enum BreakReason
{
    /// <summary>What is counted.</summary>
    Definition,

    /// <summary>The area that the council is responsible for.</summary>
    Area,

    /// <summary>The vintage of the population that the figure is divided by.</summary>
    Population,
}
