using System.Globalization;

namespace Benchmarking.Core.Reading;

/// <summary>Names lines for a message.</summary>
internal static class LineList
{
    // With seven digits each they stay within what a message shows of one detail.
    private const int MostNamed = 6;

    /// <summary>Of lines in order: row 4, or rows 4, 7 to 9 and 12; of a long list the first, and how many more rows there are.</summary>
    public static string Of(IReadOnlyList<int> lines)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var line in lines)
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == line)
            {
                runs[^1] = (runs[^1].First, line);
            }
            else
            {
                runs.Add((line, line));
            }
        }

        var named = runs.Take(MostNamed).Select(Text).ToArray();
        var more = runs.Skip(MostNamed).Sum(run => run.Last - run.First + 1);
        var word = lines.Count == 1 ? "row" : "rows";
        return more > 0 ? string.Create(CultureInfo.InvariantCulture, $"{word} {string.Join(", ", named)} and {more} more")
            : named.Length > 1 ? $"{word} {string.Join(", ", named[..^1])} and {named[^1]}" : $"{word} {string.Concat(named)}";
    }

    private static string Text((int First, int Last) run) => run.First == run.Last
        ? run.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{run.First} to {run.Last}");
}
