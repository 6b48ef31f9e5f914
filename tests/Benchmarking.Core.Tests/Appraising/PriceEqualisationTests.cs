using Benchmarking.Core.Appraising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Appraising;

public sealed class PriceEqualisationTests
{
    // Residential care from Sunrise: 10 at 500, 20 at 530, 10 at 600, so 21,600 for 40, 540 each; the mean of the prices is 543.33….
    // Home care from Beacon: 100 at 15, 300 at 13, so 5,400 for 400, 13.50 each; the mean of the prices is 14.
    private static readonly Price[] ThreeCouncils =
    [
        Priced("barnet", "Sunrise", "residential", 10, 500), Priced("camden", "Sunrise", "residential", 20, 530),
        Priced("hackney", "Sunrise", "residential", 10, 600),
        Priced("barnet", "Beacon", "home care", 100, 15), Priced("camden", "Beacon", "home care", 300, 13),
        Priced("hackney", "Solo", "day care", 5, 40),
    ];

    [Fact]
    public void By_the_weighted_average_three_councils_save_750()
    {
        var result = Of(PriceAverage.Weighted, 1);
        Assert.Equal(750, result.Total);
        Assert.Equal([("barnet", 150m), ("camden", 0m), ("hackney", 600m)], Councils(result));
        Assert.Equal([("Beacon", 13.5m, 150m), ("Sunrise", 540m, 600m)],
            result.Providers.Select(p => (p.Provider, p.AveragePrice, p.Saving)));
    }

    [Fact]
    public void By_the_simple_average_they_save_666_67()
    {
        var result = Of(PriceAverage.Simple, 1);
        Assert.Equal([("barnet", 100m), ("camden", 0m), ("hackney", 566.67m)], Councils(result));
        Assert.Equal(666.67m, result.Total);
    }

    [Fact]
    public void A_factor_of_half_counts_half_of_the_saving() =>
        Assert.Equal([("barnet", 75m), ("camden", 0m), ("hackney", 300m)], Councils(Of(PriceAverage.Weighted, 0.5m)));

    [Fact]
    public void A_service_that_one_council_alone_buys_is_not_compared() =>
        Assert.Equal([new SingleBuyer("Solo", "day care", CouncilCode.Parse("hackney"))], Of(PriceAverage.Weighted, 1).NotCompared);

    [Fact]
    public void Several_lines_of_one_council_are_one_price()
    {
        // Hackney pays 600 for 10 on average, whether it says so in one line or in two.
        Price[] split = [.. ThreeCouncils.Where(p => p.UnitPrice != 600), Priced("hackney", "Sunrise", "residential", 5, 700),
            Priced("hackney", "Sunrise", "residential", 5, 500)];
        Assert.Equal(Councils(Of(PriceAverage.Simple, 1)), Councils(PriceEqualisation.Of(PriceAverage.Simple, 1, split).Result!));
    }

    [Fact]
    public void Names_match_whatever_their_case_and_spacing()
    {
        var result = PriceEqualisation.Of(PriceAverage.Weighted, 1, [Priced("barnet", "Care UK", "Home care", 1, 10), Priced("camden",
            "care-uk", "home  care", 1, 20)]).Result!;
        Assert.Equal(("Care UK", "Home care", 15m, 5m),
            result.Providers.Select(p => (p.Provider, p.Service, p.AveragePrice, p.Saving)).Single());
    }

    [Fact]
    public void Equal_prices_save_nothing() =>
        Assert.Equal(0,
            PriceEqualisation.Of(PriceAverage.Simple, 1,
                [Priced("barnet", "p", "s", 1, 9), Priced("camden", "p", "s", 7, 9)]).Result!.Total);

    // 3,073.75 for 6 is 512.291666… each, of which Hackney pays 5.858333… more for each of 3: 17.575 exactly.
    [Fact]
    public void A_half_penny_goes_up_also_where_the_average_does_not_end() =>
        Assert.Equal([("hackney", 17.58m), ("kent", 0m)], Councils(PriceEqualisation.Of(PriceAverage.Weighted, 1,
            [Priced("hackney", "p", "s", 3, 518.15m), Priced("kent", "p", "s", 2, 500.85m),
                Priced("kent", "p", "s", 1, 517.60m)]).Result!));

    // Worked out in whole pence: (price × all − spend) × quantity ÷ all, of which the half counts up.
    [Fact]
    public void Savings_are_those_of_whole_numbers_in_any_of_2000_cases()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            (long Pence, long Quantity)[] lines = [.. Enumerable.Range(0, 6)
                .Select(_ => (random.NextInt64(1, 99_999), random.NextInt64(1, 13)))];
            var (all, spend) = (lines.Sum(line => line.Quantity), lines.Sum(line => line.Pence * line.Quantity));
            var expected = lines.Select(line => Math.Max(0, (2 * ((line.Pence * all) - spend) * line.Quantity) + all) / (2 * all) / 100m);
            var result = PriceEqualisation.Of(
                PriceAverage.Weighted, 1, [.. lines.Select((line, i) =>
                    Priced($"c{i}", "p", "s", line.Quantity, line.Pence / 100m))]).Result!;
            Assert.Equal(expected, result.Councils.Select(council => council.Saving));
        }
    }

    [Fact]
    public void Totals_agree_and_nobody_loses_in_any_of_500_cases()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var prices = Enumerable.Range(0, random.Next(1, 40)).Select(_ => Priced(
                $"c{random.Next(6)}", $"p{random.Next(4)}", $"s{random.Next(2)}", random.Next(1, 9999) / 7m, random.Next(0, 99999) / 100m))
                    .ToArray();
            var average = (PriceAverage)random.Next(2);
            var result = PriceEqualisation.Of(average, 1, prices).Result!;
            Assert.Equal(result.Total, result.Councils.Sum(council => council.Saving));
            Assert.Equal(result.Total, result.Providers.Sum(provider => provider.Saving));
            Assert.All(result.Councils, council => Assert.True(council.Saving >= 0));
            random.Shuffle(prices);
            Assert.Equal(Councils(result), Councils(PriceEqualisation.Of(average, 1, prices).Result!));
        }
    }

    [Theory]
    [InlineData("p", "s", 0, 1, 1, "quantity-out-of-range")]
    [InlineData("p", "s", 1, -1, 1, "price-out-of-range")]
    [InlineData(" ", "s", 1, 1, 1, "name-missing")]
    [InlineData("p", "", 1, 1, 1, "name-missing")]
    [InlineData("p", "s", 1, 1, 1.5, "share-out-of-range")]
    [InlineData("p", "s", 1, 1, -0.1, "share-out-of-range")]
    [InlineData("p", "s", 1.1e12, 1, 1, "quantity-out-of-range")]
    [InlineData("p", "s", 1, 1.1e9, 1, "price-out-of-range")]
    public void A_price_that_cannot_be_is_named(string provider, string service, double quantity, double price, double factor,
        string code) =>
        Named.Problem(code, PriceEqualisation.Of(
            PriceAverage.Weighted, (decimal)factor, [Priced("barnet", provider, service, (decimal)quantity, (decimal)price)]).Problem);

    [Fact]
    public void Names_have_at_most_200_characters_and_the_largest_sizes_are_taken()
    {
        var (fits, tooLong) = (new string('x', 200), new string('x', 201));
        Assert.True(PriceEqualisation.Of(PriceAverage.Weighted, 0,
            [Priced("barnet", fits, fits, 1e12m, 1e9m), Priced("camden", fits, fits, 1, 0)]).Succeeded);
        Named.Problem("name-too-long", PriceEqualisation.Of(PriceAverage.Weighted, 1, [Priced("barnet", tooLong, "s", 1, 1)]).Problem);
        Named.Problem("name-too-long", PriceEqualisation.Of(PriceAverage.Weighted, 1, [Priced("barnet", "p", tooLong, 1, 1)]).Problem);
    }

    [Fact]
    public void No_prices_are_named() => Named.Problem("prices-out-of-range", PriceEqualisation.Of(PriceAverage.Weighted, 1, []).Problem);

    private static PriceSaving Of(PriceAverage average, decimal factor) => PriceEqualisation.Of(average, factor, ThreeCouncils).Result!;

    private static IEnumerable<(string Council, decimal Saving)> Councils(PriceSaving result) =>
        result.Councils.Select(c => (c.Council.Value, c.Saving));

    private static Price Priced(string council, string provider, string service, decimal quantity, decimal price) =>
        new(CouncilCode.Parse(council), provider, service, quantity, price);
}
