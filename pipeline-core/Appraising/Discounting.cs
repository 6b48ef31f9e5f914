using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Appraising;

/// <summary>How the rate goes on over the years: one rate for all, or that of the Green Book, which declines.</summary>
public enum DiscountSchedule
{
    Flat,
    GreenBook,
}

/// <summary>Whether flows are in the prices of one year, or in those of each.</summary>
public enum FlowPrices
{
    NotStated,
    Real,
    Nominal,
}

/// <summary>What flows are appraised by. Rates are shares (0.04 for 4 %): <c>Rate</c> of a flat schedule only, <c>Inflation</c> a year
/// where nominal flows are to be restated in the prices of year 0, <c>OptimismBias</c> the uplift that is put on all costs.</summary>
public sealed record Discounting(
    DiscountSchedule Schedule, decimal? Rate, FlowPrices Prices = FlowPrices.NotStated, decimal? Inflation = null, decimal OptimismBias = 0)
{
    /// <summary>Where the rates stand; null for a flat one, which is the caller's.</summary>
    public string? Source => Schedule == DiscountSchedule.GreenBook ? ReferenceData.Current.Discounts.Source : null;

    public static Discounting Flat(decimal rate) => new(DiscountSchedule.Flat, rate);

    /// <summary>The rate by which year <paramref name="year"/> is discounted to the year before it.</summary>
    public decimal RateOf(int year) => Rate ?? ReferenceData.Current.Discounts.Of(year);

    /// <summary>The factors of years 0, 1, 2…: 1, and each after it the one before divided by 1 + rate.</summary>
    public IReadOnlyList<decimal> Factors(int years)
    {
        // Divided year by year: the power it stands for would outgrow a decimal, its inverse only fades.
        var factor = 1m;
        return [.. Enumerable.Range(0, years).Select(year => year == 0 ? factor : factor /= 1 + RateOf(year))];
    }

    /// <summary>The flows as they are appraised: costs with the uplift, both in the prices of year 0 where inflation is taken
    /// out.</summary>
    public IReadOnlyList<CashFlow> Adjusted(IReadOnlyList<CashFlow> flows) =>
        [.. flows.Zip(Flat(Inflation ?? 0).Factors(flows.Count), (flow, prices) =>
            flow with { In = flow.In * prices, Out = flow.Out * (1 + OptimismBias) * prices })];

    internal AppraisalProblem? Fault() => this switch
    {
        { Schedule: DiscountSchedule.Flat, Rate: null } =>
            new("discount-rate-missing", "Give discountRate, such as 0.04 for 4 %, or the schedule green-book."),
        { Schedule: DiscountSchedule.GreenBook, Rate: not null } =>
            new("discount-rate-given-twice", "The schedule green-book has its own rates: leave discountRate out."),
        { Rate: < 0 or >= 1 } => new("discount-rate-out-of-range",
            Limits.Text($"The discount rate is {Rate}: give a number from 0 to below 1, such as 0.04 for 4 %.")),
        { Schedule: DiscountSchedule.GreenBook, Prices: FlowPrices.NotStated } => new("prices-missing",
            "The Green Book's rates are for real flows: say in prices whether these are real or nominal.", ["real", "nominal"]),
        { Schedule: DiscountSchedule.GreenBook, Prices: FlowPrices.Nominal, Inflation: null } => new("inflation-missing",
            "The Green Book's rates are for real flows: give inflation, such as 0.02 for 2 % a year, to take it out of nominal ones."),
        { Inflation: not null, Prices: not FlowPrices.Nominal } =>
            new("inflation-not-wanted", "Inflation is taken out of nominal flows only: leave it out, or say that prices are nominal."),
        { Inflation: < 0 or >= 1 } => new("inflation-out-of-range",
            Limits.Text($"The inflation is {Inflation}: give a number from 0 to below 1, such as 0.02 for 2 % a year.")),
        { OptimismBias: < 0 or > 2 } => new("optimism-bias-out-of-range",
            Limits.Text($"The optimism bias is {OptimismBias}: give the uplift of costs as a number from 0 to 2, such as 0.1 for 10 %.")),
        _ => null,
    };
}
