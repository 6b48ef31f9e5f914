namespace Benchmarking.Core.Tests.Samples;

/// <summary>The files of returns that tests read.</summary>
internal static class TestReturns
{
    /// <summary>The folder of the returns that ship.</summary>
    public static string Shipped { get; } = Path.Combine("samples", "returns");

    /// <summary>The shipped returns and, as if they had been filed, those of the national tables of 2012-13 (<c>tests/Data</c>), which
    /// take the place of a council's shorter one: names such as <c>hackney/2012-13/activity.csv</c>, in order, and files.</summary>
    public static IReadOnlyList<(string Name, string File)> In(string root) =>
    [
        .. new[] { Path.Combine("tests", "Data", "returns-2012-13"), Shipped }.Select(folder => Path.Combine(root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file)))
            .DistinctBy(file => file.Name).OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}
