namespace Benchmarking.Core.Statistics;

/// <summary>Mann–Kendall's test for a trend (Mann 1945, Kendall 1975) on a series in order of time: S counts rises less falls over all
/// pairs. <c>P</c> is two-sided: exact, from the permutations of the series, without ties (<c>PExact</c>); else normal with
/// tie correction and continuity (<c>PNormal</c>).</summary>
public sealed record MannKendall(int Points, int S, double VarS, double Z, double PNormal, double? PExact, double Tau)
{
    public double P => PExact ?? PNormal;

    public static MannKendall Of(IReadOnlyList<decimal> series)
    {
        var n = series.Count;
        var s = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                s += Math.Sign(series[j] - series[i]);
            }
        }

        var ties = series.CountBy(value => value).Select(pair => (double)pair.Value).Where(size => size > 1).ToList();
        var varS = (Spread(n) - ties.Sum(Spread)) / 18;
        var z = varS > 0 ? (s - Math.Sign(s)) / Math.Sqrt(varS) : 0;
        var pairs = n * (n - 1) / 2.0;
        return new(n, s, varS, z, TwoSidedNormal(z), ties.Count == 0 ? TwoSidedExact(n, s) : null, pairs > 0 ? s / pairs : 0);
    }

    private static double Spread(double size) => size * (size - 1) * ((2 * size) + 5);

    private static double TwoSidedNormal(double z) => MathNet.Numerics.SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    // A permutation of n values has k falling pairs with chance chance[k], and then S = pairs − 2k.
    private static double TwoSidedExact(int n, int s)
    {
        double[] chance = [1];
        for (var size = 2; size <= n; size++)
        {
            var next = new double[chance.Length + size - 1];
            for (var k = 0; k < chance.Length; k++)
            {
                for (var added = 0; added < size; added++)
                {
                    next[k + added] += chance[k] / size;
                }
            }

            chance = next;
        }

        var pairs = chance.Length - 1;
        return Math.Min(1, chance.Where((_, k) => Math.Abs(pairs - (2 * k)) >= Math.Abs(s)).Sum());
    }
}
