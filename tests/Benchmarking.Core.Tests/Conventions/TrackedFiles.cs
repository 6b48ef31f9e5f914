using System.Diagnostics;
using Benchmarking.Core.Tests.Checking;

namespace Benchmarking.Core.Tests.Conventions;

/// <summary>A file that git tracks; <c>Runs</c> is its run bit as committed.</summary>
internal sealed record TrackedFile(string Path, bool Runs)
{
    public string FullPath => System.IO.Path.Combine(Repository.Root, Path);

    public string Name => System.IO.Path.GetFileName(Path);

    public string Text => File.ReadAllText(FullPath);

    public string[] Lines => File.ReadAllLines(FullPath);

    /// <summary>The folder in the repository, empty for the root.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public override string ToString() => Path;
}

/// <summary>The repository's own files: what git tracks, so neither build output nor packages.</summary>
internal static class TrackedFiles
{
    private const string RunMode = "100755";
    private const string LinkMode = "120000";

    private static readonly string[] Texts =
    [
        ".cs", ".md", ".json", ".csv", ".csproj", ".props", ".sln", ".sh", ".txt", ".yml", ".yaml", ".html", ".css", ".js", ".ts", ".bicep",
        ".editorconfig", ".gitignore",
    ];

    private static readonly Lazy<IReadOnlyList<TrackedFile>> Once = new(List);

    public static IReadOnlyList<TrackedFile> All => Once.Value;

    public static IEnumerable<TrackedFile> Sources => Ending(".cs");

    /// <summary>Everything that people wrote or read, scripts without an ending too.</summary>
    public static IEnumerable<TrackedFile> Text => All.Where(file => file.Runs || Texts.Contains(Path.GetExtension(file.Name)));

    public static IEnumerable<TrackedFile> Ending(string ending) => All.Where(file => file.Path.EndsWith(ending, StringComparison.Ordinal));

    public static TrackedFile At(string path) => All.Single(file => file.Path == path);

    private static IReadOnlyList<TrackedFile> List()
    {
        // Whoever checked the repository out, it is the one the tests were built from.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "--stage", "-z"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return
        [
            .. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith(LinkMode, StringComparison.Ordinal))
                .Select(line =>
                    new TrackedFile(line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..],
                        line.StartsWith(RunMode, StringComparison.Ordinal)))
                .Where(file => File.Exists(file.FullPath)),
        ];
    }
}
