using Benchmarking.Core;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using BenchmarkDotNet.Attributes;
using MathNet.Numerics.Statistics;

namespace Benchmarking.Performance;

/// <summary>One slice of all 152 councils made anew, with the summary of every named group, against MathNet.Numerics computing mean,
/// standard deviation and quartiles of the same groups in floating point. A year of sixty metrics is sixty of them.</summary>
[MemoryDiagnoser]
public class RefreshingSlices
{
    private readonly SliceKey key = new(SampleFigures.Metric, new FinancialYear(2012), FigureStatus.Actual);
    private readonly IReadOnlyList<Observation> observations = SampleFigures.Read();
    private double[][] groups = [];

    [GlobalSetup]
    public void Choose()
    {
        var values = observations.ToDictionary(figure => figure.Council, figure => (double)figure.Value!.Value);
        groups = [.. PeerGroups.Of(ReferenceData.Current).Named(key.Year)
            .Select(group =>
                group.Members.Where(member => values.ContainsKey(member.Council)).Select(member => values[member.Council]).ToArray())];
    }

    [Benchmark(Baseline = true, Description = "MathNet.Numerics summarises the groups")]
    public double Summarise()
    {
        var sum = 0.0;
        foreach (var group in groups)
        {
            double[] sorted = [.. group.Order()];
            var (mean, deviation) = sorted.MeanStandardDeviation();
            sum += mean + deviation;
            foreach (var p in new[] { 0, 0.25, 0.5, 0.75, 1 })
            {
                sum += SortedArrayStatistics.QuantileCustom(sorted, p, QuantileDefinition.R7);
            }
        }

        return sum;
    }

    [Benchmark(Description = "a slice is refreshed")]
    public string Refresh() => RefreshPipeline.Refresh(key, observations, [], ReferenceData.Current).Version;
}
