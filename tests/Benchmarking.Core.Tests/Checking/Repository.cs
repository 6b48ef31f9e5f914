using Benchmarking.Core.Tests.Samples;

namespace Benchmarking.Core.Tests.Checking;

/// <summary>Finds the files of the repository that tests compare with the code.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The returns that tests read, by name, with their files.</summary>
    public static IReadOnlyList<(string Name, string File)> Returns { get; } = TestReturns.In(Root);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Benchmarking.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Tests run outside the repository.");
    }
}
