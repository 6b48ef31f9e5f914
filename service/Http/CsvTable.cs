using System.Globalization;
using System.Text;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Http;

/// <summary>An answer as rows for Excel: RFC 4180 with CRLF. Text that a spreadsheet would run as a formula is made text.</summary>
internal sealed record CsvTable(IReadOnlyList<string> Header, IEnumerable<IReadOnlyList<object?>> Rows)
{
    private const string Starts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public override string ToString() => Lines(Rows.Prepend(Header));

    /// <summary>Rows alone, for an answer that is written in parts.</summary>
    public static string Lines(IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            WriteLine(text, row);
        }

        return text.ToString();
    }

    private static void WriteLine(StringBuilder text, IEnumerable<object?> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>A value as text, the same in every form: numbers without grouping, times in UTC.</summary>
    public static string Plain(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Cell(object? value) => value is decimal or double or int or long or bool or DateTimeOffset
        ? Plain(value)
        : Quoted(Harmless(Characters.WithoutTurns(Plain(value))));

    /// <summary>A cell that begins with one of these, also after spaces, is run by spreadsheets; an apostrophe before it makes it text.
    /// Some take the signs at full width too. A plain number, such as -5, runs nothing.</summary>
    private static string Harmless(string text) =>
        (StartsFormula(text) || StartsFormula(text.AsSpan().TrimStart())) && !IsNumber(text) ? $"'{text}" : text;

    private static bool StartsFormula(ReadOnlySpan<char> text) => text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal);

    private static bool IsNumber(string text) =>
        text.Length > 1 && text[0] is '-' or '+' && text.Skip(1).All(c => char.IsAsciiDigit(c) || c is '.' or ',');

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
