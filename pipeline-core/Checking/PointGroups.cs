using System.Text.RegularExpressions;
using Benchmarking.Core.Reading;

namespace Benchmarking.Core.Checking;

/// <summary>Whether points group the thousands in a file: some number of it, such as 1.234.567 or 1.234,50, can be read in no other
/// way.</summary>
internal static partial class PointGroups
{
    private const int LongestText = 40;

    public static bool AreIn(RawReturn raw)
    {
        string[] columns = [.. ReturnLayout.For(raw.Kind!.Value).Columns.Where(column => column.IsNumber).Select(column => column.Name)];
        return raw.Rows.Any(row => columns.Any(column => row[column] is { Length: > 0 and < LongestText } text
            && HasSeveralSeparators(text) && Grouped().IsMatch(text)));
    }

    private static bool HasSeveralSeparators(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var first && text.AsSpan(first + 1).ContainsAny('.', ',');

    [GeneratedRegex(@"^[-(£ ]*\d{1,3}((\.\d{3}){2,}(,\d+)?|(\.\d{3})+,\d+)\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
