using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Samples;

/// <summary>PSS-EX1 2012-13. Counts and sums were taken from the published tables by other means than this project's code.</summary>
public sealed class NationalSampleTests
{
    private static readonly SampleReturn[] Returns = [.. SampleReturns.Of(ReturnKind.Activity, "2012-13")];

    [Fact]
    public void All_152_councils_have_an_activity_return() =>
        Assert.Equal(
            ReferenceData.Current.Councils.In(new FinancialYear(2012)).Select(council => council.Code.Value).Order(StringComparer.Ordinal),
            Returns.Select(file => file.Council).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("home_care_unit_cost", 150, "2632.7")]
    [InlineData("residential_nursing_unit_cost_65plus", 152, "82746.0")]
    [InlineData("residential_nursing_unit_cost_learning_disability", 151, "203532.1")]
    [InlineData("home_care_contact_hours", 150, "187443075")]
    [InlineData("home_care_clients_65plus", 151, "208615")]
    [InlineData("direct_payment_clients", 151, "115465")]
    [InlineData("telecare_clients", 62, "98460")]
    [InlineData("reablement_people", 59, "111995")]
    [InlineData("residents_65plus", 106, "127850")]
    [InlineData("residential_nursing_weeks_65plus", 152, "8972660")]
    public void A_measure_has_the_councils_and_the_sum_of_the_published_table(string measure, int councils, string sum)
    {
        var values = Rows(measure).Select(pair => pair.Row.Number("value")).ToArray();
        Assert.Equal(councils, values.Length);
        Assert.Equal(decimal.Parse(sum, System.Globalization.CultureInfo.InvariantCulture), values.Sum());
    }

    [Theory]
    [InlineData("hackney", "601.2", "1441.8", "21.3")]
    [InlineData("kent", "506.9", "1244.9", "17.6")]
    [InlineData("coventry", "561.7", "1629.2", "16.8")]
    [InlineData("isles-of-scilly", "1336.2", null, "24.3")]
    public void Unit_costs_are_as_published(string council, string residential, string? learningDisability, string homeCare)
    {
        Assert.Equal(residential, Value("residential_nursing_unit_cost_65plus"));
        Assert.Equal(learningDisability, Value("residential_nursing_unit_cost_learning_disability"));
        Assert.Equal(homeCare, Value("home_care_unit_cost"));

        string? Value(string measure) =>
            Rows(measure).Where(pair => pair.Council == council).Select(pair => pair.Row["value"]).SingleOrDefault();
    }

    [Theory]
    [InlineData("home_care_unit_cost", 150)]
    [InlineData("residential_nursing_unit_cost_65plus", 36)]
    public void A_unit_cost_stands_beside_cost_and_units_only_where_they_reproduce_it(string measure, int councils)
    {
        var both = Rows(measure).Where(pair => !pair.Row.Is("numerator", "")).ToArray();
        Assert.Equal(councils, both.Length);
        Assert.All(both,
            pair => Assert.InRange(pair.Row.Number("numerator") / pair.Row.Number("denominator") - pair.Row.Number("value"), -0.05m,
                0.05m));
    }

    [Theory]
    [InlineData("home_care_hours_per_1000_65plus", "home_care_contact_hours", "population_65plus")]
    [InlineData("home_care_clients_65plus_per_1000", "home_care_clients_65plus", "population_65plus")]
    [InlineData("residents_65plus_per_1000", "residents_65plus", "population_65plus")]
    [InlineData("direct_payment_clients_per_1000", "direct_payment_clients", "population")]
    [InlineData("reablement_people_per_1000", "reablement_people", "population")]
    [InlineData("telecare_clients_per_1000", "telecare_clients", "population")]
    public void A_rate_is_the_count_over_the_Census_population(string rate, string count, string feature)
    {
        var reference = ReferenceData.Current;
        var year = new FinancialYear(2012);
        var counts = Rows(count).ToDictionary(pair => pair.Council, pair => pair.Row.Number("value"));
        Assert.Equal(counts.Count, Rows(rate).Count());
        Assert.All(Rows(rate), pair =>
        {
            Assert.Equal(counts[pair.Council], pair.Row.Number("numerator"));
            var council = reference.Councils.Find(CouncilCode.Parse(pair.Council), year)!;
            Assert.Equal(reference.Areas.Find(council, feature, year), pair.Row.Number("denominator"));
        });
    }

    [Fact]
    public void A_nought_that_another_figure_contradicts_is_not_filed()
    {
        Assert.DoesNotContain(Rows("home_care_contact_hours"), pair => pair.Council is "blackburn-with-darwen" or "city-of-london");
        Assert.DoesNotContain(Rows("residents_65plus"), pair => pair.Council is "harrow" or "newham" or "city-of-london");
    }

    /// <summary>Every figure of the returns ships as one of a dataset. The returns have weeks to the nearest 5, the unit costs' own table
    /// has them to the week.</summary>
    [Fact]
    public void The_datasets_of_2012_13_hold_every_figure_of_these_returns()
    {
        var reference = ReferenceData.Current;
        var year = new FinancialYear(2012);
        var published = (from code in new[] { "social-care-activity", "unit-costs" }
                         let declaration = reference.Datasets.Find(code)!
                         from row in SampleDatasets.Of(code).Single(file => file.Year == "2012-13").Rows
                         where !row.Is("value", "") && !row.Is("gss_code", "E92000001")
                         select (Council: reference.Councils.OfGssCode(row["gss_code"], year)!.Code.Value,
                             declaration.Measures.Single(measure => measure.Code == row["measure"]).Measure, Row: row))
            .ToDictionary(figure => (figure.Council, figure.Measure), figure => figure.Row);
        var held = 0;
        foreach (var (council, row) in Returns.SelectMany(file => file.Rows
            .Where(row => row["note"].StartsWith("HSCIC", StringComparison.Ordinal)).Select(row => (file.Council, row))))
        {
            var line = published[(council, row["measure"])];
            Assert.True(row.Is("value", "") || row.Number("value") == line.Number("value"), $"{council} {row["measure"]}");
            Assert.True(row.Is("numerator", "") || row.Number("numerator") == line.Number("numerator"), $"{council} {row["measure"]}");
            Assert.True(row.Is("denominator", "") || Math.Abs(row.Number("denominator") - line.Number("denominator")) <= 2.5m,
                $"{council} {row["measure"]}");
            held++;
        }

        Assert.Equal(1963, held);
    }

    private static IEnumerable<(string Council, SampleRow Row)> Rows(string measure) =>
        Returns.SelectMany(file => file.Rows
            .Where(row => row.Is("measure", measure) && row.Is("financial_year", "2012-13")).Select(row => (file.Council, row)));
}
