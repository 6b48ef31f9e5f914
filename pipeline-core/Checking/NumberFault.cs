namespace Benchmarking.Core.Checking;

/// <summary>Why a cell is not a number.</summary>
public enum NumberFault
{
    None,
    Blank,

    /// <summary>A word or sign for no figure, such as n/a or [c].</summary>
    Placeholder,

    /// <summary>Separators that do not group thousands: 1,23,4 or 1.234,50 or 12 34.</summary>
    Grouping,

    /// <summary>1.2E+06: the spreadsheet dropped the last digits.</summary>
    Scientific,

    /// <summary>02-Jan: the spreadsheet took a number or code for a date.</summary>
    Date,

    /// <summary>#REF! and its kind.</summary>
    SpreadsheetError,

    /// <summary>A range, a limit or an approximation: 5-6, &lt;5, about 5.</summary>
    NotExact,

    /// <summary>A number with words or marks beside it: 52 weeks, 1,234*.</summary>
    WithWords,
    TooLarge,
    PercentSignUnfit,
    PoundSignUnfit,

    /// <summary>£1.2m in a row whose unit is already millions.</summary>
    ScaledTwice,
    Unreadable,
}
