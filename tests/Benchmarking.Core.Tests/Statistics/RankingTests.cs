using Benchmarking.Core.Statistics;

namespace Benchmarking.Core.Tests.Statistics;

/// <summary>One sort gives what the plain definitions give, each of which looks at all values again. Seeded groups of all kinds: with ties,
/// negative, and apart only where floating point sees no difference.</summary>
public sealed class RankingTests
{
    private const int Groups = 200;
    private const decimal LastPlace = 0.0000000000000000000000001m;

    [Fact]
    public void Places_percentiles_bands_and_medians_are_those_of_the_definitions()
    {
        for (var seed = 0; seed < Groups; seed++)
        {
            var chance = new Random(seed);
            var values = Values(chance, count: chance.Next(Quartiles.SmallestGroup, 60));
            var ranking = new Ranking(values.Length);
            ranking.Fill(Values(chance, values.Length));
            ranking.Fill(values);

            var (percentiles, bands) = (new decimal[values.Length], new byte[values.Length]);
            var quartiles = Quartiles.Of(values)!;
            ranking.Percentiles(percentiles);
            ranking.Bands(quartiles, bands);
            Assert.Equal(values.Order(), ranking.Sorted);
            Assert.Equal(values.Select(value => PercentileRank.MidRank(values, value)!.Value), percentiles);
            Assert.Equal(values.Select(value => quartiles.BandOf(value)), bands.Select(band => (int)band));
            Assert.Equal(values, ranking.Places.Select(place => ranking.Sorted[place]));
            Assert.Equal(Enumerable.Range(0, values.Length), ranking.Places.Select(place => ranking.Members[place]));

            var members = chance.GetItems(Enumerable.Range(0, values.Length).ToArray(), chance.Next(1, 20));
            Assert.Equal(Quantiles.Median(members.Select(member => values[member])), ranking.MedianOf(members, new int[members.Length]));
        }
    }

    [Fact]
    public void A_percentile_rank_of_sorted_values_is_that_of_any_others()
    {
        for (var seed = 0; seed < Groups; seed++)
        {
            var chance = new Random(seed);
            decimal[] sorted = [.. Values(chance, chance.Next(30)).Order()];
            foreach (var value in sorted.Concat(Values(chance, 5)))
            {
                Assert.Equal(PercentileRank.MidRank(sorted, value), PercentileRank.OfSorted(sorted, value));
            }
        }
    }

    [Fact]
    public void A_ranking_takes_as_many_values_as_it_is_for()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ranking(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ranking(3).Fill([1m, 2m]));
    }

    private static decimal[] Values(Random chance, int count)
    {
        var kind = chance.Next(3);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => kind switch
            {
                0 => chance.Next(-5, 6),
                1 => chance.Next(-1_000_000, 1_000_000) / 700m,
                _ => 1 + (chance.Next(8) * LastPlace),
            }),
        ];
    }
}
