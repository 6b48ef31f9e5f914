using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>The colour of a position. Neutral metrics and groups under four values have none.</summary>
public enum Rag
{
    Green,
    Amber,
    Red,
}

/// <summary>A colour and the rule it follows, in words.</summary>
public sealed record RagRating(Rag? Colour, string Rule)
{
    private const string Neutral = "No colour: neither more nor less of this is better.";
    private const string TooFew = "No colour: fewer than four councils have a figure.";
    private const string NoValue = "No colour: the council has no figure.";

    private const string ByInterval =
        "Green: better than the median of the peers, which lies outside the 95 % confidence interval. Red: worse, likewise. Amber: else.";

    private const string ByQuarter =
        "Green: in the best quarter and better than the median of the peers. Red: in the worst quarter and worse than it. Amber: else.";

    internal static RagRating Of(decimal? value, Interval? interval, Quartiles? peers, Polarity polarity, Verdict verdict) =>
        (value, peers, polarity) switch
        {
            (_, _, Polarity.Neutral) => new(null, Neutral),
            (null, _, _) => new(null, NoValue),
            (_, null, _) => new(null, TooFew),
            _ when interval is not null => new(ColourOf(verdict, outer: true), ByInterval),
            var (own, quartiles, _) => new(ColourOf(verdict, quartiles.BandOf(own.Value) is 1 or 4), ByQuarter),
        };

    private static Rag ColourOf(Verdict verdict, bool outer) => (verdict, outer) switch
    {
        (Verdict.Better, true) => Rag.Green,
        (Verdict.Worse, true) => Rag.Red,
        _ => Rag.Amber,
    };
}
