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
        Assert.Equal(56_286_961m, Total("population", NowYear));
    }

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
        Assert.Equal((2019, 21_692m), (later?.Year, later?.Value));
    }

    [Theory]
    [InlineData("2009-10", 246_270)]
    [InlineData("2012-13", 246_270)]
    [InlineData("2015-16", 246_270)]
    [InlineData("2016-17", 281_120)]
    [InlineData("2024-25", 281_120)]
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
