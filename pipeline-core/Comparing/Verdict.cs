using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>How a council stands to the median of its peers; a neutral metric has no better and worse.</summary>
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
    /// <summary>With an interval: similar where it holds the median, ends included. Without: similar where value and median are equal as
    /// published. Nothing is compared under four values.</summary>
    public static Verdict Of(decimal? value, Interval? interval, Quartiles? peers, Polarity polarity, int decimals)
    {
        if (value is not { } own || peers is null)
        {
            return Verdict.NotCompared;
        }

        var similar = interval is { } limits
            ? limits.Contains(peers.Median)
            : Rounding.Publish(own, decimals) == Rounding.Publish(peers.Median, decimals);
        return similar ? Verdict.Similar : Off(own > peers.Median, polarity);
    }

    private static Verdict Off(bool above, Polarity polarity) => (polarity, above) switch
    {
        (Polarity.Higher, true) or (Polarity.Lower, false) => Verdict.Better,
        (Polarity.Higher, false) or (Polarity.Lower, true) => Verdict.Worse,
        (_, true) => Verdict.Higher,
        _ => Verdict.Lower,
    };
}
