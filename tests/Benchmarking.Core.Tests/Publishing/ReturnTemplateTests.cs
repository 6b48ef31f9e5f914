using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Normalising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Publishing;

public sealed class ReturnTemplateTests
{
    [Theory]
    [InlineData(ReturnKind.Savings)]
    [InlineData(ReturnKind.Budget)]
    [InlineData(ReturnKind.Activity)]
    [InlineData(ReturnKind.Prices)]
    public void Nothing_is_wrong_with_a_template_but_that_its_rows_are_examples(ReturnKind kind)
    {
        var path = $"hackney/2012-13/{Codes.Of(kind)}.csv";
        var template = FiledReturns.Check(path, Encoding.UTF8.GetBytes(ReturnTemplates.Csv(kind)));
        Assert.Equal([("template-example", 2), ("template-example", 3)],
            template.Findings.Select(finding => (finding.Code, finding.Line ?? 0)));
        Assert.Equal((ReturnStatus.Rejected, 2), (template.Status, template.RowsRead));

        var own = FiledReturns.Check(path,
            Encoding.UTF8.GetBytes(ReturnTemplates.Csv(kind).Replace("Example:", "Ours:", StringComparison.Ordinal)));
        // Nothing is published of prices, whatever they are.
        string[] expected = kind == ReturnKind.Prices ? [FindingCatalogue.KeptNotPublished.Code] : [];
        Assert.Equal(expected, own.Findings.Select(finding => finding.Code));
        Assert.Equal((ReturnStatus.Accepted, 2), (own.Status, own.RowsRead));
    }

    [Theory]
    [InlineData(ReturnKind.Savings,
        "financial_year,category,subcategory,description,amount,unit,status,confidence,stage,recurrence,one_off_cost,note")]
    [InlineData(ReturnKind.Budget, "financial_year,measure,service,amount,unit,status,note")]
    [InlineData(ReturnKind.Activity, "financial_year,measure,client_group,numerator,denominator,value,unit,status,note")]
    [InlineData(ReturnKind.Prices, "financial_year,service,provider,quantity,quantity_unit,unit_price,note")]
    public void Its_columns_are_those_of_the_contract_and_all_rows_have_them(ReturnKind kind, string header)
    {
        var lines = ReturnTemplates.Csv(kind).Split("\r\n");
        Assert.Equal((header, 4, ""), (lines[0], lines.Length, lines[^1]));
        Assert.All(lines[..3], line => Assert.Equal(header.Count(c => c == ','), line.Count(c => c == ',')));
    }

    [Theory]
    [InlineData(ReturnKind.Savings)]
    [InlineData(ReturnKind.Budget)]
    [InlineData(ReturnKind.Activity)]
    [InlineData(ReturnKind.Prices)]
    public void The_first_sheet_of_the_workbook_is_exactly_the_csv_and_the_second_explains_every_column(ReturnKind kind)
    {
        var book = ReturnTemplates.Workbook(kind, ReferenceData.Current);
        var rows = FiledSheet.Of(kind, book, ReadingLimits.Default)!.Rows;
        Assert.Equal(ReturnTemplates.Csv(kind), string.Concat(rows.Select(row => $"{string.Join(',', row)}\r\n")));

        using var opened = new OpenedWorkbook(book);
        var guidance = opened.Texts(1).Select(row => row.Count > 0 ? row[0] : "").ToArray();
        Assert.Empty(ReturnLayout.For(kind).Columns.Select(column => column.Name).Except(guidance));
        Assert.Empty(ReferenceData.Current.Measures.All.Where(measure => measure.Kind == kind).Select(measure => measure.Code)
            .Except(guidance));
    }

    [Fact]
    public void Of_the_workbook_the_examples_are_found_and_nothing_is_said_of_its_guidance()
    {
        var result = FiledReturns.Check("hackney/2012-13/budget.xlsx", ReturnTemplates.Workbook(ReturnKind.Budget, ReferenceData.Current));
        Assert.Equal(["template-example", "template-example"], result.Findings.Select(finding => finding.Code));
    }

    /// <summary>Rows of the templates as they were handed out before, and what officers make of them.</summary>
    [Theory]
    [InlineData("2012-13,total,,,1200000,gbp,actual,,,,,Replace these two example rows; further categories go below", true)]
    [InlineData("2012-13,total,,,987654,gbp,actual,,,,,Replace these two example rows; further categories go below", true)]
    [InlineData("2012-13,total,,,987654,gbp,actual,,,,,EXAMPLE: replace this row; further categories go below", true)]
    [InlineData("2012-13,prevention,promoting-independence,Reablement at home,1200000,gbp,actual,assured,delivery,recurrent,50000,", true)]
    [InlineData("2012/13,Prevention,Promoting independence,Reablement at "
        + "home,\"1,200,000.00\",GBP,Actual,assured,delivery,recurrent,50000,", true)]
    [InlineData("2012-13,prevention,promoting-independence,Reablement at home,1200001,gbp,actual,assured,delivery,recurrent,50000,", false)]
    [InlineData("2012-13,prevention,promoting-independence,Reablement at home,1200000,gbp,actual,assured,delivery,recurrent,50000,Board "
        + "paper 7", false)]
    [InlineData("2012-13,total,,,1200000,gbp,actual,,,,,", false)]
    [InlineData("2012-13,total,,,1200000,gbp,actual,,,,,Our example of good practice", false)]
    public void An_example_is_known_by_its_note_or_by_all_its_cells(string row, bool isExample)
    {
        var header = ReturnTemplates.Csv(ReturnKind.Savings).Split("\r\n")[0];
        var result = FiledReturns.Check("hackney/2012-13/savings.csv", Encoding.UTF8.GetBytes($"{header}\n{row}\n"));
        Assert.Equal(isExample, result.Findings.Any(finding => finding.Code == FindingCatalogue.TemplateExample.Code));
        Assert.Equal(isExample ? ReturnStatus.Rejected : ReturnStatus.Accepted, result.Status);
    }
}
