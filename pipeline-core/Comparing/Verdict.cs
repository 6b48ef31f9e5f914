using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>How a council stands to the median of its peers, or to a target; a neutral metric has no better and worse.</summary>
public enum Verdict
{
    NotCompared,
    Similar,
    Better,
    Worse,
    Higher,
    Lower,
}

internal static class Verdicts
{
    /// <summary>What it means to lie above or below by the polarity.</summary>
    public static Verdict Off(bool above, Polarity polarity) => (polarity, above) switch
    {
        (Polarity.Higher, true) or (Polarity.Lower, false) => Verdict.Better,
        (Polarity.Higher, false) or (Polarity.Lower, true) => Verdict.Worse,
        (_, true) => Verdict.Higher,
        _ => Verdict.Lower,
    };
}
