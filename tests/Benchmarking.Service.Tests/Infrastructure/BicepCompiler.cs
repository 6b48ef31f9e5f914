using System.Diagnostics;
using System.Reflection;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>The Bicep compiler that the build brings as a package.</summary>
internal static class BicepCompiler
{
    public static readonly string Folder = Path.Combine(Repository.Root, "infra");

    private static readonly string Program = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == nameof(BicepCompiler)).Value!;

    /// <summary>Exit code and everything printed. Of our variables it sees only those that are given.</summary>
    public static (int ExitCode, string Output) Run(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var ours in start.Environment.Keys.Where(name => name.StartsWith("BENCHMARKING_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(ours);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var compiler = Process.Start(start)!;
        var errors = compiler.StandardError.ReadToEndAsync();
        var output = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        return (compiler.ExitCode, output + errors.Result);
    }
}
