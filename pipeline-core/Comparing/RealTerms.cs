using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>Restating money in the prices of another year by HM Treasury's GDP deflator. <c>Release</c> says which series.</summary>
public sealed record RealTerms(FinancialYear BaseYear, decimal YearIndex, decimal BaseIndex, string Release)
{
    /// <summary>Null where the series does not reach one of the two years; the series' own base year is used unless told.</summary>
    public static RealTerms? From(GdpDeflator deflator, FinancialYear year, FinancialYear? baseYear = null)
    {
        var prices = baseYear ?? deflator.BaseYear;
        return deflator.Find(year) is { } from && deflator.Find(prices) is { } to ? new(prices, from, to, deflator.Release) : null;
    }

    /// <summary>real = cash × D(base year) / D(year of the figure).</summary>
    public static decimal Restate(decimal cash, decimal yearIndex, decimal baseIndex) => cash * baseIndex / yearIndex;

    public decimal? Restate(decimal? cash) => cash is { } value ? Restate(value, YearIndex, BaseIndex) : null;
}
