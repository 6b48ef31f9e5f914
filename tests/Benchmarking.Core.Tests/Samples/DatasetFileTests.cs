using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>The datasets that ship, held against figures that were worked out from the publishers' tables by other means than this
/// project's code (<c>dataset-figures.csv</c>: lines, values, sum and quartiles of type 7), and against what the publishers
/// print.</summary>
public sealed class DatasetFileTests
{
    private static readonly CouncilRegister Register = ReferenceData.Current.Councils;

    private static readonly IReadOnlyList<SampleRow> Figures =
        SampleFiles.Read(Path.Combine(Repository.Root, "tests", "Benchmarking.Core.Tests", "Samples", "dataset-figures.csv")).Rows;

    public static TheoryData<string> Files => [.. SampleDatasets.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_the_councils_values_sums_and_quartiles_of_the_published_tables(string name)
    {
        var file = File(name);
        var expected = Figures.Where(row => $"{row["dataset"]}/{row["financial_year"]}.csv" == name).ToList();
        Assert.NotEmpty(expected);
        Assert.All(expected, row =>
        {
            var lines = Councils(file, row["measure"]);
            var values = Values(lines);
            Assert.Equal((row.Number("lines"), row.Number("values"), row.Number("sum")), (lines.Count, values.Count, values.Sum()));
            Assert.Equal(
                (row.Number("q1"), row.Number("median"), row.Number("q3")),
                (Quantiles.Of(values, 0.25m), Quantiles.Median(values), Quantiles.Of(values, 0.75m)));
        });

        // Rates of 2012-13 are worked out here, of counts that are in the table.
        Assert.Equal(
            expected.Select(row => row["measure"]).Order(StringComparer.Ordinal),
            file.Rows.Select(row => row["measure"]).Where(measure => !measure.EndsWith("per 1,000", StringComparison.Ordinal)).Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_one_line_a_council_and_measure_in_order_and_no_mark_before_it(string name)
    {
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "datasets", name));
        Assert.True(bytes[0] == 'f' && bytes[^1] == '\n' && !bytes.Contains((byte)'\r'));
        var keys = File(name).Rows.Select(row => $"{row["measure"]}\t{row["gss_code"]}").ToList();
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_line_is_of_a_council_that_was_there_in_the_year_by_its_name(string name)
    {
        var file = File(name);
        var year = FinancialYear.Parse(file.Year);
        Assert.All(file.Rows, row => Assert.Equal(
            (file.Year, row["gss_code"] == DatasetCatalogue.England ? "England" : Register.OfGssCode(row["gss_code"], year)?.ShortName),
            (row["financial_year"], row["council_name"])));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_value_that_is_not_there_says_why_or_is_blank_with_the_publisher(string name) =>
        Assert.All(File(name).Rows.Where(row => row["value"].Length == 0), row =>
        {
            Assert.True(row["marker"].Length > 0 || row["note"].Length > 0, $"{row["council_name"]} {row["measure"]}");
            Assert.True(row["marker"].Length == 0 || Marker.Find(row["marker"]) is not null, row["marker"]);
            Assert.Equal(("", "", ""), (row["numerator"], row["denominator"], row["margin_of_error"]));
        });

    /// <summary>A rate or cost beside which its two sides stand is what they make, to the places published; of unit costs, costs are
    /// published in thousands of £ and weeks and hours whole.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Numerator_and_denominator_make_the_value(string name)
    {
        var file = File(name);
        var dataset = ReferenceData.Current.Datasets.Find(file.Dataset)!;
        Assert.All(file.Rows.Where(row => row["numerator"].Length > 0), row =>
        {
            var declared = dataset.Find(row["measure"])!;
            var per = ReferenceData.Current.Measures.All.Single(measure => measure.Code == declared.Measure).Per!.Value / declared.Factor;
            var (value, made) = (row.Number("value"), row.Number("numerator") / row.Number("denominator") * per);
            var places = row["value"].Contains('.', StringComparison.Ordinal) ? row["value"].Length - row["value"].IndexOf('.') - 1 : 0;
            var slack = Half(places)
                + (file.Dataset == "unit-costs" ? (500 + Math.Abs(value / 2)) / Math.Abs(row.Number("denominator")) : 0);
            Assert.InRange(made - value, -slack, slack);
        });

        // Trailing noughts are not kept, so that a value without decimals may be rounded to none.
        static decimal Half(int places) => 0.5001m / (decimal)Math.Pow(10, places);
    }

    /// <summary>England's line has what districts without social services book to adult social care. What is left is theirs, in thousands
    /// of £; for 2017-18 the workbook has 9,382.4, from which the later edition of Staffordshire (−41) and a rounding differ.</summary>
    [Theory]
    [InlineData("2011-12", "14737687", "12391")]
    [InlineData("2012-13", "14524067", "9087")]
    [InlineData("2013-14", "14565469", "9921")]
    [InlineData("2014-15", "14495902", "9115")]
    [InlineData("2017-18", "15330170", "9423.5")]
    [InlineData("2018-19", "16076318", "11225")]
    public void Councils_and_districts_make_England(string year, string england, string districts)
    {
        var file = File($"revenue-outturn/{year}.csv");
        var line = file.Rows.Single(row => row["gss_code"] == DatasetCatalogue.England && row["measure"] == "RS 360");
        Assert.Equal(england, line["value"]);
        var rest = line.Number("value") - Values(Councils(file, "RS 360")).Sum();
        Assert.Equal(decimal.Parse(districts, System.Globalization.CultureInfo.InvariantCulture), rest);
        Assert.True(rest / line.Number("value") * 100 <= ReferenceData.Current.Datasets.Find("revenue-outturn")!.EnglandWithinPercent);
    }

    /// <summary>Printed in £bn: gross current expenditure of 2016-17 and 2017-18.</summary>
    [Theory]
    [InlineData("2016-17", "17.53")]
    [InlineData("2017-18", "17.93")]
    public void Gross_current_expenditure_is_Englands(string year, string billions) => Assert.Equal(
        decimal.Parse(billions, System.Globalization.CultureInfo.InvariantCulture),
        decimal.Round(Values(Councils(File($"asc-finance-report/{year}.csv"), "ASC-FR GCE")).Sum() / 1_000_000, 2));

    [Theory]
    [InlineData("2017-18", "E10000028", "219349", "219390")]
    [InlineData("2022-23", "E08000025", "371448", "[x]")]
    [InlineData("2022-23", "E08000026", "110852", "110849")]
    public void A_figure_of_a_later_edition_says_what_the_edition_of_its_file_has(string year, string code, string value, string earlier)
    {
        var row = File($"revenue-outturn/{year}.csv").Rows.Single(row => row["gss_code"] == code && row["measure"] == "RS 360");
        Assert.Equal((value, ""), (row["value"], row["marker"]));
        Assert.Equal($"Later edition: multi-year data set v3.1. The edition of the other rows has {earlier}.", row["note"]);
    }

    [Fact]
    public void Survey_figures_have_their_respondents_and_margin_of_error()
    {
        var surveyed = SampleDatasets.Of("outcomes").SelectMany(file => file.Rows).Where(row => row["margin_of_error"].Length > 0).ToList();
        Assert.Equal(10_322, surveyed.Count);
        Assert.All(surveyed, row =>
        {
            Assert.True(row.Number("respondents") > 0 && row.Number("margin_of_error") >= 0 && row["value"].Length > 0);
            Assert.Equal("", row["numerator"]);
        });
        Assert.Equal(
            ["1A", "1B", "1D", "1I(1)", "1J", "3A", "3D(1)", "3D(2)", "4A"],
            surveyed.Select(row => row["measure"]["ASCOF ".Length..]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Requests_of_2015_16_are_marked_beside_their_values()
    {
        var rows = Councils(File("data-explorer/2015-16.csv"), "Requests resulting in a service");
        Assert.All(rows, row => Assert.True(row["marker"] == "suspect level" && row["value"].Length > 0 && row["note"].Length > 0));
        Assert.Equal(152, rows.Count);
        Assert.DoesNotContain(
            SampleDatasets.All.Where(file => file.Name != "data-explorer/2015-16.csv").SelectMany(file => file.Rows),
            row => row["marker"].Length > 0 && row["value"].Length > 0);
    }

    private static SampleDataset File(string name) => SampleDatasets.All.Single(file => file.Name == name);

    private static List<SampleRow> Councils(SampleDataset file, string measure) =>
        [.. file.Rows.Where(row => row["measure"] == measure && row["gss_code"] != DatasetCatalogue.England)];

    private static List<decimal> Values(IEnumerable<SampleRow> rows) =>
        [.. rows.Where(row => row["value"].Length > 0).Select(row => row.Number("value"))];
}
