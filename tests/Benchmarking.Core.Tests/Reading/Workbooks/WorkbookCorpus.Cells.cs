using static Benchmarking.Core.Tests.Reading.WorkbookFile;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

internal static partial class WorkbookCorpus
{
    private const string Recalculated = "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>";

    private static IEnumerable<CorpusBook> Formulas() =>
    [
        Given("formula", "with its result", "500000", "£500,000", new(), "<c><f>250000*2</f><v>500000</v></c>"),
        Given("formula", "zero that Excel worked out", "0", "£0", new(), "<c><f>A9</f><v>0</v></c>"),
        Given("formula", "without a result", "500000", "refused: formula-not-calculated", new(), "<c><f>250000*2</f></c>"),
        Given("formula", "with an empty result", "500000", "refused: formula-not-calculated", new() { Book = Recalculated },
            "<c><f>250000*2</f><v></v></c>"),
        Given("formula", "without a result in a column that may be empty", "50000", "refused: formula-not-calculated", new(),
            WorkbookFile.Number("500000"), cost: "<c><f>C2*0.1</f><v/></c>"),
        Given("formula", "placeholder of a library", "500000", "refused: formula-not-calculated", new() { Book = Recalculated },
            "<c><f>250000*2</f><v>0</v></c>"),
        Given("formula", "result that Excel is asked to work out anew", "500000", "£500,000 (formula-recalculated)",
            new() { Book = Recalculated }, "<c><f>250000*2</f><v>500000</v></c>"),
        Given("formula", "no formula where Excel is asked to work all out anew", "500000", "£500,000", new() { Book = Recalculated },
            WorkbookFile.Number("500000")),
        Given("formula", "shared with another cell, without a result", "500000", "refused: formula-not-calculated", new(),
            "<c><f t=\"shared\" si=\"0\"/></c>"),
        Given("formula", "that failed", "#DIV/0!", "refused: cell-error", new(), "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
        Given("formula", "that gives text", "500000", "£500,000", new(), "<c t=\"str\"><f>TEXT(A9,\"0\")</f><v>500000</v></c>"),
        Given("formula", "that gives nothing", "", "refused: cell-required", new(), "<c t=\"str\"><f>IF(TRUE,\"\",1)</f><v></v></c>"),
        Given("formula", "scaled by its format", "500", "refused: cell-scaled", new(), "<c s=\"3\"><f>250000*2</f><v>500000</v></c>"),
    ];

    private static IEnumerable<CorpusBook> Texts() =>
    [
        Given("text", "figure as text", "£1.2m", "£1,200,000", new(), Text("£1.2m")),
        Shared("text", "figure as a shared text", "500000", "£500,000", "<si><t>500000</t></si>"),
        Shared("text", "raised footnote mark", "500000¹", "£500,000 (cell-mark-left-out)",
            "<si><r><t>500000</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></si>"),
        Shared("text", "raised mark in brackets", "500000 ⁽¹⁾", "£500,000 (cell-mark-left-out)",
            "<si><r><t xml:space=\"preserve\">500000 </t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>(1)</t></r></si>"),
        Shared("text", "lowered mark", "500000₁", "£500,000 (cell-mark-left-out)",
            "<si><r><t>500000</t></r><r><rPr><vertAlign val=\"subscript\"/></rPr><t>1</t></r></si>"),
        Shared("text", "power of ten", "10⁶", "refused: number-unreadable",
            "<si><r><t>10</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>6</t></r></si>"),
        Given("text", "raised mark in a text of the cell's own", "500000¹", "£500,000 (cell-mark-left-out)", new(),
            "<c t=\"inlineStr\"><is><r><t>500000</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>"),
        Given("text", "raised mark of Unicode", "500000¹", "refused: number-with-words", new(), Text("500000¹")),
        Given("text", "raised characters in a note", "37 m²", "£1", new(), WorkbookFile.Number("1"),
            note: "<c t=\"inlineStr\"><is><r><t>37 m</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></is></c>"),
        Shared("text", "old figure struck out before the new", "~~400000~~500000", "£500,000 (cell-mark-left-out)",
            "<si><r><rPr><strike/></rPr><t>400000</t></r><r><t>500000</t></r></si>"),
        Shared("text", "figure in several runs", "500000", "£500,000", "<si><r><t>500</t></r><r><rPr><b/></rPr><t>000</t></r></si>"),
        Shared("text", "figure struck out", "~~500000~~", "held: rows-struck-out",
            "<si><r><rPr><strike val=\"1\"/></rPr><t>500000</t></r></si>"),
        Given("text", "figure struck out by its style", "~~500000~~", "held: rows-struck-out", new(), WorkbookFile.Number("500000", 5)),
        Shared("text", "reading aid of another script", "500000", "£500,000",
            "<si><t>500000</t><rPh sb=\"0\" eb=\"1\"><t>7</t></rPh><phoneticPr fontId=\"1\"/></si>"),
        Given("text", "carriage return", "500000", "£500,000", new(), Text("500000_x000D_")),
        Given("text", "space that is kept", "500000", "£500,000", new(),
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">  500000 </t></is></c>"),
        Given("text", "text with words from its format", "5m", "refused: cell-shown-otherwise", new() { Formats = ["@\"m\""] },
            "<c s=\"6\" t=\"inlineStr\"><is><t>5</t></is></c>"),
        Given("text", "text that its format hides", "", "refused: cell-shown-otherwise", new() { Formats = [";;;"] },
            "<c s=\"6\" t=\"inlineStr\"><is><t>500000</t></is></c>"),
        new("text", "footnote mark in the header", "amount¹", "£500", () => new WorkbookFile().With("Return",
        [
            Row(1, [.. Split("financial_year|category"),
                "<c t=\"inlineStr\"><is><r><t>amount</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>",
                .. Split("unit|status")]),
            Row(2, [.. Split("2012-13|total|500|gbp|actual")]),
        ]).ToArray()),
    ];

    private static CorpusBook Shared(string kind, string name, string shows, string gives, string texts) =>
        Given(kind, name, shows, gives, new() { SharedTexts = texts }, "<c t=\"s\"><v>0</v></c>");
}
