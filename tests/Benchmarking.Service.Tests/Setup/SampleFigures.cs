using Benchmarking.Core;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Setup;

/// <summary>What the sample returns come to, by the core alone: checked, normalised and put into slices without storage or
/// service.</summary>
internal static class SampleFigures
{
    private const int MaxBytes = 10_000_000;

    private static readonly ReferenceData Reference = ReferenceData.Current;
    private static readonly PeerGroups Groups = new(PeerSources.Of(Reference));
    private static readonly Lazy<IReadOnlyList<(ReturnPath Path, CheckedReturn Return)>> Returns = new(Read);
    private static readonly Lazy<ILookup<SliceKey, Observation>> Observations = new(Observe);

    /// <summary>How many returns end with a status.</summary>
    public static int Count(ReturnStatus status) => Returns.Value.Count(filed => filed.Return.Status == status);

    public static PublishedComparison Compare(string metric, string year, string peers, string council)
    {
        var key = new SliceKey(metric, FinancialYear.Parse(year), FigureStatus.Actual);
        var group = Groups.Find(peers, key.Year, CouncilCode.Parse(council)).Group!;
        return Publication.Publish(
            Comparer.Compare(Reference.Metrics.Find(metric)!, key.Year, key.Status, Refresh(key).Observations, group));
    }

    public static PublishedCategoryTrend Trend(string peers, FigureStatus status) => TrendPublication.Publish(CategoryTrends.Trace(
        [
            .. Observations.Value.Select(slice => slice.Key)
                .Where(key => key.Metric == Normaliser.SavingsCategories && key.Status == status)
                .Select(key => new SavingsSlice(key.Year, status, Groups.Find(peers, key.Year).Group!, Refresh(key).Observations)),
        ],
        CategoryLevel.Category,
        Reference)) with { Peers = peers };

    /// <summary>The receipt of a file that is checked and not stored.</summary>
    public static Receipt Check(string path, byte[] content)
    {
        var file = Filed(path, content);
        return ReturnPipeline.Receipt(file, ReturnPipeline.Check(file, Path(path), MaxBytes, Reference), null, null, Reference);
    }

    private static Slice Refresh(SliceKey key) => RefreshPipeline.Refresh(key, Observations.Value[key], [], Reference);

    private static IReadOnlyList<(ReturnPath Path, CheckedReturn Return)> Read()
    {
        var root = System.IO.Path.Combine(Repository.Root, TestReturns.Shipped);
        return
        [
            .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => (Name: System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'), Content: File.ReadAllBytes(file)))
                .Select(file =>
                    (Path(file.Name)!, ReturnPipeline.Check(Filed(file.Name, file.Content), Path(file.Name), MaxBytes, Reference))),
        ];
    }

    private static ILookup<SliceKey, Observation> Observe() =>
        Returns.Value.Where(filed => filed.Return.Status == ReturnStatus.Accepted)
            .GroupBy(filed => filed.Path.Council)
            .SelectMany(own => Normaliser.Observe(
                own.Key, own.Select(filed => new AcceptedReturn(filed.Path.ToString(), filed.Path.Year, filed.Return)), Reference))
            .ToLookup(observation => new SliceKey(observation.Metric, observation.Year, observation.Status));

    private static FiledReturn Filed(string path, byte[] content) =>
        new(path, Receipt.Fingerprint(content), content.Length, DateTimeOffset.UnixEpoch, content);

    private static ReturnPath? Path(string name) => ReturnPath.TryParse(name, out var path) ? path : null;
}
