using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

internal static class CellText
{
    /// <summary>Without the white space at both ends, including what cannot be seen: non-breaking and zero-width spaces
    /// that come with text copied from web pages.</summary>
    public static string Trim(string text)
    {
        if (text.Length == 0 || (IsPlain(text[0]) && IsPlain(text[^1])))
        {
            return text;
        }

        var trimmed = Trim(text.AsSpan());
        return trimmed.Length == text.Length ? text : trimmed.ToString();
    }

    /// <summary>The same of a part of a text.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Characters.IsIdle(text[start]))
        {
            start++;
        }

        while (end > start && Characters.IsIdle(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool IsPlain(char c) => c is > ' ' and < '\u007F';

    /// <summary>The letters by which Excel names a column; the first, A, is 0.</summary>
    public static string ColumnLetters(int index)
    {
        var letters = "";
        for (var rest = index; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return letters;
    }
}
