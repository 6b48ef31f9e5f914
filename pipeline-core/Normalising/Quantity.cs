namespace Benchmarking.Core.Normalising;

/// <summary>A figure in its normal unit with the rows it comes from; <c>Stated</c> is false where it was added up or divided.
/// <c>Words</c> name it for the basis of an answer.</summary>
internal sealed record Quantity(decimal Value, bool Stated, string Words, IReadOnlyList<ObservationSource> Sources)
{
    /// <summary>The least that anything is divided by: no budget, count or percentage is smaller, and a quotient stays within a
    /// decimal.</summary>
    public const decimal LeastDivisor = 0.0001m;

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    /// <summary>True where the value is per cent of something unknown: it may only be divided by another of its kind.</summary>
    public bool IsRelative { get; init; }
}
