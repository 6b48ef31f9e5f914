using System.Text;
using Benchmarking.Service.Tests.App;
using CsvHelper;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>The rows of an answer in CSV by their columns, read by a reader that is not the product's.</summary>
internal static class CsvRows
{
    public static async Task<IReadOnlyList<Dictionary<string, string>>> Rows(this RunningApp app, string address)
    {
        var text = await app.Text(address);
        using var csv = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text)), CsvReaderOptions.Default);
        csv.ReadHeader();
        var columns = csv.Headers.ToArray();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(Enumerable.Range(0, columns.Length).ToDictionary(i => columns[i], csv.GetString));
        }

        return rows;
    }
}
