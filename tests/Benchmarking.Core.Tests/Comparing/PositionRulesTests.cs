using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Vectors;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class PositionRulesTests
{
    [Theory]
    [InlineData(Polarity.Higher, 50, Verdict.Better, Rag.Green, "best quarter")]
    [InlineData(Polarity.Higher, 10, Verdict.Worse, Rag.Red, "worst quarter")]
    [InlineData(Polarity.Higher, 35, Verdict.Better, Rag.Green, "second best quarter")]
    [InlineData(Polarity.Lower, 10, Verdict.Better, Rag.Green, "best quarter")]
    [InlineData(Polarity.Lower, 50, Verdict.Worse, Rag.Red, "worst quarter")]
    [InlineData(Polarity.Lower, 35, Verdict.Worse, Rag.Red, "second worst quarter")]
    [InlineData(Polarity.Neutral, 50, Verdict.Higher, null, "highest quarter")]
    [InlineData(Polarity.Neutral, 10, Verdict.Lower, null, "lowest quarter")]
    public void Without_an_interval_a_material_difference_from_the_median_decides_verdict_and_colour(
        Polarity polarity, int value, Verdict verdict, Rag? rag, string meaning)
    {
        var position = PositionOfFirst(Metric(polarity), value, 20, 30, 30, 40, 45);
        Assert.Equal((verdict, rag, meaning), (position.Verdict, position.Rag.Colour, position.Figure.Band?.Meaning));
    }

    [Theory]
    [InlineData("30.04")]
    [InlineData("29.96")]
    public void A_difference_of_no_more_than_the_material_one_is_similar(string value)
    {
        var position = PositionOfFirst(Metric(), VectorFile.Number(value), 30, 30, 10, 50);
        Assert.Equal((Verdict.Similar, Rag.Amber), (position.Verdict, position.Rag.Colour));
    }

    [Fact]
    public void Where_all_are_equal_nobody_is_in_a_worst_quarter()
    {
        var position = PositionOfFirst(Metric(), 5, 5, 5, 5, 5);
        Assert.Equal((Verdict.Similar, Rag.Amber, 50m), (position.Verdict, position.Rag.Colour, position.Percentile));
        Assert.Equal("the value that half of the peers share", position.Figure.Band?.Meaning);
        Assert.Null(position.ModifiedZ);
    }

    [Fact]
    public void A_rate_whose_interval_holds_the_median_is_similar_however_far_the_values_are_apart()
    {
        var metric = Metric(Polarity.Lower, MetricUnit.Per1000, countsPeople: true);
        var position = Compare(
            metric, [Ratio("a", 3, 2100, 1000), Figure("b", 3), Figure("c", 4), Figure("d", 4.1m), Figure("e", 5)], Peers(5, "a")).Subject!;
        Assert.Equal((Verdict.Similar, Rag.Amber), (position.Verdict, position.Rag.Colour));
        VectorFile.Agrees(0.294605772807429m, position.Figure.Interval?.Limits.Lower);
        Assert.Equal("exact Poisson limits, 95 %", position.Figure.Interval?.Method);
    }

    [Fact]
    public void A_rate_whose_interval_leaves_the_median_out_is_better_or_worse()
    {
        var metric = Metric(Polarity.Lower, MetricUnit.Per1000, countsPeople: true);
        var position = Compare(
            metric, [Ratio("a", 239, 27429, 1000), Figure("b", 12), Figure("c", 11), Figure("d", 11.5m), Figure("e", 13)],
            Peers(5, "a")).Subject!;
        Assert.Equal((Verdict.Better, Rag.Green), (position.Verdict, position.Rag.Colour));
        VectorFile.Agrees(9.89099996492735m, position.Figure.Interval?.Limits.Upper);
        Assert.Equal(DecidedBy.Both, position.Decision.By);
    }

    [Fact]
    public void A_rate_per_hundred_thousand_has_the_interval_of_a_rate_in_its_own_unit() => VectorFile.Agrees(
        989.099996492735m,
        IntervalOf(Metric(unit: MetricUnit.Per100000, countsPeople: true), Ratio("a", 239, 27429, 100_000))?.Limits.Upper);

    [Fact]
    public void A_percentage_of_people_has_Wilsons_interval_in_percent()
    {
        var figure = Compare(Metric(countsPeople: true), [Ratio("a", 20, 100, 100)], Peers(1)).Councils.Single();
        VectorFile.Agrees(13.3366933331033m, figure.Interval?.Limits.Lower);
        VectorFile.Agrees(28.8829165593159m, figure.Interval?.Limits.Upper);
    }

    [Fact]
    public void Pounds_percentages_of_pounds_and_counts_that_do_not_make_the_figure_have_no_interval()
    {
        Assert.Null(IntervalOf(Metric(countsPeople: false), Ratio("a", 20, 100, 100)));
        Assert.Null(IntervalOf(Metric(countsPeople: true), Ratio("a", 120, 100, 100)));
        Assert.Null(IntervalOf(Metric(countsPeople: true), Ratio("a", 20, 100, 100) with { Value = 60 }));
        Assert.Null(IntervalOf(Metric(unit: MetricUnit.Gbp, countsPeople: true), Ratio("a", 20, 100, 1)));
        Assert.Null(IntervalOf(Metric(unit: MetricUnit.Per1000, countsPeople: true), Ratio("a", 20.5m, 100, 1000)));
    }

    [Fact]
    public void An_outlier_is_flagged_by_its_modified_z()
    {
        var position = PositionOfFirst(Metric(), 11.3m, 2.8m, 4.1m, 4.5m, 4.8m, 5.9m, 6.3m, 7.2m);
        VectorFile.Agrees(3.64843181818182m, position.ModifiedZ);
        Assert.True(position.Outlier);
    }

    private static FigureInterval? IntervalOf(Metric metric, Benchmarking.Core.Normalising.Observation observation) =>
        Compare(metric, [observation], Peers(1)).Councils.Single().Interval;
}
