using System.Globalization;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed class OutcomesTableTests
{
    private const string Header = "Year,ONS Area Code,Geographical Description,Measure Code,Disaggregation,Measure Type,Measure Value\n";
    private const string Measure = "admissions_65plus_per_1000";

    [Fact]
    public void What_is_given_out_in_the_long_shape_comes_in_again_as_the_same_figures()
    {
        const string name = "hackney/2012-13/activity.csv";
        var (path, before) = Observed(name, File.ReadAllBytes(Repository.Returns.Single(found => found.Name == name).File));
        var given = before.Where(figure => ReferenceData.Current.Measures.Find(ReturnKind.Activity, figure.Metric) is not null).ToList();
        Assert.NotEmpty(given);
        var table = Header + string.Concat(given.SelectMany(figure =>
            LongRow.Of(ReferenceData.Current.Metrics.Find(figure.Metric)!, figure, ReferenceData.Current).Select(row =>
            string.Create(CultureInfo.InvariantCulture,
                $"{row.Year},{row.OnsAreaCode},\"{row.GeographicalDescription}\",{row.MeasureCode},{row.Disaggregation},{row.MeasureType},{row.MeasureValue}\n"))));

        var converted = OutcomesTable.Convert(table, ReferenceData.Current);
        Assert.Empty(converted.Faults);
        var made = Assert.Single(converted.Returns);
        Assert.Equal((path.Council, path.Year, given.Count), (made.Council, made.Year, made.Figures));
        var after = Observed(path.ToString(), System.Text.Encoding.UTF8.GetBytes(made.Content)).Figures.ToDictionary(figure =>
            figure.Metric);
        Assert.All(given, figure => Assert.Equal(Shown(figure), Shown(after[figure.Metric])));
    }

    [Fact]
    public void Areas_beyond_councils_and_rows_without_a_number_are_counted_and_are_no_nil()
    {
        var converted = Convert("2012-13,E92000001,England,*,Total,Outcome,1", "2012-13,E12000007,London,*,Total,Outcome,1",
            "2012-13,E09000012,Hackney,*,Total,Numerator,[c]", "2012-13,E09000012,Hackney,*,Total,Outcome,");
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
    [InlineData("2012-13,E09000012,Hackney,*,Total,Outcome,\"1,23,4\"", "measureValue")]
    [InlineData("2012-13,E09000012,Hackney,*,Total,Numerator,9 people", "measureValue")]
    [InlineData("2012-13,E09000012,Hackney,*,Total,Numerator,5,6", "")]
    [InlineData("2012-13,E09000012,Haringey,*,Total,Outcome,1", "geographicalDescription")]
    public void A_row_that_cannot_be_read_is_named_by_line_and_column_and_makes_no_figure(string row, string column)
    {
        var converted = Convert(row);
        Assert.Equal((2, column), (Assert.Single(converted.Faults).Line, converted.Faults[0].Column));
        Assert.Empty(converted.Returns);
    }

    [Fact]
    public void Of_two_rows_for_one_cell_neither_is_taken()
    {
        var converted = Convert("2012-13,E09000012,Hackney,*,Total,Outcome,1", "2012-13,E09000012,Hackney,*,Total,Numerator,5",
            "2012-13,E09000012,Hackney,*,actual,Outcome,2");
        Assert.Equal([2, 4], converted.Faults.Select(fault => fault.Line));
        Assert.Equal("one row for this of hackney in 2012-13: line 4 is another of the same council, by the same code or one it had before "
            + "or since", converted.Faults[0].Expected);
        Assert.Empty(converted.Returns);
    }

    [Theory]
    [InlineData("from line 2 of an outcomes table")]
    [InlineData("from lines 2 3 of an outcomes table", "2012-13,E09000012,Hackney,*,Total,Numerator,5")]
    public void The_note_says_from_which_lines_a_figure_comes(string note, params string[] more)
    {
        var made = Assert.Single(Convert(["2012-13,E09000012,Hackney,*,Total,Outcome,1", .. more]).Returns);
        Assert.EndsWith($",{note}\n", made.Content, StringComparison.Ordinal);
    }

    /// <summary>It was a return of Hackney: nobody looked at the name.</summary>
    [Theory]
    [InlineData("E09000012", "Haringey", "Hackney, whose code E09000012 is, or the code of Haringey")]
    [InlineData("E09000014", "LB HACKNEY", "Haringey, whose code E09000014 is, or the code of LB HACKNEY")]
    public void A_code_and_a_name_that_mean_different_councils_are_a_fault_of_the_name(string code, string name, string expected)
    {
        var fault = Assert.Single(Convert($"2012-13,{code},{name},*,Total,Outcome,6.2").Faults);
        Assert.Equal((OutcomesColumns.Name, name, expected), (fault.Column, fault.Value, fault.Expected));
    }

    [Theory]
    [InlineData("Hackney")]
    [InlineData("HACKNEY")]
    [InlineData("London Borough of Hackney")]
    [InlineData("x")]
    [InlineData("")]
    public void A_name_that_means_the_council_of_the_code_or_nobody_is_no_fault(string name) =>
        Assert.Empty(Convert($"2012-13,E09000012,{name},*,Total,Outcome,6.2").Faults);

    /// <summary>The codes of Gateshead and Northumberland until March 2013 and those of Barnsley and Sheffield since April 2025 were
    /// refused.</summary>
    [Theory]
    [InlineData("2012-13", "E08000020", "gateshead")]
    [InlineData("2013-14", "E08000020", null)]
    [InlineData("2013-14", "E08000037", "gateshead")]
    [InlineData("2010-11", "E06000048", "northumberland")]
    [InlineData("2024-25", "E08000038", "barnsley")]
    [InlineData("2024-25", "e08000019", "sheffield")]
    [InlineData("2019-20", "E10000002", "buckinghamshire")]
    [InlineData("2019-20", "E06000060", null)]
    [InlineData("2019-20", "E06000028", null)]
    [InlineData("2022-23", "E10000006", "cumbria")]
    [InlineData("2023-24", "E06000063", "cumberland")]
    public void Every_code_of_the_register_counts_in_the_years_in_which_it_is_used(string year, string code, string? council)
    {
        var converted = Convert($"{year},{code},x,*,Total,Outcome,6.2");
        Assert.Equal(council, converted.Returns.SingleOrDefault()?.Council.Value);
        Assert.Equal(council is null ? OutcomesColumns.Area : null, converted.Faults.SingleOrDefault()?.Column);
    }

    /// <summary>The name with a comma moved every cell by one, and the fault was said to be in the disaggregation.</summary>
    [Fact]
    public void A_row_with_too_many_cells_says_so_and_not_that_some_other_cell_is_wrong()
    {
        var fault = Assert.Single(Convert("2019-20,E06000058,Bournemouth, Christchurch and Poole,*,Total,Outcome,6.2").Faults);
        Assert.Equal((2, "", "8 cells"), (fault.Line, fault.Column, fault.Value));
    }

    /// <summary>Semicolons, a byte order mark, a title, upright strokes and UTF-16 were read as one column.</summary>
    [Theory]
    [InlineData(";", "", "utf-8-bom")]
    [InlineData("|", "", "utf-8")]
    [InlineData("\t", "", "utf-16le")]
    [InlineData(";", "Outcomes of adult social care, 2012-13\n\n", "utf-8-bom")]
    [InlineData(",", "Table 1\n", "windows-1252")]
    public void A_table_is_read_by_the_reader_of_returns(string separator, string title, string encoding)
    {
        var text = title + (Header + $"2012-13,E09000012,Hackney,{Measure},Total,Outcome,6.2\n").Replace(",", separator,
            StringComparison.Ordinal);
        var converted = OutcomesTable.Convert(OutcomesTable.Read(Cases.CaseFile.Encoder(encoding)(text))!, ReferenceData.Current);
        Assert.Empty(converted.Faults);
        Assert.Equal((1, 1), (converted.Rows, Assert.Single(converted.Returns).Figures));
    }

    [Theory]
    [InlineData("\"1,205\"", "1205")]
    [InlineData("1\u202F205", "1205")]
    [InlineData("1'205", "1205")]
    [InlineData("\u200B6.2\u00A0", "6.2")]
    [InlineData("6.2%", null)]
    [InlineData("6.2[r]", null)]
    public void Numbers_are_read_as_in_returns(string value, string? read)
    {
        var converted = Convert($"2012-13,E09000012,Hackney,*,Total,Numerator,{value}");
        Assert.Equal(read is null ? [] : [$"2012-13,{Measure},{read},,"],
            converted.Returns.Select(made => made.Content.Split('\n')[1][..$"2012-13,{Measure},{read},,".Length]));
        Assert.Equal(read is null ? 1 : 0, converted.Faults.Count);
    }

    [Theory]
    [InlineData(":")]
    [InlineData("..")]
    [InlineData("[low]")]
    [InlineData("k")]
    [InlineData("[x]")]
    [InlineData("\u2013")]
    [InlineData("not applicable")]
    public void A_marker_is_no_number_and_no_fault(string marker)
    {
        var converted = Convert($"2012-13,E09000012,Hackney,*,Total,Outcome,{marker}");
        Assert.Equal((1, 0, 0), (converted.WithoutValue, converted.Returns.Count, converted.Faults.Count));
    }

    [Fact]
    public void Every_cell_of_a_row_that_cannot_be_read_is_named()
    {
        var faults = Convert("Dec-12,E09000012,Hackney,nothing,18-64,Rate,six").Faults;
        Assert.Equal(["year", "measureCode", "disaggregation", "measureType", "measureValue"], faults.Select(fault => fault.Column));
    }

    [Fact]
    public void A_note_beneath_the_table_is_said_once() =>
        Assert.Equal((3, ""), Convert("2012-13,E09000012,Hackney,*,Total,Outcome,6.2", "Source: the council,,,,,,").Faults.Select(fault =>
            (fault.Line, fault.Column)).Single());

    [Fact]
    public void A_table_without_a_column_that_is_needed_says_which() =>
        Assert.Equal("measureType", Assert.Single(OutcomesTable.Convert("year,onsAreaCode,measureCode,measureValue\n",
            ReferenceData.Current).Faults).Column);

    private static decimal Shown(Observation figure) =>
        decimal.Round(figure.Value!.Value, ReferenceData.Current.Metrics.Find(figure.Metric)!.Decimals, MidpointRounding.AwayFromZero);

    private static OutcomesConversion Convert(params string[] rows) =>
        OutcomesTable.Convert(Header + string.Join('\n', rows.Select(row => row.Replace(",*,", $",{Measure},", StringComparison.Ordinal))),
            ReferenceData.Current);

    private static (ReturnPath Path, IReadOnlyList<Observation> Figures) Observed(string name, byte[] content)
    {
        Assert.True(ReturnPath.TryParse(name, out var path));
        var file = new FiledReturn(name, Receipt.Fingerprint(content), content.Length, DateTimeOffset.UnixEpoch, content);
        var result = ReturnPipeline.Check(file, path, 10_000_000, ReferenceData.Current);
        Assert.True(result.Status == ReturnStatus.Accepted, string.Join('\n', result.Findings));
        return (path, Normaliser.Observe(path.Council, [new AcceptedReturn("r", path.Year, result)], ReferenceData.Current));
    }
}
