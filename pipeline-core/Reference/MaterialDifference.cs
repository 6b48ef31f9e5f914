namespace Benchmarking.Core.Reference;

/// <summary>The difference from which on a reader should care: <c>Percent</c> of what a figure is held against, and at least
/// <c>AtLeast</c> in the metric's unit. A judgement of this project; <c>Why</c> gives its reason.</summary>
public sealed record MaterialDifference(decimal Percent, decimal AtLeast, string Why)
{
    /// <summary>The material difference from a value, in the metric's unit, 0 or more.</summary>
    public decimal From(decimal benchmark) => Math.Max(AtLeast, Math.Abs(benchmark) * Percent / 100);
}
