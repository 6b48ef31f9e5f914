using Benchmarking.Core.Tests.Checking;

namespace Benchmarking.Core.Tests.Methods;

/// <summary>A table that a test makes under a heading of a page of methods: it must be what the code computes now. <c>REFRESH_DOCS=1</c>
/// writes it anew.</summary>
internal static class PageTable
{
    private const string Lever = "REFRESH_DOCS";

    public static void Holds(string page, string heading, IReadOnlyList<string> table)
    {
        var path = Path.Combine(Repository.Root, "docs", "methods", $"{page}.md");
        List<string> lines = [.. File.ReadAllText(path).Split('\n')];
        var start = lines.FindIndex(lines.IndexOf($"## {heading}"), line => line.StartsWith('|'));
        var old = lines.Skip(start).TakeWhile(line => line.StartsWith('|')).ToList();
        if (Environment.GetEnvironmentVariable(Lever) == "1")
        {
            lines.RemoveRange(start, old.Count);
            lines.InsertRange(start, table);
            File.WriteAllText(path, string.Join('\n', lines));
            old = [.. table];
        }

        Assert.Equal(table, old);
    }
}
