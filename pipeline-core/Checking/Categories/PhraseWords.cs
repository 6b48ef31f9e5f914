using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Benchmarking.Core.Checking.Categories;

/// <summary>What the category check sees of a text: its words without endings, and their runs of four letters, which catch words that are
/// written differently.</summary>
internal static partial class PhraseWords
{
    private const int LongestText = 500;
    private const int RunLength = 4;
    private const int ShortestStem = 4;

    // Words that say nothing of a category, "council" and "people" among them: everything here is about people and done by councils.
    private static readonly FrozenSet<string> Passed = new[]
    {
        "a", "an", "and", "as", "at", "before", "by", "for", "from", "in", "into", "is", "it", "of", "on", "or", "so", "that", "the",
        "their", "them", "they", "this", "to", "with", "our", "own", "through", "more", "less", "new", "than", "who", "not", "no", "people",
        "council",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings = ["ing", "ed", "es", "s"];

    /// <summary>The words of a text that count, as written but in small letters.</summary>
    public static IEnumerable<string> Of(string text) => Letters().Matches(Fold(text)).Select(match => match.Value).Where(Counts);

    /// <summary>The text in small letters, cut where it is long, and with words that are written in two ways written in one.</summary>
    public static string Fold(string text) => (text.Length > LongestText ? text[..LongestText] : text).ToLowerInvariant()
        .Replace("re-able", "reable", StringComparison.Ordinal)
        .Replace("homecare", "home care", StringComparison.Ordinal);

    /// <summary>Whether anything is to be learnt from a word.</summary>
    public static bool Counts(string word) => word.Length > 1 && !Passed.Contains(word);

    /// <summary>What the model sees of a word: its stem, and each run of four letters of it, the word's ends marked.</summary>
    public static IEnumerable<string> Tokens(string word)
    {
        var stem = Stem(word);
        yield return stem;
        var marked = $"^{stem}$";
        for (var start = 0; start + RunLength <= marked.Length && marked.Length > RunLength; start++)
        {
            yield return string.Concat("_", marked.AsSpan(start, RunLength));
        }
    }

    /// <summary>A word without its ending.</summary>
    public static string Stem(string word)
    {
        var ending = Endings.FirstOrDefault(ending =>
            word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem);
        return ending is null ? word : word[..^ending.Length];
    }

    /// <summary>The runs of letters in a folded text.</summary>
    [GeneratedRegex("[a-z]+", RegexOptions.CultureInvariant)]
    public static partial Regex Letters();
}
