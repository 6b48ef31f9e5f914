using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>One app with all sample returns, put into the returns container as councils would, for the tests that only read.</summary>
public sealed class SampleApp : IAsyncLifetime
{
    private readonly Azurite azurite = new();

    internal RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        App = await RunningApp.Start(azurite.NewAccount());
        await Upload(App, SampleReturns.All);
        await App.WaitUntil("every sample return has a receipt", async () => await Receipts(App) == SampleReturns.All.Count);
        await App.WaitUntilPublished();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await azurite.DisposeAsync();
    }

    internal static Task Upload(RunningApp app, IEnumerable<SampleReturn> returns) => Parallel.ForEachAsync(
        returns, TestContext.Current.CancellationToken,
        async (sample, stop) => await app.Returns.GetBlobClient(sample.Path).UploadAsync(BinaryData.FromBytes(sample.Content), stop));

    internal static async Task<int> Receipts(RunningApp app)
    {
        var filed = 0;
        foreach (var year in new[] { "2011-12", "2012-13" })
        {
            filed += (await app.Get($"/returns?year={year}")).GetProperty("returns").GetArrayLength();
        }

        return filed;
    }
}

/// <summary>A sample return by its path in the container.</summary>
internal sealed record SampleReturn(string Path, byte[] Content);

/// <summary>The sample returns of the repository, and the national tables of 2012-13 as if filed.</summary>
internal static class SampleReturns
{
    public static IReadOnlyList<SampleReturn> All { get; } =
        [.. Repository.Returns.Select(found => new SampleReturn(found.Name, File.ReadAllBytes(found.File)))];
}
