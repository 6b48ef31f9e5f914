using System.Text.RegularExpressions;

namespace Benchmarking.Core.Reading;

/// <summary>Quotes that a word processor has curled: “500,000” between two separators is one cell. Where a text has straight quotes too,
/// those part its cells and curled ones are words.</summary>
internal static class CurlyQuotes
{
    /// <summary>The text with straight quotes round the cells that hold a separator; every other curled quote stays.</summary>
    public static string Straightened(string text, char delimiter)
    {
        if (text.Contains('"', StringComparison.Ordinal) || !text.Contains('“', StringComparison.Ordinal))
        {
            return text;
        }

        var by = Regex.Escape(delimiter.ToString());
        return Regex.Replace(
            text, $"(?<before>^|{by})(?<space>[ \u00A0]*)“(?<cell>[^“”\r\n]*)”(?=[ \u00A0]*({by}|\r|\n|$))",
            match => match.Groups["cell"].ValueSpan.Contains(delimiter)
                ? $"{match.Groups["before"].ValueSpan}{match.Groups["space"].ValueSpan}\"{match.Groups["cell"].ValueSpan}\""
                : match.Value,
            RegexOptions.Multiline | RegexOptions.CultureInvariant);
    }
}
