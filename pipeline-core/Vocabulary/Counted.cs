using System.Globalization;

namespace Benchmarking.Core.Vocabulary;

/// <summary>A number with what it counts, in the singular where it is one: 1 row, 1,250 rows.</summary>
public static class Counted
{
    public static string Of(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,##0} {(count == 1 ? one : many ?? one + "s")}");
}
