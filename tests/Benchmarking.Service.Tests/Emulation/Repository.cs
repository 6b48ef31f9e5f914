namespace Benchmarking.Service.Tests.Emulation;

/// <summary>The folder that the tests were built from.</summary>
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
