using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>A council's unbroken run of yearly values, one for each year from the first.</summary>
public sealed record YearlySeries(CouncilCode Council, FinancialYear First, IReadOnlyList<decimal> Values)
{
    /// <summary>The value of a year; null outside the run.</summary>
    public decimal? At(int startYear) =>
        startYear >= First.StartYear && startYear < First.StartYear + Values.Count ? Values[startYear - First.StartYear] : null;

    /// <summary>The run as it was known at the end of a year; null where it had too few values by then.</summary>
    internal YearlySeries? UpTo(int startYear, int fewest)
    {
        var known = Math.Min(Values.Count, startYear - First.StartYear + 1);
        return known >= fewest && At(startYear) is not null ? this with { Values = [.. Values.Take(known)] } : null;
    }
}
