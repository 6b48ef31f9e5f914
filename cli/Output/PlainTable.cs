using System.Text;

namespace Benchmarking.CommandLine.Output;

/// <summary>For files and pipes: columns as wide as their widest cell, nothing cut, nothing wrapped.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    public static void Write(TextTable table, TextWriter writer)
    {
        var widths = table.Columns
            .Select((column, at) => table.Rows.Select(row => row[at].Length).Append(column.Name.Length).Max())
            .ToArray();
        writer.WriteLine(Line([.. table.Columns.Select(column => column.Name)], table.Columns, widths));
        writer.WriteLine(string.Join(Gap, widths.Select(width => new string('-', width))));
        foreach (var row in table.Rows)
        {
            writer.WriteLine(Line(row, table.Columns, widths));
        }
    }

    private static string Line(IReadOnlyList<string> cells, IReadOnlyList<TextColumn> columns, int[] widths)
    {
        var line = new StringBuilder();
        for (var at = 0; at < cells.Count; at++)
        {
            var (cell, width) = (cells[at], widths[at]);
            line.Append(columns[at].IsNumber ? cell.PadLeft(width) : cell.PadRight(width)).Append(Gap);
        }

        return line.ToString().TrimEnd();
    }
}
