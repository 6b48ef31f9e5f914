using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>What a council pays a provider for a unit of a service, and how many units it buys in a year.</summary>
public sealed record Price(CouncilCode Council, string Provider, string Service, decimal Quantity, decimal UnitPrice);

/// <summary>Which average nobody is to pay more than.</summary>
public enum PriceAverage
{
    /// <summary>Spend over quantity: each unit bought counts once.</summary>
    Weighted,

    /// <summary>Mean of the councils' prices: each council counts once.</summary>
    Simple,
}

/// <summary>What several councils would save, in £ a year to the penny: <c>Total</c>, the councils' and the providers' savings agree
/// exactly. <c>NotCompared</c> are the services that one council alone buys from a provider.</summary>
public sealed record PriceSaving(
    PriceAverage Average,
    decimal Factor,
    decimal Total,
    IReadOnlyList<CouncilSaving> Councils,
    IReadOnlyList<ProviderSaving> Providers,
    IReadOnlyList<SingleBuyer> NotCompared);

public sealed record CouncilSaving(CouncilCode Council, decimal Saving);

/// <summary>One service of one provider; <c>AveragePrice</c> is unrounded.</summary>
public sealed record ProviderSaving(string Provider, string Service, IReadOnlyList<CouncilCode> Councils, decimal AveragePrice,
    decimal Saving);

public sealed record SingleBuyer(string Provider, string Service, CouncilCode Council);
