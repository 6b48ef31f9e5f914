using static Benchmarking.Core.Tests.Reading.WorkbookFile;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

/// <summary>Workbooks made by hand, each with one thing in which what a cell holds and what Excel shows may differ.</summary>
internal static partial class WorkbookCorpus
{
    public static IReadOnlyList<CorpusBook> All { get; } = [.. Figures(), .. Scaled(), .. OtherFormats(), .. Formulas(), .. Texts(),
        .. Sheets(), .. Packages()];

    private static IEnumerable<CorpusBook> Figures() =>
    [
        Number("format", "General", "1234567", "", "1234567", "£1,234,567"),
        Number("format", "General, more digits than it shows", "1234567.89123", "", "1234567.891", "£1,234,567.891"),
        Number("format", "General, twelve digits", "123456789012", "", "1.23457E+11", "refused: number-scientific"),
        Number("format", "General, what binary sums leave", "0.30000000000000004", "", "0.3", "£0.3"),
        Number("format", "two decimals", "1234.5", "0.00", "1234.50", "£1,234.5"),
        Number("format", "thousands parted", "1234567", "#,##0", "1,234,567", "£1,234,567"),
        Number("format", "thousands parted by spaces", "1234567", "# ##0", "1234567", "£1,234,567"),
        Number("format", "whole pounds of pence", "1234567.89", "#,##0", "1,234,568", "£1,234,568"),
        Number("format", "one decimal of a figure in millions", "1.2345", "0.0", "1.2", "£1,200,000 (cell-rounded)", "gbp_millions"),
        Number("format", "£ in quotes", "1234.5", "\"£\"#,##0.00", "£1,234.50", "£1,234.5"),
        Number("format", "£ of a locale", "1234.5", "[$£-809]#,##0.00", "£1,234.50", "£1,234.5"),
        Number("format", "accounting", "1234.5", Accounting, "£1,234.50", "£1,234.5"),
        Number("format", "accounting, zero as a dash", "0", Accounting, "£-", "£0"),
        Number("format", "negative in brackets", "-500", "#,##0_);(#,##0)", "(500)", "held: saving-negative"),
        Number("format", "negative in red without a sign", "-500", "#,##0;[Red]#,##0", "500", "refused: cell-shown-otherwise"),
        Number("format", "plus sign", "500", "+0;-0", "+500", "£500"),
        Number("format", "leading noughts", "500", "00000", "00500", "£500"),
        Number("format", "footnote star", "500", "0\"*\"", "500*", "£500"),
        Number("format", "General for a text format", "500", "@", "500", "£500"),
        Number("format", "half a pound as a fraction", "1.5", "# ?/?", "1 1/2", "£1.5"),
        Number("format", "a third as a fraction", "0.3333333", "# ?/?", "1/3", "refused: cell-shown-otherwise"),
        Number("format", "with an exponent", "1234567", "0.00E+00", "1.23E+06", "refused: number-scientific"),
        Number("percent", "percent of a percentage", "0.072", "0.0%", "7.2%", "7.2 %", "percent_of_net_budget"),
        Number("percent", "percent, rounded half up", "0.285", "0%", "29%", "held: cell-rounded, percent-of-budget-high",
            "percent_of_budget"),
        Number("percent", "percent of pounds", "312", "0%", "31200%", "refused: number-percent-sign"),
        Number("percent", "percent sign in quotes", "7.2", "0.0\"%\"", "7.2%", "7.2 %", "percent_of_net_budget"),
        Number("percent", "two percent signs", "0.072", "0%%", "720%%", "refused: cell-shown-otherwise", "percent_of_net_budget"),
    ];

    private static IEnumerable<CorpusBook> Scaled() =>
    [
        Number("scaled", "in thousands by a comma", "1234000", "#,##0,", "1,234", "refused: cell-scaled"),
        Number("scaled", "in thousands by a comma, unit thousands", "1234000", "#,##0,", "1,234", "refused: cell-scaled", "gbp_thousands"),
        Number("scaled", "in millions by commas", "1234000", "0.0,,", "1.2", "refused: cell-scaled"),
        Number("scaled", "comma and k", "1234000", "#,##0,\"k\"", "1,234k", "refused: cell-scaled"),
        Number("scaled", "commas and m", "1234000", "£0.0,,\"m\"", "£1.2m", "refused: cell-scaled"),
        Number("scaled", "m without commas", "1.2", "0.0\"m\"", "1.2m", "refused: cell-scaled"),
        Number("scaled", "£ and m without commas", "1.2", "\"£\"0.0\"m\"", "£1.2m", "refused: cell-scaled"),
        Number("scaled", "m behind a backslash", "1.2", "0.0\\m", "1.2m", "refused: cell-scaled"),
        Number("scaled", "m without quotes", "1.2", "0.0m", "1.2m", "refused: cell-scaled"),
        Number("scaled", "bn", "1.2", "0.0\" bn\"", "1.2 bn", "refused: cell-scaled"),
        Number("scaled", "thousand in full", "1234", "0\" thousand\"", "1234 thousand", "refused: cell-scaled"),
        Number("scaled", "noughts in quotes", "1234", "0\"000\"", "1234000", "refused: cell-scaled"),
        Number("scaled", "£'000 in front", "1234", "\"£'000 \"0", "£'000 1234", "refused: cell-scaled"),
        Number("scaled", "(£000) behind", "1234", "#,##0\" (£000)\"", "1,234 (£000)", "refused: cell-scaled"),
        Number("scaled", "pence", "150", "0\"p\"", "150p", "refused: cell-scaled"),
        Number("scaled", "m on a condition that holds", "1850000", "[>=1000000]0.0,,\"m\";0", "1.9m", "refused: cell-scaled"),
        Number("scaled", "m on a condition that does not hold", "950000", "[>=1000000]0.0,,\"m\";0", "950000", "£950,000"),
        Number("scaled", "zero in millions", "0", "0.0,,\"m\"", "0.0m", "£0"),
    ];

    private static IEnumerable<CorpusBook> OtherFormats() =>
    [
        Number("words", "a unit", "500", "0\" people\"", "500 people", "£500 (cell-words-left-out)"),
        Number("words", "a rate", "500", "0\" per 1,000\"", "500 per 1,000", "£500 (cell-words-left-out)"),
        Number("words", "euros", "500", "[$€-407]0", "€500", "refused: cell-shown-otherwise"),
        Number("words", "dollars", "500", "$#,##0", "$500", "refused: cell-shown-otherwise"),
        Number("words", "more than", "500", "\">\"0", ">500", "refused: cell-shown-otherwise"),
        Number("words", "about", "500", "\"c.\"0", "c.500", "refused: cell-shown-otherwise"),
        Number("words", "credit", "500", "0.00\" CR\"", "500.00 CR", "refused: cell-shown-otherwise"),
        Number("words", "words for zero", "0", "0;-0;\"n/a\"", "n/a", "refused: cell-shown-otherwise"),
        Number("words", "signs between the digits", "1234", "00\"/\"00", "12/34", "refused: cell-shown-otherwise"),
        Number("hidden", "zero as nothing", "0", "0;-0;;@", "", "refused: cell-shown-otherwise"),
        Number("hidden", "zero by a place for digits", "0", "#,###", "", "refused: cell-shown-otherwise"),
        Number("hidden", "everything", "500000", ";;;", "", "refused: cell-shown-otherwise"),
        Given("hidden", "zeros by the sheet's own setting", "", "refused: cell-shown-otherwise", new WorkbookFile(),
            WorkbookFile.Number("0"), before: "<sheetViews><sheetView showZeros=\"0\"/></sheetViews>"),
        Number("date", "date for an amount", "41000", "dd/mm/yyyy", "01/04/2012", "refused: number-date"),
        Number("date", "month for an amount", "40878", "mmm-yy", "Dec-11", "refused: number-date"),
        Given("date", "date from 1904 for an amount", "02/04/2016", "refused: number-date",
            new WorkbookFile { Book = "<workbookPr date1904=\"1\"/>" }, WorkbookFile.Number("41000", 1)),
        Number("date", "time for an amount", "0.5", "hh:mm", "12:00", "refused: number-date"),
        Number("date", "hours past a day", "1.5", "[h]:mm", "36:00", "refused: number-date"),
        Number("date", "day before the calendar", "-5", "dd/mm/yyyy", "########", "refused: cell-shown-otherwise"),
        Given("date", "year that Excel took for a month", "Dec-11", "refused: cell-date", new WorkbookFile(), WorkbookFile.Number("1"),
            year: WorkbookFile.Number("40878", 1)),
        Given("date", "the same without its format", "40878", "refused: cell-date", new WorkbookFile(), WorkbookFile.Number("1"),
            year: WorkbookFile.Number("40878")),
        Given("date", "date in a note", "01/12/2011", "£1", new WorkbookFile(), WorkbookFile.Number("1"),
            note: WorkbookFile.Number("40878", 1)),
        Number("number", "decimal comma", "1,5", "", "damaged", "refused: cell-number-damaged"),
        Number("number", "no number", "NaN", "", "damaged", "refused: cell-number-damaged"),
        Number("number", "beyond all numbers", "1E400", "", "damaged", "refused: cell-number-damaged"),
        Given("number", "truth value", "TRUE", "refused: number-unreadable", new WorkbookFile(), "<c t=\"b\"><v>1</v></c>"),
    ];

    private const string Accounting = "_-\"£\"* #,##0.00_-;-\"£\"* #,##0.00_-;_-\"£\"* \"-\"??_-;_-@_-";

    /// <summary>A number as the amount, with a number format.</summary>
    private static CorpusBook Number(string kind, string name, string held, string code, string shows, string gives, string unit = "gbp") =>
        new(kind, code.Length > 0 ? $"{name}: `{code}`" : name, shows, gives, () => Book(
            new WorkbookFile { Formats = [code] }, WorkbookFile.Number(held, code.Length > 0 ? 6 : 0), unit: unit));

    private static CorpusBook Given(
        string kind, string name, string shows, string gives, WorkbookFile book, string amount,
        string before = "", string after = "", string? year = null, string? note = null, string cost = "<c/>", int line = 2) =>
        new(kind, name, shows, gives, () => Book(book, amount, before, after, year, note, cost, line: line));

    private static byte[] Book(
        WorkbookFile book, string amount, string before = "", string after = "", string? year = null, string? note = null,
            string cost = "<c/>", string unit = "gbp", int line = 2) =>
        book.With("Return", [CorpusBook.Header, Row(line, year ?? Text("2012-13"), Text("total"), amount, Text(unit), Text("actual"),
            cost, note ?? "<c/>")], before: before, after: after)
            .ToArray();
}
