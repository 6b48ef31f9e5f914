using Benchmarking.Core.Tests.Checking;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>The datasets in <c>samples/datasets</c>, read as plain text.</summary>
internal static class SampleDatasets
{
    private static readonly Lazy<IReadOnlyList<SampleDataset>> Once = new(Read);

    public static IReadOnlyList<SampleDataset> All => Once.Value;

    public static IEnumerable<SampleDataset> Of(string dataset) => All.Where(file => file.Dataset == dataset);

    private static IReadOnlyList<SampleDataset> Read()
    {
        var root = Path.Combine(Repository.Root, "samples", "datasets");
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file =>
        {
            var (columns, rows) = SampleFiles.Read(file);
            return new SampleDataset(Path.GetRelativePath(root, file).Replace('\\', '/'), columns, rows);
        })];
    }
}

/// <summary>One file, <c>{dataset}/{financial-year}.csv</c>.</summary>
internal sealed record SampleDataset(string Name, IReadOnlyList<string> Columns, IReadOnlyList<SampleRow> Rows)
{
    public string Dataset => Name.Split('/')[0];

    public string Year => Path.GetFileNameWithoutExtension(Name);
}
