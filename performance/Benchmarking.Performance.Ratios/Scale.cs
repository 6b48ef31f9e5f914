namespace Benchmarking.Performance.Ratios;

/// <summary>How much is refreshed: councils, years and metrics; a slice is one year of one metric.</summary>
internal readonly record struct Scale(int Councils, int Years, int Metrics)
{
    public const int Neighbours = 15;

    private const int Features = 4;
    private const int Seed = 2013;

    public int Slices => Years * Metrics;

    /// <summary>The values of a slice by council, in hundredths: seeded, skewed as unit costs are, and with ties.</summary>
    public static void Fill(int slice, Span<long> hundredths)
    {
        var chance = new Random(Seed + slice);
        for (var i = 0; i < hundredths.Length; i++)
        {
            hundredths[i] = (long)(20_000 * Math.Exp((chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5) * 1.2));
        }
    }

    /// <summary>The 15 nearest councils of each, one after another, by four seeded features.</summary>
    public int[] Nearest()
    {
        var chance = new Random(Seed);
        var features = new float[Councils * Features];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = chance.NextSingle();
        }

        var nearest = new int[Councils * Neighbours];
        var count = Councils;
        Parallel.For(0, count, council => Choose(council, count, features, nearest.AsSpan(council * Neighbours, Neighbours)));
        return nearest;
    }

    private static void Choose(int council, int councils, float[] features, Span<int> nearest)
    {
        Span<float> distances = stackalloc float[Neighbours];
        distances.Fill(float.MaxValue);
        for (var other = 0; other < councils; other++)
        {
            var distance = other == council ? float.MaxValue : Distance(features, council * Features, other * Features);
            for (var place = Neighbours; place > 0 && distance < distances[place - 1]; place--)
            {
                if (place < Neighbours)
                {
                    (distances[place], nearest[place]) = (distances[place - 1], nearest[place - 1]);
                }

                (distances[place - 1], nearest[place - 1]) = (distance, other);
            }
        }
    }

    private static float Distance(float[] features, int one, int other)
    {
        var sum = 0f;
        for (var i = 0; i < Features; i++)
        {
            var off = features[one + i] - features[other + i];
            sum += off * off;
        }

        return sum;
    }
}

/// <summary>What a slice comes to. The last three add up every council's percentile, band and peer median, each times its council's number
/// from 1, so that one wrong council shows.</summary>
internal readonly record struct SliceResult(
    double Count, double Mean, double Deviation, double Q1, double Median, double Q3, double Percentiles, double Bands, double PeerMedians)
{
    public double[] ToArray() => [Count, Mean, Deviation, Q1, Median, Q3, Percentiles, Bands, PeerMedians];
}
