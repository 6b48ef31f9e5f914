using Benchmarking.Core.Comparing;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class WhatIfRulesTests
{
    [Fact]
    public void The_edited_figure_replaces_the_councils_own_and_leaves_the_others()
    {
        var slice = WhatIf.Replace(Metric(), Year, FigureStatus.Actual, Figures(1, 2, 3), new(CouncilCode.Parse("b"), 9, null, null));
        Assert.Equal([("a", 1m), ("b", 9m), ("c", 3m)], slice.Select(figure => (figure.Council.Value, figure.Value!.Value)).Order());
        Assert.Equal(WhatIf.Basis, slice.Single(figure => figure.Council.Value == "b").Basis);
        Assert.Empty(slice.Single(figure => figure.Council.Value == "b").Sources);
    }

    [Fact]
    public void Counts_make_the_value_in_the_metrics_unit()
    {
        var rate = Metric(unit: Core.Reference.MetricUnit.Per1000, countsPeople: true);
        Assert.Equal(25, WhatIf.Replace(rate, Year, FigureStatus.Actual, [], new(CouncilCode.Parse("a"), null, 50, 2000)).Single().Value);
    }

    [Fact]
    public void A_score_is_given_as_a_value_and_nothing_else()
    {
        var score = Metric(unit: Core.Reference.MetricUnit.Score);
        Assert.Equal("figure-not-a-ratio", WhatIf.Fault(score, new(CouncilCode.Parse("a"), null, 400, 20))?.Code);
        Assert.Null(WhatIf.Fault(score, new(CouncilCode.Parse("a"), 19.1m, null, null)));
    }

    [Theory]
    [InlineData(null, null, null, "figure-incomplete")]
    [InlineData(null, 5.0, null, "figure-incomplete")]
    [InlineData(1.0, 5.0, 10.0, "figure-given-twice")]
    [InlineData(null, 5.0, -10.0, "denominator-not-positive")]
    [InlineData(null, 5.0, 0.00001, "denominator-not-positive")]
    [InlineData(2e12, null, null, "value-out-of-range")]
    [InlineData(null, 2e12, 1.0, "numerator-out-of-range")]
    [InlineData(null, 2.0, 2e12, "denominator-out-of-range")]
    [InlineData(3.0, null, null, null)]
    public void What_cannot_be_tried_out_says_why(double? value, double? numerator, double? denominator, string? code) =>
        Assert.Equal(code,
            WhatIf.Fault(Metric(), new(CouncilCode.Parse("a"), (decimal?)value, (decimal?)numerator, (decimal?)denominator))?.Code);
}
