using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>The returns in <c>samples/returns</c> and those of the national tables as if filed, read as plain text so that nothing of the
/// product's own reading is taken for granted.</summary>
internal static class SampleReturns
{
    private static readonly Lazy<IReadOnlyList<SampleReturn>> Once = new(Read);

    public static IReadOnlyList<SampleReturn> All => Once.Value;

    public static IEnumerable<SampleReturn> Of(ReturnKind kind, string year) =>
        All.Where(file => file.Path is not null && file.Path.Kind == kind && file.Path.Year == FinancialYear.Parse(year));

    /// <summary>Those that ship.</summary>
    public static IReadOnlyList<SampleReturn> Shipped { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, TestReturns.Shipped), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => Read(file, Path.GetRelativePath(Path.Combine(Repository.Root, TestReturns.Shipped), file)
                .Replace('\\', '/'))),
    ];

    private static IReadOnlyList<SampleReturn> Read() => [.. Repository.Returns.Select(found => Read(found.File, found.Name))];

    private static SampleReturn Read(string file, string name)
    {
        var (columns, rows) = SampleFiles.Read(file);
        return new SampleReturn(name, ReturnPath.TryParse(name, out var path) ? path : null, columns, rows);
    }
}

/// <summary>One sample file; <c>Path</c> is null where the name is not that of a return.</summary>
internal sealed record SampleReturn(string Name, ReturnPath? Path, IReadOnlyList<string> Columns, IReadOnlyList<SampleRow> Rows)
{
    public string Council => Path!.Council.Value;
}
