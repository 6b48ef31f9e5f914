using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading.Workbooks;

/// <summary>Text round the table of a workbook: what cells hold beside text must not make a row of figures of it, nor hide one.</summary>
public sealed class TextRoundTests
{
    private const string Header = "financial_year|category|amount|unit|status|note";
    private const string Good = "2012-13|total|500000|gbp|actual|";

    [Fact]
    public void A_note_with_a_raised_mark_is_a_note() =>
        Assert.Equal(["row-not-read 3"], Found(new WorkbookFile(),
            WorkbookFile.Row(3,
                "<c t=\"inlineStr\"><is><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r><r><t> Figures are "
                    + "provisional</t></r></is></c>")));

    [Fact]
    public void The_day_on_which_a_table_was_made_is_no_figure() =>
        Assert.Equal(["row-not-read 3"], Found(new WorkbookFile(), WorkbookFile.Row(3, WorkbookFile.Number("41394", 1))));

    [Fact]
    public void Merged_cells_of_a_title_and_of_a_note_are_no_figures() =>
        Assert.Equal(["header-not-first 2", "row-not-read 4"], FoundOf(
            new WorkbookFile().With("Return", ["Savings of the year", Header, Good, "Source: Council budget book"],
                after: "<mergeCells count=\"2\"><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A4:F4\"/></mergeCells>")));

    [Fact]
    public void A_sum_beneath_the_figures_is_one_error() =>
        Assert.Equal(["row-like-total 3"], Found(new WorkbookFile(),
            WorkbookFile.Row(3, "<c/>", "<c/>", "<c><f>SUM(C2:C2)</f><v>500000</v></c>")));

    [Fact]
    public void A_formula_that_was_never_calculated_is_not_taken_for_a_note() =>
        Assert.Equal(["formula-not-calculated 3"],
            Found(new WorkbookFile(), WorkbookFile.Row(3, "<c/>", "<c/>", "<c><f>SUM(C2:C2)</f></c>")));

    [Fact]
    public void A_hidden_note_hides_no_figure() =>
        Assert.Equal(["row-not-read 3"], Found(new WorkbookFile(), $"<row r=\"3\" hidden=\"1\">{WorkbookFile.Text("Notes:")}</row>"));

    [Fact]
    public void The_totals_row_of_a_table_is_told_as_such_and_not_as_some_number() =>
        Assert.Equal(["table-totals-row 3"], FoundOf(
            new WorkbookFile().With("Return", [Header, Good,
                WorkbookFile.Row(3, WorkbookFile.Text("Total"), "<c/>", "<c><f>SUBTOTAL(109,C2:C2)</f><v>500000</v></c>")],
                    after: "<tableParts><tablePart r:id=\"rt1\"/></tableParts>")
                .WithTable("Savings", "A1:F3", "totalsRowCount=\"1\"")));

    private static string[] Found(WorkbookFile book, params string[] beneath) => FoundOf(book.With("Return", [Header, Good, .. beneath]));

    private static string[] FoundOf(WorkbookFile book) =>
        [.. ReturnReader.Read(ReturnKind.Savings, "xlsx", book.ToArray(), ReadingLimits.Default).Findings.Select(finding =>
            $"{finding.Code} {finding.Line}")];
}
