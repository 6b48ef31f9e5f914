using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Appraising.Limits;

namespace Benchmarking.Core.Appraising;

/// <summary>The saving if nobody paid a provider more for a service than the average of the councils that buy it there, as the tri-borough
/// plans (June 2011) reckon for placements and home care; a council at or below the average stays where it is.</summary>
public static class PriceEqualisation
{
    public const string Rule =
        "For each provider and service bought by several councils: (price - average) x quantity x factor for every council above the "
        + "average, rounded to the penny, then added. A council's several lines with a provider and service are one price, spend over "
        + "quantity. Weighted average: spend over quantity of all councils; simple: mean of the councils' prices.";

    public const int MostPrices = 20_000;

    private const int Pence = 2;
    private const int ExactPlaces = 12;
    private const int LongestName = 200;

    /// <summary>Names match without regard to case, spaces, hyphens and underscores. <paramref name="factor"/> is the part of the reckoned
    /// saving that is counted: the papers took 0.5 for mental health.</summary>
    public static Appraised<PriceSaving> Of(PriceAverage average, decimal factor, IReadOnlyList<Price> prices)
    {
        if (Fault(factor, prices) is { } problem)
        {
            return problem;
        }

        var offers = prices
            .GroupBy(price => (Provider: Codes.Fold(price.Provider), Service: Codes.Fold(price.Service)))
            .Select(group => Offer.Of(group, average, factor))
            .OrderBy(offer => offer.Provider, StringComparer.Ordinal).ThenBy(offer => offer.Service, StringComparer.Ordinal)
            .ToList();
        List<Offer> shared = [.. offers.Where(offer => offer.Councils.Count > 1)];
        var savings = shared.SelectMany(offer => offer.Savings).ToLookup(saving => saving.Council, saving => saving.Saving);
        return new PriceSaving(
            average, factor, shared.Sum(offer => offer.Total),
            [.. prices.Select(price => price.Council).Distinct().Order()
                .Select(council => new CouncilSaving(council, savings[council].Sum()))],
            [.. shared.Select(offer => new ProviderSaving(offer.Provider, offer.Service, offer.Councils, offer.AveragePrice, offer.Total))],
            [.. offers.Where(offer => offer.Councils.Count == 1)
                .Select(offer => new SingleBuyer(offer.Provider, offer.Service, offer.Councils[0]))]);
    }

    private static AppraisalProblem? Fault(decimal factor, IReadOnlyList<Price> prices) =>
        prices.Count is 0 or > MostPrices
            ? new("prices-out-of-range", Text($"There are {prices.Count} prices: give 1 to {MostPrices}."))
            : Share("The factor", factor) ?? prices.Select(Fault).FirstOrDefault(problem => problem is not null);

    private static AppraisalProblem? Fault(Price price)
    {
        var what = $"of {price.Council} for '{price.Service}' from '{price.Provider}'";
        return Codes.Fold(price.Provider).Length == 0 || Codes.Fold(price.Service).Length == 0
            ? new("name-missing", $"A price of {price.Council} lacks its provider or service: name both.")
            : price.Provider.Length > LongestName || price.Service.Length > LongestName
            ? new("name-too-long",
                Text($"A provider or service of {price.Council} has more than {LongestName} characters: shorten its name."))
            : price.Quantity <= 0 || price.Quantity > Largest / 1_000
            ? new("quantity-out-of-range", Text($"The quantity {what} is {price.Quantity}: give the units bought in a year, more than 0."))
            : price.UnitPrice < 0 || price.UnitPrice > Largest / 1_000_000
            ? new("price-out-of-range", Text($"The price {what} is {price.UnitPrice}: give £ for one unit, 0 or more."))
            : null;
    }

    /// <summary>One provider's price list for one service: who pays what, and what each would save.</summary>
    private sealed record Offer(string Provider, string Service, decimal AveragePrice, IReadOnlyList<CouncilSaving> Savings)
    {
        public IReadOnlyList<CouncilCode> Councils => [.. Savings.Select(saving => saving.Council)];

        public decimal Total => Savings.Sum(saving => saving.Saving);

        public static Offer Of(IEnumerable<Price> prices, PriceAverage average, decimal factor)
        {
            var lines = prices.OrderBy(price => price.Provider, StringComparer.Ordinal)
                .ThenBy(price => price.Service, StringComparer.Ordinal).ToList();
            var paid = lines.GroupBy(price => price.Council).OrderBy(group => group.Key)
                .Select(group => (Council: group.Key, Quantity: group.Sum(p => p.Quantity), Price: MeanPrice(group))).ToList();
            var mean = average == PriceAverage.Weighted ? MeanPrice(lines) : paid.Average(own => own.Price);
            return new(
                lines[0].Provider, lines[0].Service, mean,
                [.. paid.Select(own => new CouncilSaving(own.Council, Saving(own.Price - mean, own.Quantity, factor)))]);
        }

        // What an average that does not end leaves of 28 digits must not decide about a half-penny.
        private static decimal Saving(decimal above, decimal quantity, decimal factor) =>
            above <= 0 ? 0 : Rounding.Publish(Math.Round(above * quantity * factor, ExactPlaces, MidpointRounding.AwayFromZero), Pence);

        private static decimal MeanPrice(IEnumerable<Price> lines)
        {
            var (spend, quantity) =
                lines.Aggregate((Spend: 0m, Quantity: 0m), (sum, p) => (sum.Spend + (p.Quantity * p.UnitPrice), sum.Quantity + p.Quantity));
            return spend / quantity;
        }
    }
}
