namespace Benchmarking.Core.Statistics;

/// <summary>How much more councils differ than chance alone would make them (Spiegelhalter 2005): <c>Phi</c> is the mean square of their
/// z-scores about the pooled value, about 1 where chance is all; <c>TauSquared</c> the variance between councils, 0 where there is none
/// to see. Shown beside a funnel, whose limits are too narrow where φ is well above 1.</summary>
public sealed record Overdispersion(int Councils, double Phi, double TauSquared)
{
    private const decimal CutBack = 0.1m;

    /// <summary>For x of n each; null under two councils, or where nobody or everybody is counted.</summary>
    public static Overdispersion? OfProportions(IReadOnlyList<(decimal X, decimal N)> councils)
    {
        var (x, n) = (councils.Sum(council => council.X), councils.Sum(council => council.N));
        return councils.Count < 2 || x <= 0 || x >= n ? null : Of(councils, x / n, p => (double)(p * (1 - p)));
    }

    /// <summary>For counts of a population each, by the chance of Poisson's law; null under two councils or without a count.</summary>
    public static Overdispersion? OfRates(IReadOnlyList<(decimal Count, decimal Population)> councils)
    {
        var (count, population) = (councils.Sum(council => council.Count), councils.Sum(council => council.Population));
        return councils.Count < 2 || count <= 0 ? null : Of(councils, count / population, rate => (double)rate);
    }

    private static Overdispersion Of(IReadOnlyList<(decimal X, decimal N)> councils, decimal pooled, Func<decimal, double> variance)
    {
        List<double> errors = [.. councils.Select(council => Math.Sqrt(variance(pooled) / (double)council.N))];
        var scores = councils.Select((council, i) => (double)((council.X / council.N) - pooled) / errors[i]);
        var phi = Winsorised([.. scores.Select(score => (decimal)score)]).Average(score => score * score);
        List<double> weights = [.. errors.Select(error => 1 / (error * error))];
        var spread = weights.Sum() - (weights.Sum(weight => weight * weight) / weights.Sum());
        return new(councils.Count, phi, Math.Max(0, ((councils.Count * phi) - (councils.Count - 1)) / spread));
    }

    // A tenth at each end is cut back to the tenth's edge, so that one odd council does not widen everybody's limits.
    private static IEnumerable<double> Winsorised(IReadOnlyList<decimal> scores)
    {
        var (low, high) = (Quantiles.Of(scores, CutBack), Quantiles.Of(scores, 1 - CutBack));
        return scores.Select(score => (double)Math.Clamp(score, low, high));
    }
}
