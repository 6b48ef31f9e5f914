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
    public void A_template_passes_the_checks_as_it_stands(ReturnKind kind)
    {
        var result = FiledReturns.Check($"hackney/2012-13/{Codes.Of(kind)}.csv", Encoding.UTF8.GetBytes(ReturnTemplates.Csv(kind)));
        // Nothing is published of prices, whatever they are.
        string[] expected = kind == ReturnKind.Prices ? [FindingCatalogue.KeptNotPublished.Code] : [];
        Assert.Equal(expected, result.Findings.Select(finding => finding.Code));
        Assert.Equal((ReturnStatus.Accepted, 2), (result.Status, result.RowsRead));
    }

    [Theory]
    [InlineData(ReturnKind.Savings, "financial_year,category,subcategory,description,amount,unit,status,confidence,stage,recurrence,one_off_cost,note")]
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
        Assert.Empty(ReferenceData.Current.Measures.All.Where(measure => measure.Kind == kind).Select(measure => measure.Code).Except(guidance));
    }

    [Fact]
    public void The_workbook_passes_the_checks_and_only_its_guidance_is_left_unread()
    {
        var result = FiledReturns.Check("hackney/2012-13/budget.xlsx", ReturnTemplates.Workbook(ReturnKind.Budget, ReferenceData.Current));
        Assert.Equal((ReturnStatus.Accepted, 2), (result.Status, result.RowsRead));
        Assert.Equal([FindingCatalogue.SheetsIgnored.Code], result.Findings.Select(finding => finding.Code));
    }
}
