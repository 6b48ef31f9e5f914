using System.IO.Compression;
using System.Security.Cryptography;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Functions.Tests.Host;

namespace Benchmarking.Functions.Tests.Publish;

/// <summary>The package as it is deployed.</summary>
public sealed class PackageTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const int RegularFile = 0x8000;

    [Fact]
    public async Task Everybody_may_read_its_files_and_none_is_run_by_itself()
    {
        using var zip = ZipFile.OpenRead(await PublishedApp.Zip());
        var modes = zip.Entries.ToDictionary(entry => entry.FullName, entry => entry.ExternalAttributes >>> 16);
        Assert.All(modes.Values, mode => Assert.Equal(RegularFile | 0b110_100_100, mode));
        Assert.Contains("host.json", modes.Keys);
        Assert.DoesNotContain(modes.Keys, name => name.Contains("settings.sample", StringComparison.Ordinal) || name.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Made_again_it_is_the_same_byte_for_byte()
    {
        var again = Directory.CreateTempSubdirectory("benchmarking-package-").FullName;
        try
        {
            var said = await PublishedApp.Publish(again);
            Assert.Contains("of at most", said, StringComparison.Ordinal);
            Assert.Equal(await Hash(await PublishedApp.Zip()), await Hash(Path.Combine(again, "functions.zip")));
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
    }

    [Fact]
    public async Task It_starts_with_the_sample_settings()
    {
        await using var worker = await WorkerProcess.Start(azurite.NewAccount());
        using var answer = await worker.Forward(HttpMethod.Get, "/api/v1/metrics", function: "Metrics");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        TestContext.Current.SendDiagnosticMessage($"From process start to the first answer: {worker.TimeToFirstAnswer.TotalMilliseconds:F0} ms.");
    }

    private static async Task<string> Hash(string file)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream));
    }
}
