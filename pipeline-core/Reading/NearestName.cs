using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>The column name that was probably meant: at most one letter in three is wrong.</summary>
internal static class NearestName
{
    public static string? To(string text, IEnumerable<string> names)
    {
        var sought = Codes.Fold(text);
        var (nearest, slips) = names
            .Where(name => Math.Abs(Codes.Fold(name).Length - sought.Length) <= sought.Length / 3)
            .Select(name => (name, Slips(sought, Codes.Fold(name))))
            .DefaultIfEmpty((name: "", int.MaxValue))
            .MinBy(pair => pair.Item2);
        return slips <= sought.Length / 3 ? nearest : null;
    }

    /// <summary>Letters added, lost or changed between two words (Levenshtein).</summary>
    private static int Slips(string a, string b)
    {
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(last[j], row[j - 1]) + 1);
            }

            last = row;
        }

        return last[b.Length];
    }
}
