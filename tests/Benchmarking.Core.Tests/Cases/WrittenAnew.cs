using System.Security;
using System.Text;
using Benchmarking.Core.Tests.Reading;
using Benchmarking.Core.Tests.Samples;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>One way to write a return down: by its encoding, separator, quotes, line ends and order of columns.</summary>
internal sealed record Spelling(string Encoding, char Separator, bool QuoteAll, bool Backwards, string LineEnd)
{
    public static IReadOnlyList<Spelling> All { get; } =
    [
        .. from encoding in new[] { "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252" }
           from separator in new[] { ',', ';', '\t' }
           from quoteAll in new[] { false, true }
           from backwards in new[] { false, true }
           select new Spelling(encoding, separator, quoteAll, backwards, quoteAll ? "\r\n" : "\n"),
    ];
}

/// <summary>Writes a sample return anew without changing what it says.</summary>
internal static class WrittenAnew
{
    public static byte[] As(SampleReturn sample, Spelling way)
    {
        var text = string.Concat(Table(sample, way.Backwards).Select(row =>
            string.Join(way.Separator, row.Select(cell => Quoted(cell, way))) + way.LineEnd));
        return CaseFile.Encoder(way.Encoding)(text);
    }

    public static byte[] AsWorkbook(SampleReturn sample)
    {
        var rows = Table(sample, backwards: false).Select((row, i) =>
            WorkbookFile.Row(i + 1, [.. row.Select(cell => cell.Length == 0 ? "<c/>" : WorkbookFile.Text(SecurityElement.Escape(cell)))]));
        return new WorkbookFile().With("Return", rows).ToArray();
    }

    public static bool CanBe(SampleReturn sample, string encoding) =>
        encoding != "windows-1252" || sample.Rows.SelectMany(row => sample.Columns.Select(column => row[column]))
            .All(text => Latin(text) == text);

    private static string Latin(string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return encoding.GetString(encoding.GetBytes(text));
    }

    private static IEnumerable<string[]> Table(SampleReturn sample, bool backwards)
    {
        string[] columns = [.. backwards ? sample.Columns.Reverse() : sample.Columns];
        return [columns, .. sample.Rows.Select(row => columns.Select(column => row[column]).ToArray())];
    }

    private static string Quoted(string cell, Spelling way) =>
        way.QuoteAll || cell.AsSpan().ContainsAny($"{way.Separator}\"\r\n")
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
