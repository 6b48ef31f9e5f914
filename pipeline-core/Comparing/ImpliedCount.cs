using Benchmarking.Core.Statistics;

namespace Benchmarking.Core.Comparing;

/// <summary>The number of people that a rate per 1,000 comes to in a population, where no count was filed. Nobody published it: wherever it
/// is shown it is called implied.</summary>
internal static class ImpliedCount
{
    private const decimal Per = 1000;

    /// <summary>Whole people; somebody is there where the rate is above 0.</summary>
    public static decimal Of(decimal rate, decimal population) =>
        rate <= 0 ? 0 : Math.Max(1, Rounding.Publish(rate * population / Per, 0));
}
