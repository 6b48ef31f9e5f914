namespace Benchmarking.Core.Vocabulary;

/// <summary>The word a writer probably meant, to be offered beside the one that was not known. Near is one slip for short words and one in
/// three letters for longer ones; a slip is a letter added, lost, changed or swapped with its neighbour (optimal string alignment). Case,
/// spaces, hyphens and underscores do not count.</summary>
public static class NearestWord
{
    private const int LettersPerSlip = 3;
    private const int MostSlips = 4;

    /// <summary>The nearest of the words as it is written there, the first of equally near ones; null when none is near.</summary>
    public static string? To(string text, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var sought = Codes.Fold(text);
        if (sought.Length == 0)
        {
            return null;
        }

        string? nearest = null;
        var fewest = Math.Clamp(sought.Length / LettersPerSlip, 1, MostSlips) + 1;
        foreach (var word in words)
        {
            var slips = Slips(sought, Codes.Fold(word), fewest);
            if (slips < fewest)
            {
                (nearest, fewest) = (word, slips);
            }
        }

        return nearest;
    }

    /// <summary>The slips between two words, or at least <paramref name="limit"/> where they are that far apart.</summary>
    private static int Slips(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }

        var (beforeLast, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
