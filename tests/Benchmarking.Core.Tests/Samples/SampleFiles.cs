using System.Globalization;
using CsvHelper;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>Sample files as plain text, so that nothing of the product's own reading is taken for granted.</summary>
internal static class SampleFiles
{
    public static (IReadOnlyList<string> Columns, IReadOnlyList<SampleRow> Rows) Read(string file)
    {
        using var csv = CsvReader.Create(File.OpenRead(file), CsvReaderOptions.Default);
        csv.ReadHeader();
        var columns = csv.Headers.ToArray();
        var rows = new List<SampleRow>();
        while (csv.Read())
        {
            rows.Add(new SampleRow(Enumerable.Range(0, columns.Length).ToDictionary(i => columns[i], csv.GetString)));
        }

        return (columns, rows);
    }
}

internal sealed record SampleRow(IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public decimal Number(string column) => decimal.Parse(
        this[column], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public bool Is(string column, string text) => this[column] == text;
}
