using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Figures held against a value that was set.</summary>
public sealed class TargetComparisonTests
{
    private static readonly Metric Rates = Metric(Polarity.Lower, MetricUnit.Per1000, countsPeople: true);

    [Fact]
    public void A_rate_is_held_against_a_target_as_difference_and_ratio_each_with_its_interval()
    {
        // 239 of 27,429 is 8.713 (7.644 to 9.891) per 1,000: of a target of 10 it is 0.871 (0.764 to 0.989).
        var target = TargetComparison.Of(Compare(Rates, [Ratio("a", 239, 27_429, 1000), Figure("b", 12)], Peers(2, "a")), 10)!;
        var own = target.Subject!;
        Assert.Equal((10m, TargetComparison.OfCaller, "a"), (target.Value, target.Source, own.Council));
        Assert.Equal(("better", "both", -1.287m, 0.871m), (own.Verdict, own.DecidedBy, own.Difference, own.Ratio));
        var limits = Counts.Rate(239, 27_429, 1000).Interval;
        Assert.Equal((Rounding.Publish(limits.Lower - 10, 3), Rounding.Publish(limits.Upper - 10, 3)),
            (own.DifferenceLower!.Value, own.DifferenceUpper!.Value));
        Assert.Equal((Rounding.Publish(limits.Lower / 10, 3), Rounding.Publish(limits.Upper / 10, 3)),
            (own.RatioLower!.Value, own.RatioUpper!.Value));
        Assert.Equal((1, 1, 0), (target.Verdicts["better"], target.Verdicts["worse"], target.Verdicts["similar"]));
    }

    [Fact]
    public void A_target_needs_no_group_and_none_is_compared_with_itself_alone()
    {
        var alone = TargetComparison.Of(Compare(Metric(), Figures(7), Peers(1, "a")), 7.04m)!;
        Assert.Equal(("similar", "material-difference", null), (alone.Subject!.Verdict, alone.Subject.DecidedBy, alone.Subject.RatioLower));
        var missing = TargetComparison.Of(Compare(Metric(), Figures([null]), Peers(1, "a")), 7)!;
        Assert.Equal(("not-compared", null, null), (missing.Subject!.Verdict, missing.Subject.DecidedBy, missing.Subject.Difference));
        Assert.Null(TargetComparison.Of(Compare(Metric(), Figures(7), Peers(1, "a")), 0)!.Subject!.Ratio);
    }

    [Fact]
    public void The_standard_of_the_catalogue_is_used_for_its_year_and_where_the_caller_has_none()
    {
        var metric = ReferenceData.Current.Metrics.Find("personal-budget-coverage")!;
        Comparison Of(FinancialYear year) => Comparer.Compare(
            metric, year, FigureStatus.Actual,
            [Figure("a", 66, year) with { Metric = metric.Code }, Figure("b", 80, year) with { Metric = metric.Code }],
            Peers(2, "a", year));
        var standard = TargetComparison.Of(Of(Year), null)!;
        Assert.Equal((70m, "similar"), (standard.Value, standard.Subject!.Verdict));
        Assert.Contains("April 2013", standard.Source, StringComparison.Ordinal);
        Assert.Equal(30m, TargetComparison.Of(Of(new(2010)), null)!.Value);
        Assert.Null(TargetComparison.Of(Of(new(2011)), null));
        Assert.Equal(TargetComparison.OfCaller, TargetComparison.Of(Of(Year), 65)!.Source);
    }

    [Fact]
    public void Full_precision_leaves_nothing_out()
    {
        var compared = Compare(Metric(), Figures(10, 20, 30, 40.00001m), Peers(4, "a"));
        Assert.Equal(100.00001m / 4, Publication.Publish(compared, Precision.Full).Summary.Mean);
        Assert.Equal(25m, Publication.Publish(compared).Summary.Mean);
        Assert.Equal(10m / 3, TargetComparison.Of(compared, 3, Precision.Full)!.Subject!.Ratio);
    }
}
