using System.Globalization;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reading;

public sealed class OutcomesTableTests
{
    private const string Header = "Year,ONS Area Code,Geographical Description,Measure Code,Disaggregation,Measure Type,Measure Value\n";
    private const string Measure = "admissions_65plus_per_1000";

    [Fact]
    public void What_is_given_out_in_the_long_shape_comes_in_again_as_the_same_figures()
    {
        const string name = "hackney/2012-13/activity.csv";
        var (path, before) = Observed(name, File.ReadAllBytes(Path.Combine(Checking.Repository.Root, "samples", "returns", name)));
        var given = before.Where(figure => ReferenceData.Current.Measures.Find(ReturnKind.Activity, figure.Metric) is not null).ToList();
        Assert.NotEmpty(given);
        var table = Header + string.Concat(given.SelectMany(figure => LongRow.Of(ReferenceData.Current.Metrics.Find(figure.Metric)!, figure, ReferenceData.Current).Select(row =>
            string.Create(CultureInfo.InvariantCulture, $"{row.Year},{row.OnsAreaCode},\"{row.GeographicalDescription}\",{row.MeasureCode},{row.Disaggregation},{row.MeasureType},{row.MeasureValue}\n"))));

        var converted = OutcomesTable.Convert(table, ReferenceData.Current);
        Assert.Empty(converted.Faults);
        var made = Assert.Single(converted.Returns);
        Assert.Equal((path.Council, path.Year, given.Count), (made.Council, made.Year, made.Figures));
        var after = Observed(path.ToString(), System.Text.Encoding.UTF8.GetBytes(made.Content)).Figures.ToDictionary(figure => figure.Metric);
        Assert.All(given, figure => Assert.Equal(Shown(figure), Shown(after[figure.Metric])));
    }

    [Fact]
    public void Areas_beyond_councils_and_rows_without_a_number_are_counted_and_are_no_nil()
    {
        var converted = Convert("2012-13,E92000001,England,*,Total,Outcome,1", "2012-13,E12000007,London,*,Total,Outcome,1", "2012-13,E09000012,Hackney,*,Total,Numerator,[c]", "2012-13,E09000012,Hackney,*,Total,Outcome,");
        Assert.Equal((4, 2, 2), (converted.Rows, converted.OtherAreas, converted.WithoutValue));
        Assert.Empty(converted.Returns);
        Assert.Empty(converted.Faults);
    }

    [Theory]
    [InlineData("12-2013,E09000012,Hackney,*,Total,Outcome,1", "year")]
    [InlineData("2012-13,E09999999,Nowhere,*,Total,Outcome,1", "onsAreaCode")]
    [InlineData("2012-13,E09000012,Hackney,2Z(9),Total,Outcome,1", "measureCode")]
    [InlineData("2012-13,E09000012,Hackney,*,18-64,Outcome,1", "disaggregation")]
    [InlineData("2012-13,E09000012,Hackney,*,Total,Rate,1", "measureType")]
    [InlineData("2012-13,E09000012,Hackney,*,Total,Outcome,1.234.5", "measureValue")]
    [InlineData("2012-13,E09000012,Hackney,*,Total,Outcome,\"1,234\"", "measureValue")]
    public void A_row_that_cannot_be_read_is_named_by_line_and_column_and_makes_no_figure(string row, string column)
    {
        var converted = Convert(row);
        Assert.Equal((2, column), (Assert.Single(converted.Faults).Line, converted.Faults[0].Column));
        Assert.Empty(converted.Returns);
    }

    [Fact]
    public void Of_two_rows_for_one_cell_neither_is_taken()
    {
        var converted = Convert("2012-13,E09000012,Hackney,*,Total,Outcome,1", "2012-13,E09000012,Hackney,*,Total,Numerator,5", "2012-13,E09000012,Hackney,*,actual,Outcome,2");
        Assert.Equal([2, 4], converted.Faults.Select(fault => fault.Line));
        Assert.Empty(converted.Returns);
    }

    [Fact]
    public void A_table_without_a_column_that_is_needed_says_which() =>
        Assert.Equal("measureType", Assert.Single(OutcomesTable.Convert("year,onsAreaCode,measureCode,measureValue\n", ReferenceData.Current).Faults).Column);

    private static decimal Shown(Observation figure) =>
        decimal.Round(figure.Value!.Value, ReferenceData.Current.Metrics.Find(figure.Metric)!.Decimals, MidpointRounding.AwayFromZero);

    private static OutcomesConversion Convert(params string[] rows) =>
        OutcomesTable.Convert(Header + string.Join('\n', rows.Select(row => row.Replace(",*,", $",{Measure},", StringComparison.Ordinal))), ReferenceData.Current);

    private static (ReturnPath Path, IReadOnlyList<Observation> Figures) Observed(string name, byte[] content)
    {
        Assert.True(ReturnPath.TryParse(name, out var path));
        var file = new FiledReturn(name, Receipt.Fingerprint(content), content.Length, DateTimeOffset.UnixEpoch, content);
        var result = ReturnPipeline.Check(file, path, 10_000_000, ReferenceData.Current);
        Assert.True(result.Status == ReturnStatus.Accepted, string.Join('\n', result.Findings));
        return (path, Normaliser.Observe(path.Council, [new AcceptedReturn("r", path.Year, result)], ReferenceData.Current));
    }
}
