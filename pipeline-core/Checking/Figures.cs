using System.Globalization;

namespace Benchmarking.Core.Checking;

/// <summary>Writes numbers and lines for messages.</summary>
internal static class Figures
{
    // Lines of up to seven digits in a list of this length stay within what a message shows of one detail.
    private const int MostLinesNamed = 12;
    private const int MostDecimals = 6;

    /// <summary>A number with commas between thousands and without trailing zeros.</summary>
    public static string Plain(decimal number) => number.ToString("#,##0.######", CultureInfo.InvariantCulture);

    /// <summary>A number to as many places as another was stated in, and one more to show a difference.</summary>
    public static string ToPlacesOf(decimal number, FiledNumber stated) =>
        Plain(Math.Round(number, Math.Min(stated.Decimals + 1, MostDecimals), MidpointRounding.AwayFromZero));

    /// <summary>3, 5 and 9; a long list ends with how many more there are.</summary>
    public static string Lines(IReadOnlyList<int> lines)
    {
        var named = lines.Take(MostLinesNamed).Select(line => line.ToString(CultureInfo.InvariantCulture)).ToArray();
        if (lines.Count > MostLinesNamed)
        {
            return $"{string.Join(", ", named)} and {lines.Count - MostLinesNamed} more";
        }

        return named.Length > 1 ? $"{string.Join(", ", named[..^1])} and {named[^1]}" : string.Concat(named);
    }
}
