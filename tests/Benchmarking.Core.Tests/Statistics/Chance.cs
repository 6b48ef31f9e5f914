namespace Benchmarking.Core.Tests.Statistics;

/// <summary>Seeded draws for simulations.</summary>
internal sealed class Chance(int seed)
{
    // Above this mean a Poisson count is drawn as the sum of smaller ones, so that the first term does not vanish.
    private const double LargestMean = 50;

    private readonly Random random = new(seed);

    /// <summary>Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Gamma by Marsaglia and Tsang, mean and variance as given; its shape must be 1 or more.</summary>
    public double Gamma(double mean, double variance)
    {
        var d = (mean * mean / variance) - (1 / 3.0);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v * variance / mean;
            }
        }
    }

    /// <summary>A count by Poisson's law (Knuth), in parts where the mean is large; a very large one by the normal law.</summary>
    public int Poisson(double mean)
    {
        if (mean > 20 * LargestMean)
        {
            return (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        var count = 0;
        for (; mean > LargestMean; mean -= LargestMean)
        {
            count += Small(LargestMean);
        }

        return count + Small(mean);
    }

    public int Binomial(int n, double p)
    {
        var count = 0;
        for (var i = 0; i < n; i++)
        {
            count += random.NextDouble() < p ? 1 : 0;
        }

        return count;
    }

    public int Whole(int from, int to) => random.Next(from, to);

    private int Small(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }
}
