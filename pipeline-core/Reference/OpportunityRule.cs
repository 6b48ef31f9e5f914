using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>How it is reckoned what it would be worth to stand elsewhere on a metric: (own − target) × volume, in <c>Unit</c>.
/// <c>Better</c> is the direction that counts as a gain, lower or higher, whatever the metric's polarity.</summary>
public sealed record OpportunityRule(OpportunityUnit Unit, Polarity Better, VolumeRule Volume);

/// <summary>What an opportunity is counted in.</summary>
public enum OpportunityUnit
{
    Gbp,
    People,
}

/// <summary>The volume of a figure: what it was divided by where that is known, else the same council's <c>Measure</c> of the year, else,
/// of a rate of residents, the population. <c>Unit</c> is a word for the reader; <c>RoundedTo</c> is the step to which the publisher rounds
/// the measure.</summary>
public sealed record VolumeRule(string Unit, string? Measure = null, decimal RoundedTo = 1);
