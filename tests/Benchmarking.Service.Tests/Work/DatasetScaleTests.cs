using System.Diagnostics;
using Benchmarking.Core;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Tests.Work;

/// <summary>What a load costs in storage calls, seconds and memory as councils grow: real files with their councils taken over and over
/// under made-up codes. <c>ALL_DATASETS=1</c> takes every file that ships.</summary>
public sealed class DatasetScaleTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Lever = "ALL_DATASETS";

    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "datasets");

    private static readonly string[] Few = ["revenue-outturn/2012-13.csv", "outcomes/2018-19.csv", "unit-costs/2012-13.csv"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Datasets_of_1500_councils_cost_as_many_calls_as_those_of_15_and_150()
    {
        string[] files = Environment.GetEnvironmentVariable(Lever) == "1"
            ? [.. Directory.EnumerateFiles(Folder, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))]
            : Few;
        var calls = new List<(int Load, int Slices)>();
        foreach (var councils in new[] { 15, 150, 1_500 })
        {
            var cost = await Load(files, councils);
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{files.Length} files, {councils} councils: {cost.Load} calls to load and {cost.Slices} for {cost.Keys} slices, "
                + $"{cost.Seconds:0.0} s, {cost.Allocated / 1_000_000} MB allocated, {cost.Most / 1_000_000} MB held at most");
            calls.Add((cost.Load, cost.Slices));
        }

        Assert.Single(calls.Distinct());
    }

    private async Task<(int Load, int Slices, int Keys, double Seconds, long Allocated, long Most)> Load(string[] files, int councils)
    {
        var connection = azurite.NewAccount();
        using (var plain = new TestApp(connection))
        {
            await plain.Storage.CreateMissing(Cancellation);
        }

        var (counted, keys, most) = (new StorageFaults(int.MaxValue, Fault.Before), new HashSet<SliceKey>(), 0L);
        using var app = new TestApp(connection, counted);
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        foreach (var name in files)
        {
            keys.UnionWith(await Load(app, name, councils));
            most = Math.Max(most, GC.GetTotalMemory(false));
        }

        var loaded = counted.Calls;
        foreach (var key in keys.Order())
        {
            await app.Refresh.Run(key, Cancellation);
        }

        var (refreshed, seconds) = (counted.Calls - loaded, Stopwatch.GetElapsedTime(started).TotalSeconds);
        var slice = await app.Served(SliceKey.Parse("net-expenditure-per-adult|2012-13|actual"));
        Assert.Equal(councils, slice.Count);
        return (loaded, refreshed, keys.Count, seconds, GC.GetTotalAllocatedBytes() - allocated, most);
    }

    /// <summary>Takes in a file whose figures are of so many councils, in the way that <see cref="IngestDataset"/> does.</summary>
    private static async Task<IReadOnlyList<SliceKey>> Load(TestApp app, string name, int councils)
    {
        Assert.True(DatasetPath.TryParse(name, out var path));
        var content = await File.ReadAllBytesAsync(Path.Combine(Folder, name), Cancellation);
        var file = new FiledReturn(name, Receipt.Fingerprint(content), content.Length, DateTimeOffset.UnixEpoch, content);
        var result = DatasetPipeline.Check(file, path, 10_000_000, ReferenceData.Current, null, Cancellation);
        var receipt = DatasetPipeline.Receipt(file, result, Receipt.IdFor($"datasets/{name}", file.Sha256, 1), 1, ReferenceData.Current);
        var dataset = ReferenceData.Current.Datasets.Find(path.Dataset)!;
        var figures = Among(PublishedFigures.Observe(result, dataset, receipt.Id!, ReferenceData.Current), councils);
        var ledger = await app.Ledgers.Read(IngestDataset.Partition(path), Cancellation);
        var next = LedgerEntry.After(null, IngestDataset.Row(path, name),
            new LedgerUpload(receipt.Id!, name, file.Sha256, receipt.Status, receipt.Revision, file.ReceivedAt));
        var entered = await app.DatasetSwitch.Run(ledger, path.Dataset, path.Year, next, receipt, content, figures, Cancellation);
        Assert.True(await app.DatasetSwitch.HandOn(entered!, path.Dataset, path.Year, next, Cancellation));
        return DatasetSwitch.KeysOf(path.Dataset, path.Year);
    }

    /// <summary>Council i has the figures of the i-th real one, and again from the first when all have been taken.</summary>
    private static IReadOnlyList<Observation> Among(IReadOnlyList<Observation> real, int councils) =>
    [
        .. real.GroupBy(figure => figure.Metric).SelectMany(metric =>
        {
            Observation[] own = [.. metric];
            return Enumerable.Range(0, councils).Select(i => own[i % own.Length] with { Council = CouncilCode.Parse($"made-up-{i}") });
        }),
    ];
}
