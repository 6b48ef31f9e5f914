using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>Names a slice: one metric, year and status over all councils. Written <c>metric|year|status</c>.</summary>
public sealed record SliceKey(string Metric, FinancialYear Year, FigureStatus Status) : IComparable<SliceKey>
{
    public override string ToString() => $"{Metric}|{Year}|{Codes.Of(Status)}";

    public int CompareTo(SliceKey? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public static bool TryParse(string? text, [NotNullWhen(true)] out SliceKey? key)
    {
        key = text?.Split('|') is [{ Length: > 0 } metric, var yearText, var statusText]
            && FinancialYear.TryParse(yearText, out var year)
            && Codes.TryParse<FigureStatus>(statusText, out var status)
                ? new SliceKey(metric, year, status)
                : null;
        return key is not null;
    }

    public static SliceKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not a slice such as savings-total|2012-13|actual.");

    public static bool operator <(SliceKey left, SliceKey right) => left.CompareTo(right) < 0;

    public static bool operator >(SliceKey left, SliceKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(SliceKey left, SliceKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SliceKey left, SliceKey right) => left.CompareTo(right) >= 0;
}
