using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reference;

public sealed class MetricCatalogueTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;

    public static TheoryData<string> MetricCodes => [.. Reference.Metrics.All.Select(metric => metric.Code)];

    public static TheoryData<string> MeasureCodes => [.. Reference.Measures.All.Select(measure => measure.Code)];

    [Theory]
    [MemberData(nameof(MetricCodes))]
    public void A_metric_names_only_quantities_that_exist(string code)
    {
        var metric = Reference.Metrics.Find(code)!;
        Assert.True(Exists(metric.Formula.Numerator), metric.Formula.Numerator);
        Assert.True(metric.Formula.Denominator is null || Exists(metric.Formula.Denominator), metric.Formula.Denominator);
        Assert.True(metric.Formula.Per is 1 or 100 or 1000);
        Assert.All([metric.Label, metric.Definition, metric.Source, .. metric.Caveats],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.InRange(metric.ModeDecimals, 0, metric.Decimals);
        Assert.False(metric.Formula.Denominator is not null && metric.Denominator is null);
    }

    [Theory]
    [MemberData(nameof(MeasureCodes))]
    public void A_measure_is_described_in_full(string code)
    {
        var measure = Reference.Measures.All.Single(entry => entry.Code == code);
        Assert.All([measure.Label, measure.Definition, measure.Source, measure.Caveat],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Contains(measure.Unit, measure.FiledUnits);
        Assert.True(measure.Min < measure.Max);
        Assert.InRange(measure.Decimals, 0, 3);
        Assert.Equal(measure.Per is null, measure.Numerator is null);
        Assert.Equal(measure.Per is null, measure.Denominator is null);
        Assert.Equal(measure.Code, measure.Code.ToLowerInvariant().Replace('-', '_'));
    }

    [Fact]
    public void Each_activity_measure_is_a_metric_of_its_own()
    {
        var activities = Reference.Measures.All.Where(measure => measure.Kind == ReturnKind.Activity).ToArray();
        Assert.All(activities, measure =>
        {
            var metric = Reference.Metrics.Find(measure.Code.Replace('_', '-'));
            Assert.Equal($"activity:{measure.Code}", metric?.Formula.Numerator);
            Assert.Equal(measure.Polarity, metric?.Polarity);
        });
        Assert.Equal(activities.Length + 49, Reference.Metrics.All.Count);
    }

    [Theory]
    [InlineData("savings-total", MetricUnit.Gbp, Polarity.Neutral)]
    [InlineData("savings-pct-net-budget", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("savings-delivery-rate", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("savings-per-resident", MetricUnit.Gbp, Polarity.Neutral)]
    [InlineData("savings-per-resident-65plus", MetricUnit.Gbp, Polarity.Neutral)]
    [InlineData("savings-share-reducing-bureaucracy", MetricUnit.Percent, Polarity.Neutral)]
    [InlineData("savings-share-managing-demand", MetricUnit.Percent, Polarity.Neutral)]
    [InlineData("savings-share-prevention", MetricUnit.Percent, Polarity.Neutral)]
    [InlineData("savings-share-other", MetricUnit.Percent, Polarity.Neutral)]
    [InlineData("savings-recurrent-share", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("savings-assured-share", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("net-budget-per-resident", MetricUnit.Gbp, Polarity.Neutral)]
    [InlineData("net-budget-per-resident-65plus", MetricUnit.Gbp, Polarity.Neutral)]
    [InlineData("asc-share-of-council-budget", MetricUnit.Percent, Polarity.Neutral)]
    [InlineData("admissions-65plus-per-1000", MetricUnit.Per1000, Polarity.Lower)]
    [InlineData("residential-nursing-unit-cost-65plus", MetricUnit.GbpPerWeek, Polarity.Lower)]
    [InlineData("home-care-unit-cost", MetricUnit.GbpPerHour, Polarity.Lower)]
    [InlineData("home-care-hours-per-1000-65plus", MetricUnit.Per1000, Polarity.Neutral)]
    [InlineData("home-care-contact-hours", MetricUnit.Count, Polarity.Neutral)]
    [InlineData("net-expenditure-per-adult", MetricUnit.Gbp, Polarity.Neutral)]
    [InlineData("net-expenditure-per-resident-65plus", MetricUnit.Gbp, Polarity.Neutral)]
    [InlineData("gross-expenditure-per-adult", MetricUnit.Gbp, Polarity.Neutral)]
    [InlineData("asc-share-of-net-revenue-expenditure", MetricUnit.Percent, Polarity.Neutral)]
    [InlineData("admissions-18to64-per-100000", MetricUnit.Per100000, Polarity.Lower)]
    [InlineData("reablement-at-home-91-days", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("short-term-services-outcome", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("direct-payment-share", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("self-directed-support", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("quality-of-life", MetricUnit.Score, Polarity.Higher)]
    [InlineData("adjusted-quality-of-life", MetricUnit.Score, Polarity.Higher)]
    [InlineData("users-find-information-easy", MetricUnit.Percent, Polarity.Higher)]
    [InlineData("residential-weeks-per-1000-65plus", MetricUnit.Per1000, Polarity.Neutral)]
    [InlineData("nursing-weeks-per-1000-65plus", MetricUnit.Per1000, Polarity.Neutral)]
    [InlineData("requests-with-service-per-1000", MetricUnit.Per1000, Polarity.Neutral)]
    [InlineData("workforce-turnover", MetricUnit.Percent, Polarity.Lower)]
    public void The_promised_metrics_are_there(string code, MetricUnit unit, Polarity polarity)
    {
        var metric = Reference.Metrics.Find(code);
        Assert.Equal((unit, polarity), (metric!.Unit, metric.Polarity));
    }

    [Fact]
    public void The_percentage_of_the_budget_is_computed_before_it_is_taken_as_reported()
    {
        var metric = Reference.Metrics.Find("savings-pct-net-budget")!;
        Assert.Equal(("savings", "budget:net_budget", 100m), (metric.Formula.Numerator, metric.Formula.Denominator, metric.Formula.Per));
        Assert.Equal([Unit.PercentOfNetBudget, Unit.PercentOfBudget], metric.Formula.ReportedIn);
        Assert.Equal((1, 0), (metric.Decimals, metric.ModeDecimals));
    }

    [Fact]
    public void The_delivery_rate_sets_what_was_achieved_against_what_was_targeted()
    {
        var formula = Reference.Metrics.Find("savings-delivery-rate")!.Formula;
        Assert.Equal((FigureStatus.Actual, FigureStatus.Target), (formula.NumeratorStatus, formula.DenominatorStatus));
    }

    [Theory]
    [InlineData(ReturnKind.Budget, "Net budget", "net_budget")]
    [InlineData(ReturnKind.Budget, "council-net-budget", "council_net_budget")]
    [InlineData(ReturnKind.Activity, "Admissions 65plus per 1000", "admissions_65plus_per_1000")]
    [InlineData(ReturnKind.Activity, "unit cost of HOME CARE", "home_care_unit_cost")]
    [InlineData(ReturnKind.Activity, "net_budget", null)]
    [InlineData(ReturnKind.Budget, "", null)]
    public void A_measure_is_found_by_code_or_label_within_its_kind_of_return(ReturnKind kind, string text, string? code) =>
        Assert.Equal(code, Reference.Measures.Find(kind, text)?.Code);

    [Fact]
    public void Admissions_may_be_filed_per_thousand_or_per_hundred_thousand() =>
        Assert.Equal([Unit.Per1000, Unit.Per100000],
            Reference.Measures.Find(ReturnKind.Activity, "admissions_65plus_per_1000")!.FiledUnits);

    private static bool Exists(string term)
    {
        var parts = term.Split(':');
        return parts switch
        {
            ["savings"] => true,
            ["savings", "categorised" or "recurrent" or "recurrence-stated" or "assured" or "confidence-stated"] => true,
            ["savings", var category] => Reference.Taxonomy.Categories.Any(entry => entry.Code == category),
            ["budget", var measure] => Reference.Measures.Find(ReturnKind.Budget, measure)?.Code == measure,
            ["activity", var measure, .. var side] => Reference.Measures.Find(ReturnKind.Activity, measure)?.Code == measure
                && side is [] or ["numerator"] or ["denominator"],
            ["area", var feature] => Reference.Areas.Features.Contains(feature),
            _ => false,
        };
    }
}
