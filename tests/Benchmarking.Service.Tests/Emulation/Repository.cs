using Benchmarking.Core.Tests.Samples;

namespace Benchmarking.Service.Tests.Emulation;

/// <summary>The folder that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The returns that tests read, by name, with their files.</summary>
    public static IReadOnlyList<(string Name, string File)> Returns { get; } = TestReturns.In(Root);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Benchmarking.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside their repository.");
    }
}
