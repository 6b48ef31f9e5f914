using System.Globalization;

namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>For which numbers a section of a format is: [&gt;=1000].</summary>
internal sealed record FormatCondition(string Comparison, decimal Bound)
{
    private static readonly string[] Comparisons = ["<=", ">=", "<>", "<", ">", "="];

    /// <summary>Whether no number above zero, nor zero, is shown so: then the section shows no minus of its own.</summary>
    public bool IsForNegatives => (Comparison is "<" && Bound <= 0) || (Comparison is "<=" or "=" && Bound < 0);

    /// <summary>Null where it is none.</summary>
    public static FormatCondition? Of(string text)
    {
        var comparison = Comparisons.FirstOrDefault(sign => text.StartsWith(sign, StringComparison.Ordinal));
        return comparison is null || !decimal.TryParse(text[comparison.Length..], NumberStyles.Float, CultureInfo.InvariantCulture,
            out var bound)
            ? null
            : new(comparison, bound);
    }

    public bool Holds(decimal number) => Comparison switch
    {
        "<=" => number <= Bound,
        ">=" => number >= Bound,
        "<>" => number != Bound,
        "<" => number < Bound,
        ">" => number > Bound,
        _ => number == Bound,
    };
}
