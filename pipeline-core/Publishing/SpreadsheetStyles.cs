using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Benchmarking.Core.Publishing;

/// <summary>The styles of one workbook: Text, Text in bold, and numbers by their decimals.</summary>
internal sealed class SpreadsheetStyles(Spreadsheet spreadsheet)
{
    private readonly Dictionary<int, StyleId> numbers = [];
    private readonly StyleId text = spreadsheet.AddStyle(Text);
    private readonly StyleId heading = spreadsheet.AddStyle(Text with { Font = new Font { Bold = true } });

    /// <summary>With it Excel makes neither a formula nor a date of what is typed.</summary>
    public static Style Text { get; } = new() { Format = NumberFormat.Standard(StandardNumberFormat.Text) };

    public StyledCell Styled(SpreadsheetCell cell) => cell switch
    {
        { Number: { } number } => new StyledCell(number, Number(cell.Decimals)),
        { Text: { Length: > 0 } written } => new StyledCell(SpreadsheetText.Escaped(written), cell.IsHeading ? heading : text),
        _ => new StyledCell((string?)null, text),
    };

    private StyleId Number(int decimals)
    {
        if (!numbers.TryGetValue(decimals, out var style))
        {
            var format = decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}";
            numbers[decimals] = style = spreadsheet.AddStyle(new Style { Format = NumberFormat.Custom(format) });
        }

        return style;
    }
}
