using System.Diagnostics;
using System.IO.Compression;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Functions.Tests.Package;

/// <summary>The package that publish.sh makes, made once for a run of the tests and unpacked as a Functions host would.</summary>
internal static class PublishedApp
{
    private static readonly Lazy<Task<string>> Made = new(() => Task.Run(Make));

    public static async Task<string> Zip() => Path.Combine(await Made.Value, "functions.zip");

    /// <summary>The app root: host.json, the worker and the extensions of the host.</summary>
    public static async Task<string> Root() => Path.Combine(await Made.Value, "unpacked");

    /// <summary>Publishes into a folder; returns what the script said.</summary>
    public static async Task<string> Publish(string output)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "publish.sh"))
        {
            ArgumentList = { "--output", output },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await said + await complained);
        return await said;
    }

    private static async Task<string> Make()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "package-test");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await Publish(folder);
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(folder, "functions.zip"), Path.Combine(folder, "unpacked"));
        return folder;
    }
}
