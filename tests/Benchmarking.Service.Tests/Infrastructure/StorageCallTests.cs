using Benchmarking.Core;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>The storage calls on which docs/cost.md reckons, counted as they leave the app. Under the ordinary SDK each is one
/// transaction.</summary>
public sealed class StorageCallTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Council = "kensington-and-chelsea";

    /// <summary>The tri-borough partnership and its two other members: a joint return could be there.</summary>
    private const int Partners = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ingest_costs_eleven_calls_one_for_each_thing_it_is_held_against_and_four_for_each_figure_that_changes()
    {
        var connection = azurite.NewAccount();
        using var app = new TestApp(connection);
        await app.Storage.CreateMissing(Cancellation);
        var (others, most) = (0, 0);
        foreach (var path in Samples())
        {
            await app.Upload(path, await File.ReadAllTextAsync(InSamples(path), Cancellation));
            await app.DrainQueue();
            var (taken, calls) = await Count(connection, counted => counted.Ingest.Run(path, Cancellation));
            var figures = taken!.Touched.Count;
            TestContext.Current.TestOutputHelper!.WriteLine($"{path}: {figures} figures, {others} other returns, {calls} calls");
            Assert.Equal(11 + others + Partners + Metrics(path) + Published(path) + (4 * figures) + Batches(figures), calls);
            most = Math.Max(most, figures);
            others++;
        }

        Assert.True(others == 3 && most > 20, $"{others} returns, {most} figures at most");
        var (_, again) = await Count(connection, counted => counted.Ingest.Run(Samples()[0], Cancellation));
        Assert.Equal(5, again);
    }

    [Fact]
    public async Task A_slice_costs_5_calls_where_it_changed_and_3_where_it_did_not()
    {
        var connection = azurite.NewAccount();
        using var app = new TestApp(connection);
        await app.Storage.CreateMissing(Cancellation);
        await app.File(SampleFiles.TamesideSavings, SampleFiles.Savings("5900000", "11.3"));
        var key = SliceKey.Parse("savings-pct-net-budget|2012-13|actual");
        Assert.Equal((true, 5), await Count(connection, counted => counted.Refresh.Run(key, Cancellation)));
        Assert.Equal((false, 3), await Count(connection, counted => counted.Refresh.Run(key, Cancellation)));
    }

    [Fact]
    public async Task A_nightly_run_that_finds_nothing_grows_with_councils_returns_and_slices_and_with_nothing_else()
    {
        var connection = azurite.NewAccount();
        using var app = new TestApp(connection);
        await app.Storage.CreateMissing(Cancellation);
        var returns = Samples();
        foreach (var path in returns)
        {
            await app.File(path, await File.ReadAllTextAsync(InSamples(path), Cancellation));
        }

        await app.DrainQueue();
        var slices = (await app.Slices.All(Cancellation)).Count;
        var (report, calls) = await Count(connection, counted => counted.Rebuild.Run(Cancellation));
        var reference = ReferenceData.Current;
        var filers = reference.Councils.All.Select(council => council.Code.Value)
            .Concat(reference.Groups.Partnerships.Select(partnership => partnership.Code)).Distinct(StringComparer.Ordinal).Count();
        Assert.Equal((0, filers, slices), (report!.Rewritten, report.Councils, report.Slices));
        TestContext.Current.TestOutputHelper!.WriteLine($"{filers} filers, {returns.Length} returns of one council, {slices} slices: "
            + $"{calls} calls");
        Assert.InRange(calls, filers + slices, 50 + filers + (4 * returns.Length) + (6 * slices));
    }

    private static int Batches(int rows) => (rows + 98) / 99;

    /// <summary>The metrics of which other councils' values are asked for.</summary>
    private static int Metrics(string path) => Read(path).ComparedMetrics.Count;

    /// <summary>What datasets of the year publish of measures that the return states: a row each.</summary>
    private static int Published(string path)
    {
        Assert.True(ReturnPath.TryParse(path, out var parsed));
        var stated = Read(path).StatedMeasures;
        return ReferenceData.Current.Datasets.All.Where(dataset => dataset.Editions.ContainsKey(parsed.Year))
            .SelectMany(dataset => PublishedFigures.MetricsOf(dataset, ReferenceData.Current))
            .Count(pair => stated.Contains(pair.Measure, StringComparer.Ordinal));
    }

    private static ReturnCheck Read(string path)
    {
        Assert.True(ReturnPath.TryParse(path, out var parsed));
        var bytes = File.ReadAllBytes(InSamples(path));
        var file = new FiledReturn(path, Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch, bytes);
        return ReturnPipeline.Read(file, parsed, bytes.Length, ReferenceData.Current, TestContext.Current.CancellationToken);
    }

    private static async Task<(T Result, int Calls)> Count<T>(string connection, Func<TestApp, Task<T>> work)
    {
        var counter = new StorageFaults(int.MaxValue, Fault.Before);
        using var app = new TestApp(connection, counter);
        var result = await work(app);
        return (result, counter.Calls);
    }

    private static string InSamples(string path) => Repository.Returns.Single(found => found.Name == path).File;

    private static string[] Samples() => [.. Repository.Returns.Select(found => found.Name)
        .Where(name => name.StartsWith($"{Council}/", StringComparison.Ordinal))];
}
