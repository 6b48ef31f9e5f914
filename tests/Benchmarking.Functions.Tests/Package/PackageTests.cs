using System.IO.Compression;
using System.Security.Cryptography;

namespace Benchmarking.Functions.Tests.Package;

/// <summary>The package as it is deployed.</summary>
public sealed class PackageTests
{
    private const int ReadByAll = 0x8000 | 0b110_100_100;

    [Fact]
    public async Task It_holds_what_a_host_needs_which_everybody_may_read_and_neither_symbols_nor_settings()
    {
        await using var zip = await ZipFile.OpenReadAsync(await PublishedApp.Zip(), TestContext.Current.CancellationToken);
        Assert.All(zip.Entries, entry => Assert.Equal(ReadByAll, entry.ExternalAttributes >>> 16));
        var names = zip.Entries.Select(entry => entry.FullName).ToArray();
        foreach (var needed in new[] { "host.json", "worker.config.json", "functions.metadata", "extensions.json",
            ".azurefunctions/function.deps.json", "Benchmarking.Functions.dll" })
        {
            Assert.Contains(needed, names);
        }

        Assert.DoesNotContain(names,
            name => name.Contains("settings", StringComparison.Ordinal) || name.EndsWith(".pdb", StringComparison.Ordinal)
            || name.EndsWith("packages.lock.json", StringComparison.Ordinal) || name.Contains("/win/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Made_again_from_clean_it_is_the_same_byte_for_byte_and_within_its_budget()
    {
        var again = Directory.CreateTempSubdirectory("benchmarking-package-").FullName;
        try
        {
            await PublishedApp.Zip();
            Assert.Contains("of at most", await PublishedApp.Publish(again), StringComparison.Ordinal);
            Assert.Equal(await Hash(await PublishedApp.Zip()), await Hash(Path.Combine(again, "functions.zip")));
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
    }

    private static async Task<string> Hash(string file)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexString(await SHA256.HashDataAsync(stream));
    }
}
