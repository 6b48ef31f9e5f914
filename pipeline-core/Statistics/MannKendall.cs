namespace Benchmarking.Core.Statistics;

/// <summary>Mann–Kendall's test for a trend (Mann 1945, Kendall 1975) on a series in order of time: S counts rises less falls over all
/// pairs. <c>P</c> is two-sided: exact, over all orders of the series' own values with their ties, up to <see cref="MostExactTied"/> points
/// with ties and any number without (<c>PExact</c>); else normal with tie correction and continuity (<c>PNormal</c>).</summary>
public sealed record MannKendall(int Points, int S, double VarS, double Z, double PNormal, double? PExact, double Tau)
{
    /// <summary>Beyond this many points the normal approximation of a tied series is good to the third digit.</summary>
    public const int MostExactTied = 30;

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

        List<int> groups = [.. series.CountBy(value => value).Select(pair => pair.Value)];
        var varS = (Spread(n) - groups.Sum(size => Spread(size))) / 18;
        var z = varS > 0 ? (s - Math.Sign(s)) / Math.Sqrt(varS) : 0;
        var pairs = n * (n - 1) / 2.0;
        return new(
            n, s, varS, z, TwoSidedNormal(z), Falls(groups) is { } chances ? TwoSidedExact(chances, s) : null, pairs > 0 ? s / pairs : 0);
    }

    /// <summary>The least S above 0 that a series of these values needs to have p at a level or under it; null where no order of them
    /// does.</summary>
    public static int? LeastSignificant(IReadOnlyList<decimal> series, double level)
    {
        var test = Of(series);
        var chances = Falls([.. series.CountBy(value => value).Select(pair => pair.Value)]);
        return Enumerable.Range(1, series.Count * (series.Count - 1) / 2).Select(s => (int?)s).FirstOrDefault(s => (chances is null
            ? TwoSidedNormal((s!.Value - 1) / Math.Sqrt(test.VarS))
            : TwoSidedExact(chances, s!.Value)) is > 0 and var p && p <= level);
    }

    private static double Spread(double size) => size * (size - 1) * ((2 * size) + 5);

    private static double TwoSidedNormal(double z) => MathNet.Numerics.SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    // Equal values are placed group by group. Of all ways to place a group of t among m others, the share in which they make k falling
    // pairs is the coefficient of q^k in the Gaussian binomial [m + t over t], divided by its sum. S = pairs − 2 × falls, without tied
    // pairs.
    private static double[]? Falls(List<int> groups)
    {
        var n = groups.Sum();
        if (groups.Count != n && n > MostExactTied)
        {
            return null;
        }

        double[] chance = [1];
        var placed = 0;
        foreach (var size in groups)
        {
            chance = Times(chance, Placements(placed, size));
            placed += size;
        }

        return chance;
    }

    private static double TwoSidedExact(double[] chances, int s)
    {
        var pairs = chances.Length - 1;
        return Math.Min(1, chances.Where((_, k) => Math.Abs(pairs - (2 * k)) >= Math.Abs(s)).Sum());
    }

    /// <summary>The chances of 0 to m·t falling pairs when t equal values are placed among m others: Π (1 + q + … + q^(m+i−1)) / (1 + … +
    /// q^(i−1)).</summary>
    private static double[] Placements(int others, int size)
    {
        double[] chance = [1];
        for (var i = 1; i <= size; i++)
        {
            chance = Divide(Times(chance, Even(others + i)), i);
        }

        return chance;
    }

    private static double[] Even(int count) => [.. Enumerable.Repeat(1.0 / count, count)];

    private static double[] Times(double[] one, double[] other)
    {
        var product = new double[one.Length + other.Length - 1];
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = 0; j < other.Length; j++)
            {
                product[i + j] += one[i] * other[j];
            }
        }

        return product;
    }

    /// <summary>Takes the factor (1 + q + … + q^(count−1)) / count out of a product that has it.</summary>
    private static double[] Divide(double[] product, int count)
    {
        var quotient = new double[product.Length - count + 1];
        var window = 0.0;
        for (var k = 0; k < quotient.Length; k++)
        {
            window -= k >= count ? quotient[k - count] : 0;
            quotient[k] = (product[k] * count) - window;
            window += quotient[k];
        }

        return quotient;
    }
}
