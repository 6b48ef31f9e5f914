using System.Globalization;
using Benchmarking.Core.Vocabulary;
using CsvHelper;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>The returns in <c>samples/returns</c>, read as plain text so that nothing of the product's own reading is taken for
/// granted.</summary>
internal static class SampleReturns
{
    private static readonly Lazy<IReadOnlyList<SampleReturn>> Once = new(Read);

    public static IReadOnlyList<SampleReturn> All => Once.Value;

    public static IEnumerable<SampleReturn> Of(ReturnKind kind, string year) =>
        All.Where(file => file.Path is not null && file.Path.Kind == kind && file.Path.Year == FinancialYear.Parse(year));

    private static IReadOnlyList<SampleReturn> Read()
    {
        var root = Path.Combine(RepositoryRoot(), "samples", "returns");
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => Read(file, Path.GetRelativePath(root, file).Replace('\\', '/')))];
    }

    private static SampleReturn Read(string file, string name)
    {
        using var csv = CsvReader.Create(File.OpenRead(file), CsvReaderOptions.Default);
        csv.ReadHeader();
        var columns = csv.Headers.ToArray();
        var rows = new List<SampleRow>();
        while (csv.Read())
        {
            rows.Add(new SampleRow(Enumerable.Range(0, columns.Length).ToDictionary(i => columns[i], csv.GetString)));
        }

        return new SampleReturn(name, ReturnPath.TryParse(name, out var path) ? path : null, columns, rows);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Benchmarking.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}

/// <summary>One sample file; <c>Path</c> is null where the name is not that of a return.</summary>
internal sealed record SampleReturn(string Name, ReturnPath? Path, IReadOnlyList<string> Columns, IReadOnlyList<SampleRow> Rows)
{
    public string Council => Path!.Council.Value;
}

internal sealed record SampleRow(IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public decimal Number(string column) => decimal.Parse(this[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public bool Is(string column, string text) => this[column] == text;
}
