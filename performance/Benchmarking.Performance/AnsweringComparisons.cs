using System.Text.Json;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using BenchmarkDotNet.Attributes;

namespace Benchmarking.Performance;

/// <summary>A comparison with all councils, computed, published and written, against System.Text.Json writing the same finished
/// answer.</summary>
[MemoryDiagnoser]
public class AnsweringComparisons
{
    private static readonly FinancialYear Year = new(2012);

    private readonly PeerGroups peers = PeerGroups.Of(ReferenceData.Current);
    private readonly IReadOnlyList<Observation> observations = SampleFigures.Read();
    private readonly Metric metric = ReferenceData.Current.Metrics.Find(SampleFigures.Metric)!;
    private PublishedComparison finished = null!;

    [Params("all", "nearest:15")]
    public string Peers { get; set; } = "";

    [GlobalSetup]
    public void Finish() => finished = Publish();

    [Benchmark(Baseline = true, Description = "System.Text.Json writes the answer")]
    public int Write() => JsonSerializer.SerializeToUtf8Bytes(finished, PublishedJson.Options).Length;

    [Benchmark(Description = "a comparison is computed and written")]
    public int Answer() => JsonSerializer.SerializeToUtf8Bytes(Publish(), PublishedJson.Options).Length;

    private PublishedComparison Publish()
    {
        var group = peers.Find(Peers, Year, CouncilCode.Parse("kent")).Group!;
        return Publication.Publish(Comparer.Compare(metric, Year, FigureStatus.Actual, observations, group));
    }
}
