using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using MathNet.Numerics.Distributions;

namespace Benchmarking.Core.Comparing;

/// <summary>How much the councils of a group differ beyond chance, in the metric's unit squared: <c>BetweenCouncils</c> is τ²,
/// <c>OfMedian</c> the variance of their median. <c>Deviate</c> is Student's, because τ² is estimated from them, with one degree of freedom
/// fewer than τ² rests on, for the median, but at least one: two fewer than councils of one size.</summary>
public sealed record GroupSpread(Overdispersion Overdispersion, decimal BetweenCouncils, decimal OfMedian, double Deviate)
{
    private const int FewestCouncils = 3;

    /// <summary>Median absolute deviation to standard deviation, for values as if normal.</summary>
    private const decimal Deviations = 1.4826m;

    /// <summary>Null for figures that are no counts of people, under three councils with counts, and where nobody or everybody is
    /// counted.</summary>
    public static GroupSpread? Of(Metric metric, IReadOnlyList<CouncilFigure> figures)
    {
        var counts = KnownCounts.Of(metric, figures).Select(council => (council.X, council.N)).ToList();
        var found = counts.Count < FewestCouncils ? null
            : metric.IsRate ? Overdispersion.OfRates(counts)
            : Overdispersion.OfProportions(counts);
        if (found is not { } spread)
        {
            return null;
        }

        var per = Comparer.Per(metric);
        List<decimal> values = [.. figures.Select(figure => figure.Value).OfType<decimal>()];
        return new(
            spread, (decimal)spread.TauSquared * per * per, VarianceOfMedian(values),
            StudentT.InvCDF(0, 1, Math.Max(1, spread.DegreesOfFreedom - 1), 1 - ConfidenceLevel.NinetyFive.Tail()));
    }

    // π/2 × s²/n, s from the median absolute deviation, so that one odd council does not widen everybody's interval.
    private static decimal VarianceOfMedian(List<decimal> values)
    {
        var median = Quantiles.Median(values);
        var s = Deviations * Quantiles.Median(values.Select(value => Math.Abs(value - median)));
        return (decimal)(Math.PI / 2) * s * s / values.Count;
    }
}

/// <summary>A council whose count of people and its denominator are known.</summary>
internal sealed record KnownCounts(Vocabulary.CouncilCode Council, decimal X, decimal N)
{
    /// <summary>None for figures that are not rates or shares of people.</summary>
    public static IReadOnlyList<KnownCounts> Of(Metric metric, IReadOnlyList<CouncilFigure> figures) =>
        !metric.CountsPeople || !(metric.IsRate || metric.Unit == MetricUnit.Percent) ? []
        : [.. figures
            .Where(f => f is { Numerator: >= 0, Denominator: > 0 } && (metric.IsRate || f.Numerator <= f.Denominator))
            .Select(figure => new KnownCounts(figure.Council, figure.Numerator!.Value, figure.Denominator!.Value))];
}
