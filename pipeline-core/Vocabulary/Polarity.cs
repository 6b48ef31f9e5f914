namespace Benchmarking.Core.Vocabulary;

/// <summary>Which way is better. A neutral measure has no better and gets no colour.</summary>
public enum Polarity
{
    Higher,
    Lower,
    Neutral,
}
