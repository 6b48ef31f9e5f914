namespace Benchmarking.Core.Statistics;

/// <summary>How much more councils differ than chance alone would make them (Spiegelhalter 2005): <c>Phi</c> is the sum of the squares of
/// their z-scores about the pooled value, divided by one fewer than there are: 1 on average where chance is all. <c>TauSquared</c> is the
/// variance between councils (DerSimonian and Laird 1986), 0 where there is none to see. <c>DegreesOfFreedom</c> are those of the sum of
/// squares (Satterthwaite 1946): one fewer than councils of one size, fewer where the sum hangs on a few large ones.</summary>
public sealed record Overdispersion(int Councils, double Phi, double TauSquared, double DegreesOfFreedom)
{
    private const decimal CutBack = 0.1m;

    /// <summary>For x of n each; null under two councils, or where nobody or everybody is counted. Winsorised, as other tools do it, a
    /// tenth of the scores at each end is cut back and φ is their mean square: about 0.7 where chance is all, so that no answer uses
    /// it.</summary>
    public static Overdispersion? OfProportions(IReadOnlyList<(decimal X, decimal N)> councils, bool winsorised = false)
    {
        var (x, n) = (councils.Sum(council => council.X), councils.Sum(council => council.N));
        return councils.Count < 2 || x <= 0 || x >= n ? null : Of(councils, x / n, p => (double)(p * (1 - p)), winsorised);
    }

    /// <summary>For counts of a population each, by the chance of Poisson's law; null under two councils or without a count.</summary>
    public static Overdispersion? OfRates(IReadOnlyList<(decimal Count, decimal Population)> councils, bool winsorised = false)
    {
        var (count, population) = (councils.Sum(council => council.Count), councils.Sum(council => council.Population));
        return councils.Count < 2 || count <= 0 ? null : Of(councils, count / population, rate => (double)rate, winsorised);
    }

    private static Overdispersion Of(
        IReadOnlyList<(decimal X, decimal N)> councils, decimal pooled, Func<decimal, double> variance, bool winsorised)
    {
        var n = councils.Count;
        List<double> errors = [.. councils.Select(council => Math.Sqrt(variance(pooled) / (double)council.N))];
        List<double> scores = [.. councils.Select((council, i) => (double)((council.X / council.N) - pooled) / errors[i])];
        var squares = (winsorised ? Winsorised([.. scores.Select(score => (decimal)score)]) : scores).Sum(score => score * score);
        List<double> weights = [.. errors.Select(error => 1 / (error * error))];
        var spread = weights.Sum() - (weights.Sum(weight => weight * weight) / weights.Sum());
        var between = Math.Max(0, (squares - (n - 1)) / spread);
        return new(n, squares / (winsorised ? n : n - 1), between, DegreesOf(weights, between));
    }

    // The sum of squares is yᵀAy with A = diag(w) − wwᵀ/Σw of values whose variances are 1/w + τ²: its mean is m = tr(AS) and its variance
    // 2 tr((AS)²), so that it is spread as a χ² of m² / tr((AS)²) degrees of freedom.
    private static double DegreesOf(List<double> weights, double between)
    {
        var all = weights.Sum();
        List<double> ratios = [.. weights.Select(weight => 1 + (weight * between))];
        double Sum(Func<double, double, double> term) => weights.Zip(ratios, term).Sum();
        var mean = Sum((weight, ratio) => ratio * (1 - (weight / all)));
        var half = Sum((_, ratio) => ratio * ratio) - (2 * Sum((weight, ratio) => ratio * ratio * weight) / all)
            + Math.Pow(Sum((weight, ratio) => ratio * weight) / all, 2);
        return mean * mean / half;
    }

    // A tenth at each end is cut back to the tenth's edge, so that one odd council does not widen everybody's limits.
    private static IEnumerable<double> Winsorised(IReadOnlyList<decimal> scores)
    {
        var (low, high) = (Quantiles.Of(scores, CutBack), Quantiles.Of(scores, 1 - CutBack));
        return scores.Select(score => (double)Math.Clamp(score, low, high));
    }
}
