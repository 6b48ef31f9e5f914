using Benchmarking.Core.Appraising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Appraising;

public sealed class AttributionTests
{
    [Fact]
    public void The_tri_borough_total_by_the_key_of_its_commissioning_adds_to_the_whole()
    {
        // 1,258, 612 and 1,036 of 2,906: quotas 4,740.23, 2,306.06 and 3,903.72, so the one unit left goes to Westminster.
        var parts = Split(10950, 0, ("hammersmith-and-fulham", 1258), ("kensington-and-chelsea", 612), ("westminster", 1036));
        Assert.Equal([4740, 2306, 3904], parts.Select(part => part.Amount));
        Assert.Equal([43.2897m, 21.0599m, 35.6504m], parts.Select(part => part.Share));
    }

    [Fact]
    public void Units_left_over_go_to_the_largest_remainders()
    {
        // 10 by 5:3:1 is 5.56, 3.33 and 1.11.
        Assert.Equal([6, 3, 1], Split(10, 0, ("a", 5), ("b", 3), ("c", 1)).Select(part => part.Amount));
    }

    [Fact]
    public void Equal_remainders_go_to_the_larger_base_first() =>
        Assert.Equal([2, 8], Split(10, 0, ("a", 1), ("b", 3)).Select(part => part.Amount));

    [Fact]
    public void Equal_claims_to_the_last_unit_are_settled_by_code_whatever_the_order_given()
    {
        Assert.Equal([34, 33, 33], Split(100, 0, ("a", 1), ("b", 1), ("c", 1)).Select(part => part.Amount));
        Assert.Equal([33, 33, 34], Split(100, 0, ("c", 1), ("b", 1), ("a", 1)).Select(part => part.Amount));
    }

    [Fact]
    public void A_cost_is_split_as_a_saving_of_the_same_size_is() =>
        Assert.Equal([-6, -3, -1], Split(-10, 0, ("a", 5), ("b", 3), ("c", 1)).Select(part => part.Amount));

    [Fact]
    public void Exact_thirds_are_not_lost_to_division() =>
        Assert.Equal([1, 1, 1], Split(3, 0, ("a", 1), ("b", 1), ("c", 1)).Select(part => part.Amount));

    [Fact]
    public void A_council_without_a_base_gets_nothing() =>
        Assert.Equal((0m, 0m), (Split(7, 2, ("a", 0), ("b", 3))[0].Amount, Split(7, 2, ("a", 0), ("b", 3))[0].Share));

    [Theory]
    [MemberData(nameof(Cases), MemberType = typeof(AttributionTests))]
    public void Parts_of_any_thousand_cases_add_to_the_whole_and_lie_within_a_unit_of_their_due(int from)
    {
        for (var seed = from; seed < from + 100; seed++)
        {
            var random = new Random(seed);
            var decimals = random.Next(0, 7);
            var amount = Places(random, -1_000_000_000_000, 1_000_000_000_000, decimals);
            var parts = Enumerable.Range(0, random.Next(1, 60))
                .Select(i =>
                    new AttributionBase(CouncilCode.Parse($"c{i}"), Places(random, i == 0 ? 1 : 0, 1_000_000_000, random.Next(0, 9))))
                        .ToArray();
            var sum = parts.Sum(part => part.Value);
            var result = Attribution.Of(amount, decimals, parts).Result!.Parts;
            Assert.Equal(amount, result.Sum(part => part.Amount));
            Assert.Equal(100, result.Sum(part => part.Share));
            var unit = (decimal)Math.Pow(10, -decimals);
            Assert.All(result.Zip(parts), pair =>
            {
                Assert.True(Math.Abs(pair.First.Amount - (pair.Second.Value / sum * amount)) <= unit);
                Assert.Equal(pair.First.Amount, decimal.Round(pair.First.Amount, decimals));
            });
            random.Shuffle(parts);
            var shuffled = Attribution.Of(amount, decimals, parts).Result!.Parts;
            Assert.Equal(result.OrderBy(part => part.Council), shuffled.OrderBy(part => part.Council));
        }
    }

    public static TheoryData<int> Cases => [0, 100, 200, 300, 400, 500, 600, 700, 800, 900];

    [Fact]
    public void What_cannot_be_split_is_named()
    {
        var hackney = new AttributionBase(CouncilCode.Parse("hackney"), 1);
        Named.Problem("base-out-of-range", Attribution.Of(1, 0, []).Problem);
        Named.Problem("base-empty", Attribution.Of(1, 0, [hackney with { Value = 0 }]).Problem);
        Named.Problem("amount-negative", Attribution.Of(1, 0, [hackney with { Value = -1 }]).Problem);
        Named.Problem("council-repeated", Attribution.Of(1, 0, [hackney, hackney]).Problem);
        Named.Problem("decimals-out-of-range", Attribution.Of(1, 7, [hackney]).Problem);
        Named.Problem("amount-finer-than-decimals", Attribution.Of(1.5m, 0, [hackney]).Problem);
        Named.Problem("amount-too-large", Attribution.Of(2_000_000_000_000_000m, 0, [hackney]).Problem);
    }

    private static decimal Places(Random random, long least, long most, int decimals)
    {
        var scale = (decimal)Math.Pow(10, decimals);
        return decimal.Round((random.NextInt64(least, most) + (decimal)random.NextDouble()) * scale) / scale;
    }

    private static IReadOnlyList<AttributionPart> Split(decimal amount, int decimals, params (string Council, decimal Value)[] parts) =>
        Attribution.Of(amount, decimals,
            [.. parts.Select(part => new AttributionBase(CouncilCode.Parse(part.Council), part.Value))]).Result!.Parts;
}
