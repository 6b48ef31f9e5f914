using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>One decision: what it needs, what decided, and that colour, outlier and list follow it.</summary>
public sealed class DecisionTests
{
    private static readonly Metric Tenth = Metric(Polarity.Lower) with { Material = new(10, 0.5m, "") };

    [Theory]
    [InlineData(540, Verdict.Similar)]
    [InlineData(550, Verdict.Similar)]
    [InlineData(550.01, Verdict.Worse)]
    [InlineData(449.99, Verdict.Better)]
    [InlineData(450, Verdict.Similar)]
    public void Without_an_interval_only_more_than_the_material_difference_is_different(double value, Verdict verdict)
    {
        var decision = Decision.Of(Tenth, (decimal)value, null, 500);
        Assert.Equal((verdict, DecidedBy.MaterialDifference), (decision.Verdict, decision.By));
        Assert.Equal((50m, (decimal)value - 500), (decision.Material!.Value, decision.Difference!.Value));
    }

    [Theory]
    [InlineData(9, 11, 12, Verdict.Better, DecidedBy.Both)]
    [InlineData(9, 12, 12, Verdict.Similar, DecidedBy.Interval)]
    [InlineData(9.9, 10.1, 10.5, Verdict.Similar, DecidedBy.MaterialDifference)]
    [InlineData(9, 11, 10.5, Verdict.Similar, DecidedBy.Both)]
    [InlineData(9, 11, 8, Verdict.Worse, DecidedBy.Both)]
    public void With_an_interval_both_must_say_so(double lower, double upper, double median, Verdict verdict, DecidedBy by)
    {
        var decision = Decision.Of(Tenth, 10, new Interval((decimal)lower, (decimal)upper), (decimal)median);
        Assert.Equal((verdict, by), (decision.Verdict, decision.By));
    }

    [Fact]
    public void Near_0_the_least_difference_decides()
    {
        Assert.Equal(0.5m, Tenth.Material.From(0.1m));
        Assert.Equal(Verdict.Similar, Decision.Of(Tenth, 0.5m, null, 0).Verdict);
        Assert.Equal(1m, Tenth.Material.From(-10));
    }

    [Fact]
    public void Nothing_is_compared_without_a_figure_or_a_median() =>
        Assert.All([Decision.Of(Tenth, null, null, 5), Decision.Of(Tenth, 5, null, null)],
            decision => Assert.Equal(Decision.None, decision));

    /// <summary>Eight councils of 1,000 with 100 more or less: the spread between them is far beyond chance, and one of 130 that chance
    /// alone would not explain is within it.</summary>
    [Fact]
    public void Where_councils_differ_beyond_chance_a_figure_must_lie_beyond_that_too()
    {
        var metric = Metric(Polarity.Higher, countsPeople: true);
        var compared = Compare(metric,
            [.. "abcdefgh".Select((c, i) => Ratio(c.ToString(), i % 2 == 0 ? 60 : 140, 1000, 100)), Ratio("z", 170, 1000, 100)],
            Peers(8, "z"));
        var (decision, figure) = (compared.Subject!.Decision, compared.Subject.Figure);
        Assert.False(figure.Interval!.Limits.Contains(10));
        Assert.Equal((Verdict.Similar, DecidedBy.Interval), (decision.Verdict, decision.By));

        // τ² is (8 × 17.78 − 7) / (Σw − Σw²/Σw) in shares, about 18.3 per cent²; the median's variance π/2 × (1.4826 × 4)²/8; t with 6
        // degrees of freedom 2.447.
        var tau = ((8 * 1600m / 90) - 7) / (7 * 1000 / 0.09m) * 10_000;
        var median = (decimal)(Math.PI / 2) * (1.4826m * 4) * (1.4826m * 4) / 8;
        Vectors.VectorFile.Agrees(tau, compared.Spread!.BetweenCouncils);
        Vectors.VectorFile.Agrees(median, compared.Spread.OfMedian);
        Vectors.VectorFile.Agrees(2.446911851144969m, (decimal)compared.Spread.Deviate);
        var own = Math.Pow((double)(17 - figure.Interval.Limits.Lower), 2);
        var half = Math.Sqrt(own + (Math.Pow(2.446911851144969, 2) * (double)(tau + median)));
        Vectors.VectorFile.Agrees(17 - (decimal)half, decision.Widened!.Value.Lower);
    }

    [Fact]
    public void Under_three_councils_with_counts_there_is_no_spread_and_the_interval_is_that_of_chance()
    {
        var metric = Metric(Polarity.Higher, countsPeople: true);
        var compared = Compare(metric,
            [Ratio("a", 60, 1000, 100), Ratio("b", 140, 1000, 100), Figure("c", 3), Figure("d", 4)], Peers(4, "b"));
        Assert.Null(compared.Spread);
        Assert.Equal(compared.Subject!.Figure.Interval!.Limits, compared.Subject.Decision.Widened);
        Assert.Equal(Verdict.Better, compared.Subject.Verdict);
    }

    /// <summary>£15.40 among five times £15.30 has a modified z of 4.8; 10 pence are not material.</summary>
    [Fact]
    public void What_differs_by_less_than_matters_is_neither_an_outlier_nor_red()
    {
        var metric = ReferenceData.Current.Metrics.Find("home-care-unit-cost")! with { Code = "m" };
        var near = PositionOfFirst(metric, 15.4m, 15.3m, 15.3m, 15.3m, 15.3m, 15.3m);
        Assert.True(ModifiedZ.IsOutlier(near.ModifiedZ));
        Assert.Equal((Verdict.Similar, false, Rag.Amber), (near.Verdict, near.Outlier!.Value, near.Rag.Colour!.Value));
        var far = PositionOfFirst(metric, 18.4m, 15.3m, 15.3m, 15.3m, 15.3m, 15.3m);
        Assert.Equal((Verdict.Worse, true, Rag.Red), (far.Verdict, far.Outlier!.Value, far.Rag.Colour!.Value));
    }

    [Fact]
    public void Counts_to_the_nearest_5_make_an_interval_that_holds_those_of_two_more_and_two_fewer()
    {
        var metric = Metric(countsPeople: true) with { DividesByPeople = true };
        var open = Compare(metric, [Ratio("a", 20, 100, 100) with { CountStep = 5 }], Peers(1)).Councils.Single().Interval!;
        Assert.Equal(Proportions.Wilson(18, 102).Times(100).Lower, open.Limits.Lower);
        Assert.Equal(Proportions.Wilson(22, 98).Times(100).Upper, open.Limits.Upper);
        Assert.EndsWith("for counts up to 2 more or fewer", open.Method, StringComparison.Ordinal);
        var rate = Metric(unit: MetricUnit.Per1000, countsPeople: true);
        var rates = Compare(rate, [Ratio("a", 20, 5_000, 1000) with { CountStep = 5 }], Peers(1)).Councils.Single().Interval!.Limits;
        Assert.Equal(new Interval(Counts.Rate(18, 5_000, 1000).Interval.Lower, Counts.Rate(22, 5_000, 1000).Interval.Upper), rates);
    }

    [Fact]
    public void Every_metric_has_a_material_difference_and_a_reason() =>
        Assert.All(ReferenceData.Current.Metrics.All, metric =>
        {
            Assert.True(metric.Material.Percent is >= 0 and <= 25 && metric.Material.AtLeast >= 0, metric.Code);
            Assert.True(metric.Material.Percent > 0 || metric.Material.AtLeast > 0, metric.Code);
            Assert.True(metric.Material.Why.Length > 20, metric.Code);
        });
}
