using System.Globalization;
using Benchmarking.Core.Vocabulary;
using ExcelDataReader;

namespace Benchmarking.Core.Reading;

/// <summary>One cell of a workbook as the text that an officer would have typed into a CSV file.</summary>
internal static class WorkbookCell
{
    // Beyond this a double does not fit a decimal; no figure of a return comes near.
    private const double LargestDecimal = 7.9e27;

    public static string Text(IExcelDataReader reader, int index, List<CellFlaw> flaws)
    {
        return reader.GetValue(index) switch
        {
            null => "",
            string text => text,
            double number => Number(number, NumberFormat.Of(reader.GetNumberFormatString(index)), index, flaws),
            bool truth => truth ? "TRUE" : "FALSE",
            DateTime date => Flawed(flaws, index, FindingCatalogue.CellDate, ExcelDate.Text(date), ExcelDate.Typed(date)),
            TimeSpan time => Flawed(
                flaws, index, FindingCatalogue.CellDate, time.ToString("c", CultureInfo.InvariantCulture), "text, not a time"),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
    }

    public static string Flawed(List<CellFlaw> flaws, int index, FindingDefinition definition, string value, string expected)
    {
        flaws.Add(new CellFlaw(index, definition, value, expected));
        return value;
    }

    /// <summary>Excel keeps 7.2% as 0.072. The officer sees 7.2 and files it under the unit percent, so what is shown is what was
    /// filed. A format that hides thousands leaves open which of the two was meant.</summary>
    private static string Number(double number, NumberFormat format, int index, List<CellFlaw> flaws)
    {
        if (Math.Abs(number) is not < LargestDecimal)
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        // The conversion keeps 15 digits, which is all that Excel shows: the 0.30000000000000004 of a formula is 0.3.
        var shown = (decimal)number * format.Factor;
        if (format.Thousands > 0 && shown != 0)
        {
            flaws.Add(new CellFlaw(index, FindingCatalogue.CellScaled, Plain(shown), format.Thousands == 1 ? "thousands" : "millions"));
        }

        return Plain(shown);
    }

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
