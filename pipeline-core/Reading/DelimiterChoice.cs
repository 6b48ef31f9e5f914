namespace Benchmarking.Core.Reading;

/// <summary>Comma, semicolon or tab: the one by which a first row splits into the most column names that are known.</summary>
internal static class DelimiterChoice
{
    private const int SampleLength = 64 * 1024;

    private static readonly char[] Candidates = [',', ';', '\t'];

    public static char For(string text, ReturnLayout layout)
    {
        var sample = text.Length > SampleLength ? text[..SampleLength] : text;
        return Candidates.MaxBy(delimiter => Score(sample, delimiter, layout));
    }

    private static (int Known, int Cells) Score(string sample, char delimiter, ReturnLayout layout)
    {
        var first = DelimitedText.Records(sample, delimiter).Take(HeaderSearch.RowsSearched).ToList();
        return (first.Max(layout.KnownNames), first.Max(cells => cells.Length));
    }
}
