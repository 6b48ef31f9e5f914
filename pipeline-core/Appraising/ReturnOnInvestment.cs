using System.Globalization;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Appraising.Limits;

namespace Benchmarking.Core.Appraising;

/// <summary>One year's savings in and one-off costs out, both 0 or more. The year is a financial year, or <c>Year 0</c>, <c>Year 1</c>… as
/// the councils' papers number them.</summary>
public sealed record CashFlow(string Year, decimal In, decimal Out)
{
    public decimal Net => In - Out;
}

/// <summary>What a plan returns, unrounded and in the unit of its flows, which are those appraised: with the uplift of costs, without
/// inflation that was taken out. <c>PaybackYears</c> is null where it never pays back, <c>BenefitCostRatio</c> where nothing is
/// spent.</summary>
public sealed record InvestmentReturn(
    Discounting Discounting,
    IReadOnlyList<string> Years,
    IReadOnlyList<decimal> Net,
    IReadOnlyList<decimal> Cumulative,
    IReadOnlyList<decimal> DiscountFactors,
    decimal? PaybackYears,
    decimal NetPresentValue,
    decimal PresentSavings,
    decimal PresentCosts)
{
    public decimal? BenefitCostRatio => PresentCosts == 0 ? null : PresentSavings / PresentCosts;
}

/// <summary>Net and cumulative flows, payback and net present value, as in the tri-borough service plans of June 2011, whose printed
/// 1.1 years and £17,977k at 4 % it gives.</summary>
public static class ReturnOnInvestment
{
    public const string Convention =
        "Net present value: year-end flows, year 0 (the first) undiscounted, each later one divided by (1 + rate) once for every year. "
        + "Payback: undiscounted, counted from the end of year 0, linear inside the year of recovery; the last recovery where the "
        + "cumulative flow falls below 0 again; 0 where it never is below 0; none where it ends below 0.";

    public const int MostYears = 100;

    public static Appraised<InvestmentReturn> Of(decimal discountRate, IReadOnlyList<CashFlow> flows) =>
        Of(Discounting.Flat(discountRate), flows);

    public static Appraised<InvestmentReturn> Of(Discounting discounting, IReadOnlyList<CashFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(discounting);
        if ((discounting.Fault() ?? Fault(flows)) is { } problem)
        {
            return problem;
        }

        var appraised = discounting.Adjusted(flows);
        decimal[] net = [.. appraised.Select(flow => flow.Net)];
        var (cumulative, factors) = (Running(net), discounting.Factors(flows.Count));
        decimal Present(Func<CashFlow, decimal> part) => appraised.Zip(factors, (flow, factor) => part(flow) * factor).Sum();
        return new InvestmentReturn(
            discounting, [.. flows.Select(flow => Label(flow.Year))], net, cumulative, factors, Payback(net, cumulative),
            Present(flow => flow.Net), Present(flow => flow.In), Present(flow => flow.Out));
    }

    /// <summary>Years from the end of year 0 until what was spent has come back for good.</summary>
    private static decimal? Payback(decimal[] net, decimal[] cumulative)
    {
        var lastUnder = Array.FindLastIndex(cumulative, value => value < 0);
        return lastUnder < 0 ? 0
            : lastUnder == net.Length - 1 ? null
            : lastUnder + (-cumulative[lastUnder] / net[lastUnder + 1]);
    }

    private static decimal[] Running(decimal[] net)
    {
        var sum = 0m;
        return [.. net.Select(flow => sum += flow)];
    }

    private static AppraisalProblem? Fault(IReadOnlyList<CashFlow> flows)
    {
        if (flows.Count is 0 or > MostYears)
        {
            return new("flows-out-of-range",
                Text($"There are {flows.Count} flows: give 1 to {MostYears}, one for each year, the first being year 0."));
        }

        return flows.Select(Fault).FirstOrDefault(problem => problem is not null) ?? OrderFault(flows);
    }

    private static AppraisalProblem? Fault(CashFlow flow) => Place(flow.Year) is null
        ? new("year-unreadable", $"'{flow.Year}' is not a financial year such as 2012-13, nor a number of a year such as Year 1.")
        : NotNegative($"The savings in of {flow.Year}", flow.In) ?? NotNegative($"The costs out of {flow.Year}", flow.Out);

    private static AppraisalProblem? OrderFault(IReadOnlyList<CashFlow> flows)
    {
        for (var i = 1; i < flows.Count; i++)
        {
            var (before, year) = (Place(flows[i - 1].Year)!.Value, Place(flows[i].Year)!.Value);
            if (year.Numbered != before.Numbered || year.Place != before.Place + 1)
            {
                return new(
                    "years-not-consecutive",
                    $"{flows[i].Year} stands after {flows[i - 1].Year}: give every year once, in order; a year without flows has 0 and 0.");
            }
        }

        return null;
    }

    private static string Label(string year) => FinancialYear.TryParse(year, out var known) ? known.ToString() : year.Trim();

    // A financial year's place is its first calendar year; a numbered year's is its number.
    private static (bool Numbered, int Place)? Place(string text)
    {
        if (FinancialYear.TryParse(text, out var year))
        {
            return (false, year.StartYear);
        }

        const string Word = "Year ";
        var trimmed = text.Trim();
        return trimmed.StartsWith(Word, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(trimmed.AsSpan(Word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number < MostYears
                ? (true, number)
                : null;
    }
}
