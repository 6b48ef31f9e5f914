using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Reads cells that hold a number.</summary>
internal static class NumberCell
{
    private const string Example = "a number such as 1234567 or 1,234,567.50";

    /// <summary>The number of a cell that must not be blank; a null unit is one that could not be read.</summary>
    public static FiledNumber? Required(FileCells cells, string column, Unit? unit) =>
        cells.Required(column, Expected(unit)) is null ? null : Optional(cells, column, unit);

    public static FiledNumber? Optional(FileCells cells, string column, Unit? unit)
    {
        if (cells.Optional(column) is not { } text)
        {
            return null;
        }

        if (!FiledNumber.TryParse(text, unit, out var number, out var fault))
        {
            cells.ReportUnread(Definition(fault), column, Expected(fault, text, unit), Marker.Find(text)?.Meaning ?? UnitName(unit));
        }

        return number;
    }

    private static string Expected(NumberFault fault, string text, Unit? unit) => fault switch
    {
        NumberFault.ScaledTwice => OnceScaled(unit),
        NumberFault.WithWords => NumberFaults.NumberBesideWords(Characters.Fold(text)) ?? Expected(unit),
        NumberFault.Unreadable when NumberFaults.NumberBeforeSign(Characters.Fold(text)) is { } number =>
            $"{number}, or -{number} if it is less than zero",
        _ => Expected(unit),
    };

    private static string Expected(Unit? unit) => unit switch
    {
        { } known when known.IsPercent() => "a number such as 7.2 or 7.2%",
        { } known when known.IsInPounds() => "a number such as 1234567, 1,234,567.50 or £1.2m",
        _ => Example,
    };

    private static string OnceScaled(Unit? unit) =>
        $"the number of {(unit == Unit.GbpMillions ? "millions" : "thousands")} alone, or gbp as the unit";

    private static string UnitName(Unit? unit) => unit is { } known ? Codes.Of(known) : "its unit";

    private static FindingDefinition Definition(NumberFault fault) => fault switch
    {
        NumberFault.Placeholder => FindingCatalogue.NumberPlaceholder,
        NumberFault.Grouping => FindingCatalogue.NumberGrouping,
        NumberFault.Scientific => FindingCatalogue.NumberScientific,
        NumberFault.Date => FindingCatalogue.NumberDate,
        NumberFault.SpreadsheetError => FindingCatalogue.NumberSpreadsheetError,
        NumberFault.NotExact => FindingCatalogue.NumberNotExact,
        NumberFault.WithWords => FindingCatalogue.NumberWithWords,
        NumberFault.TooLarge => FindingCatalogue.NumberTooLarge,
        NumberFault.PercentSignUnfit => FindingCatalogue.NumberPercentSign,
        NumberFault.PoundSignUnfit => FindingCatalogue.NumberPoundSign,
        NumberFault.ScaledTwice => FindingCatalogue.NumberScaledTwice,
        _ => FindingCatalogue.NumberUnreadable,
    };
}
