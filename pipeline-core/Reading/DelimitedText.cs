using System.Globalization;
using Benchmarking.Core.Vocabulary;
using CsvHelper;

namespace Benchmarking.Core.Reading;

/// <summary>Text to rows by the rules of RFC 4180, as Excel reads it: a quoted line break stays inside its row, and a first line
/// such as <c>sep=;</c> names the separator and is not a row.</summary>
internal static class DelimitedText
{
    private const string Hint = "sep=";

    private const string Separators = ",;\t|:^~#!";

    /// <summary>The rows with content; <paramref name="known"/> counts the column names that are known among the cells of a row.</summary>
    public static Sheet? Read(
        string text, Func<IEnumerable<string>, int> known, ReadingLimits limits, List<Finding> findings, CancellationToken token = default)
    {
        var (named, body) = NamedDelimiter(text);
        var delimiter = named ?? DelimiterChoice.For(body, known);
        var quotes = new QuoteCheck(
            CurlyQuotes.Straightened(body, delimiter), delimiter, firstTextLine: named is null ? 1 : 2, limits.MaxColumns, token);
        var builder = new SheetBuilder(limits, findings);
        builder.AddUnreadable(quotes.Faults.Count);
        var line = 0;
        foreach (var cells in Records(quotes.Mended, delimiter))
        {
            token.ThrowIfCancellationRequested();
            line++;
            if (!(quotes.Wide.TryGetValue(line, out var wide) ? builder.AddWide(line, cells, wide) : builder.Add(line, cells, [])))
            {
                break;
            }
        }

        if (quotes.IsStopped)
        {
            var count = quotes.Faults.Count(fault => fault.Definition == FindingCatalogue.QuoteUnclosed);
            findings.Add(FindingCatalogue.ReadingStopped.At(
                quotes.LastRow, null, count.ToString(CultureInfo.InvariantCulture), "quotes in pairs"));
        }

        return builder.Build() is { } sheet ? sheet with { Faults = quotes.Faults } : null;
    }

    /// <summary>All rows as they stand in the text; null where there are more, or wider ones, than are read.</summary>
    public static List<string[]>? Rows(string text, Func<IEnumerable<string>, int> known, ReadingLimits limits)
    {
        var (named, body) = NamedDelimiter(text);
        var delimiter = named ?? DelimiterChoice.For(body, known);
        var quotes = new QuoteCheck(CurlyQuotes.Straightened(body, delimiter), delimiter, firstTextLine: 1, limits.MaxColumns);
        if (quotes.Wide.Count > 0)
        {
            return null;
        }

        var faults = quotes.Faults.Index().ToDictionary(fault => fault.Item.Line, fault => fault.Index);
        var rows = new List<string[]>();
        foreach (var cells in Records(quotes.Mended, delimiter))
        {
            rows.Add(faults.TryGetValue(rows.Count + 1, out var fault) ? [quotes.RowText(fault)] : cells);
            if (rows.Count > limits.MaxRows)
            {
                return null;
            }
        }

        // Where the text ends in a faulty row nothing may be left of it for the parser.
        rows.AddRange(faults.Where(fault => fault.Key > rows.Count).OrderBy(fault => fault.Key)
            .Select(fault => (string[])[quotes.RowText(fault.Value)]).ToList());
        if (quotes.IsStopped)
        {
            rows.AddRange(quotes.Unread.ReplaceLineEndings("\n").Split('\n').Select(line => (string[])[line]));
        }

        return rows.Count > limits.MaxRows ? null : rows;
    }

    /// <summary>The records of the text, blank ones too, so that their numbers are Excel's row numbers.</summary>
    public static IEnumerable<string[]> Records(string text, char delimiter)
    {
        var options = CsvReaderOptions.Default with
        {
            Separator = delimiter,
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            PoolStrings = true,
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i);
            }

            yield return cells;
        }
    }

    private static (char? Delimiter, string Body) NamedDelimiter(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = CellText.Trim(end < 0 ? text : text[..end].Trim('"'));
        // A tab is white space and is gone after trimming: what names it is then the empty rest.
        if (end < 0 || !first.StartsWith(Hint, StringComparison.OrdinalIgnoreCase) || first.Length > Hint.Length + 1)
        {
            return (null, text);
        }

        var named = first.Length > Hint.Length ? first[^1] : '\t';
        var body = text.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1;
        return Separators.Contains(named) ? (named, text[body..]) : (null, text);
    }
}
