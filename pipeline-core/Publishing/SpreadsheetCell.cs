using System.Globalization;

namespace Benchmarking.Core.Publishing;

/// <summary>A cell to write. Text is text whatever it looks like, with the format Text; a number is typed and shows the decimals asked for.
/// A cell without either is empty and takes text when somebody types in it.</summary>
public readonly record struct SpreadsheetCell
{
    /// <summary>What an Excel number can show after its point.</summary>
    public const int MostDecimals = 15;

    private SpreadsheetCell(string? text, decimal? number, int decimals, bool isHeading) =>
        (Text, Number, Decimals, IsHeading) = (text, number, decimals, isHeading);

    public string? Text { get; }

    public decimal? Number { get; }

    /// <summary>Places after the point that a number shows, 0 to 15.</summary>
    public int Decimals { get; }

    /// <summary>Whether the text is set in bold.</summary>
    public bool IsHeading { get; }

    public static SpreadsheetCell Of(string? text) => new(text, null, 0, isHeading: false);

    public static SpreadsheetCell Heading(string text) => new(text, null, 0, isHeading: true);

    /// <summary>A typed number; an empty cell where there is none, for missing is not zero.</summary>
    public static SpreadsheetCell Of(decimal? number, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, MostDecimals);
        return new(null, number, decimals, isHeading: false);
    }

    public override string ToString() => Text ?? Number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
