using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Samples;

public sealed class SampleReturnTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;

    /// <summary>National statistics are datasets, not returns.</summary>
    [Fact]
    public void What_ships_are_38_returns_of_figures_that_councils_themselves_gave()
    {
        Assert.Equal(
            [("activity", 2), ("budget", 5), ("savings", 31)],
            SampleReturns.Shipped.CountBy(file => Codes.Of(file.Path!.Kind)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => (pair.Key, pair.Value)));
        Assert.All(SampleReturns.Shipped, file => Assert.All(file.Rows, row => Assert.Matches("^(LGA|Tri-borough) ", row["note"])));
    }

    [Fact]
    public void With_the_national_tables_as_if_filed_there_are_188_returns_of_councils_that_existed_in_the_year()
    {
        Assert.Equal(188, SampleReturns.All.Count);
        Assert.All(SampleReturns.All, file =>
        {
            Assert.NotNull(file.Path);
            Assert.NotNull(Reference.Councils.Find(file.Path.Council, file.Path.Year));
            Assert.NotEmpty(file.Rows);
        });
    }

    [Fact]
    public void Each_has_the_columns_of_its_kind_in_order() =>
        Assert.All(SampleReturns.All, file =>
            Assert.Equal(ReturnLayout.For(file.Path!.Kind).Columns.Select(column => column.Name), file.Columns));

    [Fact]
    public void Required_cells_are_filled_and_every_row_says_where_it_comes_from() =>
        Assert.All(SampleReturns.All, file => Assert.All(file.Rows, row =>
        {
            Assert.All(ReturnLayout.For(file.Path!.Kind).Columns.Where(column => column.Required),
                column => Assert.NotEqual("", row[column.Name]));
            Assert.Matches("^(LGA|Tri-borough|HSCIC) ", row["note"]);
        }));

    [Fact]
    public void Years_units_and_statuses_are_written_in_their_own_words() =>
        Assert.All(SampleReturns.All, file => Assert.All(file.Rows, row =>
        {
            Assert.True(FinancialYear.TryParse(row["financial_year"], out var year) && year.ToString() == row["financial_year"]);
            Assert.Contains(row["unit"], Codes.All<Unit>());
            Assert.Contains(row["status"], Codes.All<FigureStatus>());
            Assert.False(row.Is("status", "actual") && year > file.Path!.Year, $"{file.Name}: actual for {year}");
        }));

    [Fact]
    public void No_figure_is_filed_twice() =>
        Assert.All(SampleReturns.All, file => Assert.Distinct(file.Rows.Select(row => string.Join('|', new[]
        {
            "financial_year", "category", "subcategory", "description", "measure", "service", "client_group", "status", "unit",
        }.Select(column => row[column])))));

    [Fact]
    public void Savings_are_classed_by_the_taxonomy() =>
        Assert.All(SampleReturns.All.Where(file => file.Path!.Kind == ReturnKind.Savings), file => Assert.All(file.Rows, row =>
        {
            Assert.True(row.Is("category", "total") || Reference.Taxonomy.FindCategory(row["category"])?.Code == row["category"]);
            Assert.True(row.Is("subcategory", "")
                || Reference.Taxonomy.FindSubcategory(row["category"], row["subcategory"])?.Code == row["subcategory"]);
            Assert.True(row.Is("confidence", "") || Codes.All<Confidence>().Contains(row["confidence"]));
        }));

    [Fact]
    public void Parts_never_come_to_more_than_their_total() =>
        Assert.All(SampleReturns.All.Where(file => file.Path!.Kind == ReturnKind.Savings), file =>
            Assert.All(file.Rows.Where(row => row["unit"].StartsWith("gbp", StringComparison.Ordinal))
                .GroupBy(row => (Year: row["financial_year"], Status: row["status"])), group =>
                {
                    var total = Assert.Single(group, row => row.Is("category", "total"));
                    Assert.True(group.Except([total]).Sum(row => row.Number("amount")) <= total.Number("amount"),
                        $"{file.Name} {group.Key}");
                }));

    [Fact]
    public void Budgets_and_activity_are_measures_of_the_catalogue_within_their_range() =>
        Assert.All(SampleReturns.All.Where(file => file.Path!.Kind is ReturnKind.Budget or ReturnKind.Activity),
            file => Assert.All(file.Rows, row =>
        {
            var measure = Reference.Measures.Find(file.Path!.Kind, row["measure"]);
            Assert.Equal(row["measure"], measure?.Code);
            Assert.Contains(row["unit"], measure!.FiledUnits.Select(Codes.Of));
            var value = file.Path.Kind == ReturnKind.Budget ? row.Number("amount") * (row.Is("unit", "gbp_thousands") ? 1000 : 1)
                : row.Is("value", "") ? row.Number("numerator") / row.Number("denominator") * measure.Per!.Value
                : row.Number("value");
            Assert.InRange(value, measure.Min!.Value, measure.Max!.Value);
        }));
}
