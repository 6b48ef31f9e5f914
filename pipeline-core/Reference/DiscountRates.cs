namespace Benchmarking.Core.Reference;

/// <summary>The rates by which the Green Book discounts real flows of money. They fall in steps over the years; those for health and life,
/// which are for outcomes that are not money, are not held.</summary>
public sealed record DiscountRates(string Source, IReadOnlyList<DiscountSpan> Spans)
{
    /// <summary>The rate by which a year is discounted to the year before it, as a share.</summary>
    public decimal Of(int year) => Spans.First(span => span.To is not { } last || year <= last).Rate;

    internal static DiscountRates Load() => EmbeddedData.Json<DiscountRates>("discount-rates.json");
}

/// <summary>The rate of the years up to one, which is included; the last span has no end.</summary>
public sealed record DiscountSpan(int? To, decimal Rate);
