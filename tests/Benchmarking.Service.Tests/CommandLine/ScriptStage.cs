using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Benchmarking.Service.Tests.CommandLine;

/// <summary>
/// A folder in which one of the two scripts runs with stand-ins for what it starts. The scripts' own work (order,
/// waiting, signals, what is left behind) is real; each stand-in writes down that it was called.
/// </summary>
internal sealed class ScriptStage : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ScriptStage(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for bash.");
        Script = folder.Write(script, File.ReadAllText(Path.Combine(Repository(), script)));
        Executable(Script);
    }

    public string Root => folder.Root;

    public string Script { get; }

    public Dictionary<string, string> Variables { get; } = [];

    public string Write(string relative, string text) => folder.Write(relative, text);

    public string Read(string relative)
    {
        var path = Path.Combine(Root, relative);
        return File.Exists(path) ? File.ReadAllText(path) : string.Empty;
    }

    public void Command(string name, string body) =>
        Executable(Write($"commands/{name}", $"#!/usr/bin/env bash\n{body}\n"));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public ScriptRun Start(string arguments, string? workingDirectory = null)
    {
        // The caller ignores SIGINT, as one in the background does, and a shell cannot trap what it was started to ignore: env resets it.
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "-c", $"trap '' INT; exec env --default-signal=INT bash \"{Script}\" {arguments}" },
            WorkingDirectory = workingDirectory ?? Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Path.Combine(Root, "commands")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["STAGE"] = Root;
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return new ScriptRun(Process.Start(start)!);
    }

    public async Task<ScriptRun> RunAsync(string arguments, string? workingDirectory = null)
    {
        var run = Start(arguments, workingDirectory);
        await run.EndAsync();
        return run;
    }

    /// <summary>The process ids that stand-ins wrote down and that still live.</summary>
    public IEnumerable<int> StillRunning() => Read("pids")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => int.Parse(line, CultureInfo.InvariantCulture))
        .Where(id => Directory.Exists($"/proc/{id}"));

    public void Dispose()
    {
        foreach (var left in StillRunning())
        {
            using var process = Process.GetProcessById(left);
            process.Kill();
        }

        folder.Dispose();
    }

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Benchmarking.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    private static void Executable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
