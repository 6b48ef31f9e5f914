using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reference;

/// <summary>What the catalogue declares of opportunities.</summary>
public sealed class OpportunityRuleTests
{
    private static readonly ReferenceData Data = ReferenceData.Current;

    public static TheoryData<string> Declared =>
        [.. Data.Metrics.All.Where(metric => metric.Opportunity is not null).Select(metric => metric.Code)];

    [Theory]
    [MemberData(nameof(Declared))]
    public void A_gain_has_a_direction_that_agrees_with_the_polarity_and_a_unit_that_fits_the_figure(string code)
    {
        var metric = Data.Metrics.Find(code)!;
        var rule = metric.Opportunity!;
        Assert.Contains(rule.Better, new[] { Polarity.Lower, Polarity.Higher });
        Assert.Contains(metric.Polarity, new[] { rule.Better, Polarity.Neutral });
        Assert.Equal(metric.IsMoney ? OpportunityUnit.Gbp : OpportunityUnit.People, rule.Unit);
        Assert.Contains(metric.Unit,
            new[] { MetricUnit.Gbp, MetricUnit.GbpPerWeek, MetricUnit.GbpPerHour, MetricUnit.Per1000, MetricUnit.Percent });
        Assert.True(rule.Volume.RoundedTo > 0);
    }

    [Theory]
    [MemberData(nameof(Declared))]
    public void A_volume_is_a_measure_of_the_catalogue_or_what_the_figure_is_divided_by(string code)
    {
        var metric = Data.Metrics.Find(code)!;
        Assert.NotNull(metric.Denominator);
        if (metric.Opportunity!.Volume.Measure is { } measure)
        {
            Assert.Equal(MetricUnit.Count, Data.Metrics.Find(MetricCatalogue.CodeOf(measure))!.Unit);
        }
    }

    [Fact]
    public void Costs_with_a_volume_and_rates_of_people_are_declared_and_what_has_no_volume_is_not()
    {
        Assert.Superset(
            new HashSet<string> { "residential-nursing-unit-cost-65plus", "home-care-unit-cost", "admissions-65plus-per-1000" },
            Declared.Select(row => row.Data).ToHashSet());
        Assert.Null(Data.Metrics.Find("savings-total")!.Opportunity);
        Assert.Null(Data.Metrics.Find("home-care-contact-hours")!.Opportunity);
    }
}
