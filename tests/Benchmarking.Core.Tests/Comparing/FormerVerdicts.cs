using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Verdicts as they were before a material difference and the spread between councils counted: by the plain 95 % interval where
/// there was one, else by equality as published.</summary>
internal static class FormerVerdicts
{
    public static Verdict Of(Comparison comparison, CouncilFigure figure)
    {
        if (figure.Value is not { } own || comparison.Summary.Quartiles is not { Median: var median })
        {
            return Verdict.NotCompared;
        }

        var places = comparison.Metric.Decimals;
        var similar = figure.Interval?.Limits.Contains(median) ?? Rounding.Publish(own, places) == Rounding.Publish(median, places);
        return similar ? Verdict.Similar : (comparison.Metric.Polarity, own > median) switch
        {
            (Polarity.Higher, true) or (Polarity.Lower, false) => Verdict.Better,
            (Polarity.Neutral, var above) => above ? Verdict.Higher : Verdict.Lower,
            _ => Verdict.Worse,
        };
    }
}
