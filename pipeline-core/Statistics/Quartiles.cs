namespace Benchmarking.Core.Statistics;

/// <summary>The three type 7 quartiles of at least <see cref="SmallestGroup"/> values; fewer have none.</summary>
public sealed record Quartiles(decimal Q1, decimal Median, decimal Q3)
{
    /// <summary>Under four values a quarter would be less than one council.</summary>
    public const int SmallestGroup = 4;

    public static Quartiles? OfSorted(IReadOnlyList<decimal> sorted) =>
        sorted.Count < SmallestGroup
            ? null
            : new(Quantiles.OfSorted(sorted, 0.25m), Quantiles.OfSorted(sorted, 0.5m), Quantiles.OfSorted(sorted, 0.75m));

    public static Quartiles? Of(IEnumerable<decimal> values) => OfSorted([.. values.Order()]);

    /// <summary>The quarter in which a value lies, 1 for the lowest values to 4 for the highest whichever way is better.
    /// A value on a bound belongs to the lower-numbered side.</summary>
    public int BandOf(decimal value) =>
        value <= Q1 ? 1
        : value <= Median ? 2
        : value <= Q3 ? 3
        : 4;

    /// <summary>True where the middle half of the group shares one value, so that its quarters say nothing of that value.</summary>
    public bool Collapsed => Q1 == Q3;
}
