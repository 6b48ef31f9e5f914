namespace Benchmarking.Core.Reading;

/// <summary>Comma, semicolon, tab or upright stroke: the one by which a first row splits into the most column names that are
/// known.</summary>
internal static class DelimiterChoice
{
    private const int SampleLength = 64 * 1024;

    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    // Characters that have been met between cells, but that are parts of names and figures too often to be taken for it.
    private static readonly char[] Others = [':', '^', '~', '#', '!', '/', '\\', '&', '\u001F', '¬', '¦', ' '];

    /// <summary><paramref name="known"/> counts the column names that are known among the cells of a row.</summary>
    public static char For(string text, Func<IEnumerable<string>, int> known)
    {
        var sample = Sample(text);
        return Candidates.MaxBy(delimiter => Score(sample, delimiter, known));
    }

    /// <summary>The beginning of a text with the rows that are looked at: its first lines, unless a quote may join lines to one
    /// row.</summary>
    private static string Sample(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleLength));
        var end = 0;
        for (var line = sample.Contains('"') ? HeaderSearch.RowsSearched : 0; line < HeaderSearch.RowsSearched; line++)
        {
            var length = sample[end..].IndexOf('\n');
            if (length < 0)
            {
                return sample.ToString();
            }

            end += length + 1;
        }

        return sample[..(end > 0 ? end : sample.Length)].ToString();
    }

    /// <summary>What else parts the names of a row that was read as one cell; null where nothing does.</summary>
    public static char? Other(string row, Func<IEnumerable<string>, int> known) =>
        Others.Where(other => known(row.Split(other)) > 1).Select(other => (char?)other).FirstOrDefault();

    private static (int Known, int Cells) Score(string sample, char delimiter, Func<IEnumerable<string>, int> known)
    {
        var mended = new QuoteCheck(sample, delimiter, firstTextLine: 1).Mended;
        var first = DelimitedText.Records(mended, delimiter).Take(HeaderSearch.RowsSearched).DefaultIfEmpty([]).ToList();
        return (first.Max(known), first.Max(cells => cells.Length));
    }
}
