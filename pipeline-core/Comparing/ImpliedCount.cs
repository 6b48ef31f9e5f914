using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;

namespace Benchmarking.Core.Comparing;

/// <summary>The number of people that a rate comes to in a population, where no count was filed. Nobody published it: wherever it
/// is shown it is called implied.</summary>
internal static class ImpliedCount
{
    /// <summary>Whole people; somebody is there where the rate is above 0.</summary>
    public static decimal Of(Metric metric, decimal rate, decimal population) =>
        rate <= 0 ? 0 : Math.Max(1, Rounding.Publish(rate * population / Comparer.Per(metric), 0));
}
