namespace Benchmarking.Core.Tests.Checking;

/// <summary>Finds the files of the repository that tests compare with the code.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The shipped returns and, as if they had been filed, those of the national tables of 2012-13 (<c>tests/Data</c>), which
    /// take the place of a council's shorter one: names such as <c>hackney/2012-13/activity.csv</c>, in order, and files.</summary>
    public static IReadOnlyList<(string Name, string File)> Returns { get; } =
    [
        .. new[] { Path.Combine("tests", "Data", "returns-2012-13"), ShippedReturns }.Select(folder => Path.Combine(Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file)))
            .DistinctBy(file => file.Name).OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>The folder of the returns that ship.</summary>
    public static string ShippedReturns => Path.Combine("samples", "returns");

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
