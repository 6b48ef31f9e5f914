using System.Text.RegularExpressions;

namespace Benchmarking.Core.Publishing;

/// <summary>Text as a cell of a workbook holds it.</summary>
internal static partial class SpreadsheetText
{
    /// <summary>What XML cannot hold, or would change, is written as _x0001_, as Excel does it; what already looks so has its own
    /// underscore written that way. Of a text that is too long for a cell the end is cut off.</summary>
    public static string Escaped(string text)
    {
        var length = Math.Min(text.Length, SpreadsheetFile.LongestCell);
        // A cut never goes through one of the characters that are two in UTF-16.
        length -= length < text.Length && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return NotInXml().Replace(text[..length], match => $"_x{(int)match.Value[0]:X4}_");
    }

    [GeneratedRegex(
        @"[\x00-\x08\x0B-\x1F\uFFFE\uFFFF]|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|_(?=x[0-9A-Fa-f]{4}_)",
        RegexOptions.CultureInvariant)]
    private static partial Regex NotInXml();
}
