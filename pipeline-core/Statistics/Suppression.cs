namespace Benchmarking.Core.Statistics;

/// <summary>Disclosure control for counts of people below national level (NHS Digital, secondary care rule):
/// 0 is shown, 1 to 7 are withheld, others go to the nearest 5.</summary>
public static class Suppression
{
    private const decimal LargestWithheld = 7;

    /// <summary>Null where the count is withheld.</summary>
    public static decimal? Publish(decimal count) =>
        count == 0 ? 0
        : count <= LargestWithheld ? null
        : Rounding.ToNearest(count, 5);
}
