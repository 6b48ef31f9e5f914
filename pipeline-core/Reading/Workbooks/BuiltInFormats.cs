namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>The number formats that every Excel has and no file spells out (ECMA-376 part 1, 18.8.30), as a British Excel shows
/// them.</summary>
internal static class BuiltInFormats
{
    private const string Accounting = "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-";
    private const string AccountingPounds = "_-\"£\"* #,##0_-;-\"£\"* #,##0_-;_-\"£\"* \"-\"_-;_-@_-";
    private const string AccountingPence = "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-";
    private const string AccountingPoundsPence = "_-\"£\"* #,##0.00_-;-\"£\"* #,##0.00_-;_-\"£\"* \"-\"??_-;_-@_-";
    private const string Date = "dd/mm/yyyy";

    /// <summary>The code of a format by its number; General where the number is not known.</summary>
    public static string Code(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 => "\"£\"#,##0;-\"£\"#,##0",
        6 => "\"£\"#,##0;[Red]-\"£\"#,##0",
        7 => "\"£\"#,##0.00;-\"£\"#,##0.00",
        8 => "\"£\"#,##0.00;[Red]-\"£\"#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 or 15 or 16 or 17 => Date,
        >= 18 and <= 22 => "hh:mm:ss",
        // Dates of eastern Asia.
        (>= 27 and <= 36) or (>= 50 and <= 58) => Date,
        37 => "#,##0;-#,##0",
        38 => "#,##0;[Red]-#,##0",
        39 => "#,##0.00;-#,##0.00",
        40 => "#,##0.00;[Red]-#,##0.00",
        41 => Accounting,
        42 => AccountingPounds,
        43 => AccountingPence,
        44 => AccountingPoundsPence,
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    };
}
