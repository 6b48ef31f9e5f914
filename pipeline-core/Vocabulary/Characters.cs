using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Benchmarking.Core.Vocabulary;

/// <summary>Characters that cannot be seen or that look like plain ones. Where a character has one reading it is read as that; what has two
/// (a soft hyphen beside a digit, a mark that turns the order of the text round, a letter or digit of another script) is left, to be
/// named.</summary>
public static class Characters
{
    private const char SoftHyphen = '\u00AD';
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;
    private const char LastLatin = '\u024F';

    // Embeddings, overrides and isolates that show what follows from right to left, or in an order that depends on the text.
    private const string Turning = "\u202B\u202E\u2067\u2068";

    // Blank letters and marks that no property of Unicode calls white space.
    private const string Blank = "\u115F\u1160\u2800\u3164\uFFA0";

    private const string OtherDashes = "\u02D7\u2043\u2212";

    // Every mark that turns the direction of reading or ends such a turn.
    private static readonly SearchValues<char> Directing = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    private static readonly FrozenSet<char> SingleQuotes = "‘’‚‛′‵ʹʻʼ`´＇".ToFrozenSet();
    private static readonly FrozenSet<char> DoubleQuotes = "“”„‟″‶«»＂".ToFrozenSet();

    /// <summary>Whether nothing is shown of the character: zero-width marks, direction marks, byte order marks, soft hyphens, variation
    /// selectors.</summary>
    public static bool IsInvisible(char c) => c > '\u007F'
        && (char.GetUnicodeCategory(c) == UnicodeCategory.Format || c is '\u034F' or (>= '\uFE00' and <= '\uFE0F'));

    /// <summary>The first character of a text that has no place in a name, a label or a reason: one that is not seen, moves the cursor or
    /// turns the direction of reading, half of a pair, a letter of private use, or an ASCII sign at full width; null where there is
    /// none.</summary>
    public static char? Unfit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (IsInvisible(text[i]) || Blank.Contains(text[i], StringComparison.Ordinal)
                || text[i] is >= FullWidthFirst and <= FullWidthLast
                || char.GetUnicodeCategory(text[i]) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse)
            {
                return text[i];
            }
        }

        return null;
    }

    /// <summary>The name of a character as Unicode writes it: U+202E.</summary>
    public static string Named(char c) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");

    /// <summary>The text with its direction marks written out, so that it stands in the order in which it is read.</summary>
    public static string WithoutTurns(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Directing)
            ? string.Concat(text.Select(c => Directing.Contains(c) ? $"[{Named(c)}]" : c.ToString()))
            : text;
    }

    /// <summary>Whether a character at the end of a text may be left off: it is not seen, and means nothing there.</summary>
    public static bool IsIdle(char c) => IsSpace(c)
        || (IsInvisible(c) && c != SoftHyphen && !Turning.Contains(c, StringComparison.Ordinal));

    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || (c > '\u007F' && Blank.Contains(c, StringComparison.Ordinal));

    public static bool IsDash(char c) => c == '-'
        || (c > '\u007F' && (char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation
            || OtherDashes.Contains(c, StringComparison.Ordinal)));

    /// <summary>The text in plain characters as far as it has one reading; what is ASCII is left as it is.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsInvisible(c) && !Turning.Contains(c, StringComparison.Ordinal) && !(c == SoftHyphen && IsBesideDigit(text, i)))
            {
                continue;
            }

            folded.Append(Plain(c));
        }

        return folded.ToString();
    }

    /// <summary>The characters of a text for which a reader would take another, or none: turning marks, what is invisible, and letters and
    /// digits of other scripts; each once.</summary>
    public static IReadOnlyList<char> Strange(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) ? [] : [.. text.Where(c => IsInvisible(c) || (c > LastLatin && char.IsLetterOrDigit(c))).Distinct()];
    }

    private static char Plain(char c) => c switch
    {
        <= '\u007F' => c,
        _ when IsSpace(c) => ' ',
        _ when IsDash(c) => '-',
        _ when SingleQuotes.Contains(c) => '\'',
        _ when DoubleQuotes.Contains(c) => '"',
        >= FullWidthFirst and <= FullWidthLast => (char)(c - FullWidthOffset),
        _ => c,
    };

    private static bool IsBesideDigit(string text, int index) =>
        (index > 0 && char.IsAsciiDigit(text[index - 1])) || (index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]));
}
