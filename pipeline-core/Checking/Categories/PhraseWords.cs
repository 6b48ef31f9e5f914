using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Benchmarking.Core.Checking.Categories;

/// <summary>What the category check sees of a text: its words without endings, pairs of neighbours, and runs of four letters, which
/// count for less and catch words that are written differently.</summary>
internal static partial class PhraseWords
{
    private const int LongestText = 500;
    private const int RunLength = 4;
    private const int ShortestStem = 4;
    private const double RunWeight = 0.25;

    // Words that say nothing of a category, "council" and "people" among them: everything here is about people and done by councils.
    private static readonly FrozenSet<string> Passed = new[]
    {
        "a", "an", "and", "as", "at", "before", "by", "for", "from", "in", "into", "is", "it", "of", "on", "or", "so", "that", "the", "their",
        "them", "they", "this", "to", "with", "our", "own", "through", "more", "less", "new", "than", "who", "not", "no", "people", "council",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings = ["ing", "ed", "es", "s"];

    /// <summary>The words that count, as written and as stems.</summary>
    public static IReadOnlyList<(string Written, string Stem)> Of(string text)
    {
        var folded = (text.Length > LongestText ? text[..LongestText] : text).ToLowerInvariant()
            .Replace("re-able", "reable", StringComparison.Ordinal)
            .Replace("homecare", "home care", StringComparison.Ordinal);
        return [.. Letters().Matches(folded).Select(match => match.Value)
            .Where(word => word.Length > 1 && !Passed.Contains(word))
            .Select(word => (word, Stem(word)))];
    }

    /// <summary>The features of one word, its pair with the word before included.</summary>
    public static IEnumerable<(string Feature, double Weight)> Features(IReadOnlyList<(string Written, string Stem)> words, int index)
    {
        var stem = words[index].Stem;
        yield return ($"word {stem}", 1);
        if (index > 0)
        {
            yield return ($"pair {words[index - 1].Stem} {stem}", 1);
        }

        var marked = $"^{stem}$";
        for (var start = 0; start + RunLength <= marked.Length; start++)
        {
            yield return ($"run {marked.Substring(start, RunLength)}", RunWeight);
        }
    }

    private static string Stem(string word)
    {
        var ending = Endings.FirstOrDefault(ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem);
        return ending is null ? word : word[..^ending.Length];
    }

    [GeneratedRegex("[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
