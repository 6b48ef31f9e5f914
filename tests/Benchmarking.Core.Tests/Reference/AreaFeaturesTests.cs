using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reference;

/// <summary>The totals are England's as the Office for National Statistics published them.</summary>
public sealed class AreaFeaturesTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;

    private static readonly FinancialYear ThenYear = new(2012);

    private static readonly FinancialYear NowYear = new(2025);

    [Fact]
    public void The_152_councils_of_2012_add_up_to_England_at_the_Census()
    {
        Assert.Equal(53_012_456m, Total("population", ThenYear));
        Assert.Equal(8_660_529m, Total("population_65plus", ThenYear));
    }

    [Fact]
    public void The_153_councils_of_today_add_up_to_England_at_the_Census_and_in_2019()
    {
        Assert.Equal(53_012_456m, Total("population", NowYear, new FinancialYear(2011)));
        Assert.Equal(8_660_529m, Total("population_65plus", NowYear, new FinancialYear(2011)));
        Assert.Equal(56_286_961m, Total("population", NowYear, new FinancialYear(2019)));
    }

    /// <summary>Of a year whose councils lie otherwise than the estimates of that year the nearest estimates count, so that only years
    /// without a reorganisation between them add up: 2015, 2016, 2017, 2021, 2023, 2024.</summary>
    [Theory]
    [InlineData(2015, 33_396_899, 9_711_572, 54_786_327)]
    [InlineData(2016, 33_599_949, 9_882_841, 55_268_067)]
    [InlineData(2017, 33_721_962, 10_030_511, 55_619_430)]
    [InlineData(2019, 33_909_677, 10_353_716, 56_286_961)]
    [InlineData(2020, 33_992_831, 10_464_019, 56_550_138)]
    [InlineData(2021, 34_306_610, 10_468_153, 56_536_419)]
    [InlineData(2022, 34_589_625, 10_629_867, 57_106_398)]
    [InlineData(2023, 34_908_590, 10_783_087, 57_690_323)]
    [InlineData(2024, 35_455_993, 10_981_092, 58_620_101)]
    public void The_councils_of_a_year_add_up_to_England_in_the_middle_of_it(int start, int younger, int older, int all)
    {
        var year = new FinancialYear(start);
        Assert.Equal(
            (younger, older, younger + older, all),
            (Total("population_18to64", year), Total("population_65plus", year), Total("population_18plus", year),
                Total("population", year)));
    }

    /// <summary>ONS had mid-2018 on the boundaries of April 2019 only.</summary>
    [Theory]
    [InlineData("bournemouth", 2018, 2017)]
    [InlineData("poole", 2018, 2017)]
    [InlineData("dorset", 2018, 2017)]
    [InlineData("dorset", 2012, 2015)]
    [InlineData("kent", 2018, 2018)]
    [InlineData("cumbria", 2022, 2022)]
    [InlineData("northamptonshire", 2020, 2020)]
    [InlineData("west-northamptonshire", 2021, 2021)]
    public void A_council_stands_on_the_adults_of_the_year_where_they_are_held(string council, int year, int midYear) => Assert.Equal(
        midYear,
        Reference.Areas.Nearest(Council(council, new FinancialYear(year)), "population_18plus", new FinancialYear(year))!.Year);

    [Theory]
    [InlineData(2011, "Census 2011")]
    [InlineData(2013, "Census 2011")]
    [InlineData(2014, "estimates based on Census 2011")]
    [InlineData(2020, "estimates based on Census 2011")]
    [InlineData(2021, "estimates based on Census 2021")]
    [InlineData(2025, "estimates based on Census 2021")]
    public void Every_population_of_a_year_is_of_one_vintage(int year, string vintage)
    {
        string[] features = ["population", "population_65plus", "population_18to64", "population_18plus"];
        Assert.All(features, feature => Assert.Equal(
            vintage, Reference.Areas.Nearest(Council("kent", new FinancialYear(year)), feature, new FinancialYear(year))!.Vintage));
    }

    [Theory]
    [InlineData("hackney", 2013, 2015)]
    [InlineData("hackney", 2018, 2019)]
    [InlineData("hackney", 2024, 2025)]
    public void Deprivation_is_of_the_nearest_edition(string council, int year, int edition) => Assert.Equal(
        edition,
        Reference.Areas.Nearest(Council(council, new FinancialYear(year)), "deprivation_score", new FinancialYear(year))!.Year);

    [Fact]
    public void A_value_says_its_year_and_source()
    {
        var hackney = Council("hackney", ThenYear);
        var then = Reference.Areas.Nearest(hackney, "population_65plus", ThenYear);
        Assert.Equal(
            new AreaFeature("population_65plus", 2011, 17_395m,
                "Office for National Statistics, Census 2011, usual residents by age and area by local authority", "Census 2011"),
            then);
        var later = Reference.Areas.Nearest(hackney, "population_65plus", new FinancialYear(2018));
        Assert.Equal((2018, 21_105m), (later?.Year, later?.Value));
    }

    [Theory]
    [InlineData("2009-10", 246_270)]
    [InlineData("2012-13", 246_270)]
    [InlineData("2013-14", 246_270)]
    [InlineData("2014-15", 269_009)]
    [InlineData("2015-16", 269_009)]
    [InlineData("2016-17", 273_526)]
    [InlineData("2024-25", 266_758)]
    [InlineData("2030-31", 266_758)]
    public void The_nearest_source_year_counts_and_the_earlier_of_two(string year, int population) =>
        Assert.Equal(population, Reference.Areas.Find(Council("hackney", ThenYear), "population", FinancialYear.Parse(year)));

    [Fact]
    public void Councils_of_one_code_have_areas_of_their_own()
    {
        var county = Council("dorset", ThenYear);
        var unitary = Council("dorset", NowYear);
        Assert.NotEqual(Reference.Areas.Find(county, "population", ThenYear), Reference.Areas.Find(unitary, "population", ThenYear));
    }

    [Fact]
    public void Every_council_of_2012_has_every_feature_of_its_time() =>
        Assert.All(Reference.Councils.In(ThenYear), council =>
        {
            string[] features =
            [
                "population", "population_0_15", "population_16_64", "population_65plus", "share_65plus_percent", "area_hectares",
                "density_per_hectare", "rural_population", "rural_percent", "deprivation_score",
            ];
            Assert.All(features, feature => Assert.NotNull(Reference.Areas.Find(council, feature, ThenYear)));
        });

    [Fact]
    public void An_unknown_feature_has_no_value() => Assert.Null(Reference.Areas.Find(Council("hackney", ThenYear), "weather", ThenYear));

    private static decimal Total(string feature, FinancialYear councilsOf, FinancialYear? year = null) =>
        Reference.Councils.In(councilsOf).Sum(council => Reference.Areas.Find(council, feature, year ?? councilsOf)!.Value);

    private static Council Council(string code, FinancialYear year) => Reference.Councils.Find(CouncilCode.Parse(code), year)!;
}
