using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Trending;

/// <summary>Invented series of 40 councils over eight years, by a stated law and seed.</summary>
internal static class SimulatedSeries
{
    public static List<YearlySeries> Councils(int seed, double slope, double slopeSpread, double noise, int years = 8)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 40).Select(i =>
        {
            var (level, own) = (50 + (10 * Normal(random)), slope + (slopeSpread * Normal(random)));
            return Series($"c{i}", [.. Enumerable.Range(0, years).Select(t => (decimal)(level + (own * t) + (noise * Normal(random))))]);
        })];
    }

    public static List<YearlySeries> Wanderers(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 40).Select(i =>
        {
            var value = 50.0;
            return Series($"c{i}", [.. Enumerable.Range(0, 8).Select(_ => (decimal)(value += Normal(random)))]);
        })];
    }

    /// <summary>Fifteen councils that wander, each by itself and all by one shock a year.</summary>
    public static List<YearlySeries> Together(int seed, double shock)
    {
        var random = new Random(seed);
        double[] shared = [.. Enumerable.Range(0, 8).Select(_ => shock * Normal(random))];
        return [.. Enumerable.Range(0, 15).Select(i =>
        {
            var value = 50.0;
            return Series($"c{i}", [.. shared.Select(all => (decimal)(value += all + Normal(random)))]);
        })];
    }

    // Box and Muller.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static YearlySeries Series(string council, params decimal[] values) => new(CouncilCode.Parse(council), new(2011), values);
}
