namespace Benchmarking.Core.Statistics;

/// <summary>Averages that keep apart what counts once: each council (mean) or each £ or person (pooled ratio).</summary>
public static class Averages
{
    /// <summary>Arithmetic mean, each value counting once; null for no values.</summary>
    public static decimal? Mean(IReadOnlyCollection<decimal> values) =>
        values.Count == 0 ? null : values.Sum() / values.Count;

    /// <summary>Sample standard deviation, divisor n − 1; null under two values.</summary>
    public static decimal? StandardDeviation(IReadOnlyCollection<decimal> values)
    {
        if (values.Count < 2 || Mean(values) is not { } mean)
        {
            return null;
        }

        var squares = values.Sum(value => Math.Pow((double)(value - mean), 2));
        return (decimal)Math.Sqrt(squares / (values.Count - 1));
    }

    /// <summary>Σ numerators / Σ denominators × per over the councils that have both, as the ASC outcomes framework aggregates;
    /// null where nobody has both or the denominators add to nothing.</summary>
    public static PooledRatio? Pooled(IEnumerable<(decimal? Numerator, decimal? Denominator)> figures, decimal per)
    {
        var both = figures.Where(f => f.Numerator is not null && f.Denominator is not null).ToList();
        var numerator = both.Sum(f => f.Numerator!.Value);
        var denominator = both.Sum(f => f.Denominator!.Value);
        return denominator == 0 ? null : new(numerator / denominator * per, both.Count, numerator, denominator);
    }
}

/// <summary>A ratio of sums, the councils it rests on, and the sums.</summary>
public sealed record PooledRatio(decimal Value, int Councils, decimal Numerator, decimal Denominator);
