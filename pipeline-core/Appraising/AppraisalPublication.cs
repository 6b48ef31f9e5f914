using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>The one place where appraisals are rounded, half away from zero: money and years to two places, average prices to four.
/// Amounts that are split or added to the penny are published as they are, so that parts go on adding to the whole.</summary>
public static class AppraisalPublication
{
    private const int MoneyPlaces = 2;
    private const int YearPlaces = 2;
    private const int PricePlaces = 4;
    private const int FactorPlaces = 4;
    private const int RatioPlaces = 2;

    public static PublishedInvestment Publish(InvestmentReturn result) => new(
        result.Discounting.Rate, result.Years, [.. result.Net.Select(Money)], [.. result.Cumulative.Select(Money)],
        Rounding.Publish(result.PaybackYears, YearPlaces), Money(result.NetPresentValue), ReturnOnInvestment.Convention,
        Codes.Of(result.Discounting.Schedule), result.Discounting.Source, Codes.Of(result.Discounting.Prices), result.Discounting.Inflation,
        result.Discounting.OptimismBias, [.. result.DiscountFactors.Select(factor => Rounding.Publish(factor, FactorPlaces))],
        Money(result.PresentSavings), Money(result.PresentCosts), Rounding.Publish(result.BenefitCostRatio, RatioPlaces));

    public static PublishedAttribution Publish(AttributedAmount result) => new(
        result.Amount, result.Decimals,
        [.. result.Parts.Select(part => new PublishedPart(part.Council.Value, Plain(part.Share), Plain(part.Amount)))],
        Attribution.Rule);

    public static PublishedEqualisation Publish(PriceSaving result) => new(
        Codes.Of(result.Average), result.Factor, Money(result.Total),
        [.. result.Councils.Select(council => new PublishedCouncilSaving(council.Council.Value, Money(council.Saving)))],
        [.. result.Providers.Select(p => new PublishedProviderSaving(
            p.Provider, p.Service, Rounding.Publish(p.AveragePrice, PricePlaces), Money(p.Saving), [.. p.Councils.Select(c => c.Value)]))],
        [.. result.NotCompared.Select(single => new PublishedSingleBuyer(single.Provider, single.Service, single.Council.Value))],
        PriceEqualisation.Rule);

    private static decimal Money(decimal value) => Rounding.Publish(value, MoneyPlaces);

    private static decimal Plain(decimal value) => Rounding.Publish(value, Attribution.MostDecimals);
}

/// <summary>Net and cumulative flows in the order of <c>years</c>, with the uplift of costs (<c>optimismBias</c>) and without
/// <c>inflation</c> that was taken out; <c>paybackYears</c> is null where it never pays back, <c>benefitCostRatio</c> where nothing is
/// spent, <c>discountRate</c> where the schedule has its own; <c>scheduleSource</c> says where those stand.</summary>
public sealed record PublishedInvestment(
    decimal? DiscountRate,
    IReadOnlyList<string> Years,
    IReadOnlyList<decimal> Net,
    IReadOnlyList<decimal> Cumulative,
    decimal? PaybackYears,
    decimal NetPresentValue,
    string Convention,
    string Schedule,
    string? ScheduleSource,
    string Prices,
    decimal? Inflation,
    decimal OptimismBias,
    IReadOnlyList<decimal> DiscountFactors,
    decimal PresentSavings,
    decimal PresentCosts,
    decimal? BenefitCostRatio);

public sealed record PublishedAttribution(decimal Amount, int Decimals, IReadOnlyList<PublishedPart> Parts, string Convention);

/// <summary><c>share</c> is per cent of the base.</summary>
public sealed record PublishedPart(string Council, decimal Share, decimal Amount);

/// <summary>£ a year; councils and providers each add to <c>total</c>. <c>notCompared</c> are services that one council alone buys
/// there.</summary>
public sealed record PublishedEqualisation(
    string Average,
    decimal Factor,
    decimal Total,
    IReadOnlyList<PublishedCouncilSaving> Councils,
    IReadOnlyList<PublishedProviderSaving> Providers,
    IReadOnlyList<PublishedSingleBuyer> NotCompared,
    string Convention);

public sealed record PublishedCouncilSaving(string Council, decimal Saving);

public sealed record PublishedProviderSaving(
    string Provider, string Service, decimal AveragePrice, decimal Saving, IReadOnlyList<string> Councils);

public sealed record PublishedSingleBuyer(string Provider, string Service, string Council);
