using Benchmarking.Core.Reference;
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
    private const string NoMargin = "No colour: the figure is of a survey whose margin of error is not published.";
    private const string NoValue = "No colour: the council has no figure.";

    private const string ByVerdict = "Green: better than the median of the peers by the verdict. Red: worse. Amber: similar.";

    internal static RagRating Of(Metric metric, CouncilFigure figure, Decision decision) =>
        (metric.Polarity, figure.Value, decision.Verdict) switch
    {
        (Polarity.Neutral, _, _) => new(null, Neutral),
        (_, null, _) => new(null, NoValue),
        (_, _, Verdict.NotCompared) => new(null, Decision.LacksMargin(metric, figure) ? NoMargin : TooFew),
        (_, _, Verdict.Better) => new(Rag.Green, ByVerdict),
        (_, _, Verdict.Worse) => new(Rag.Red, ByVerdict),
        _ => new(Rag.Amber, ByVerdict),
    };
}
