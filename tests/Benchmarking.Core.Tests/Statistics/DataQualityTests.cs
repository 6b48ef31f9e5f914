using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class DataQualityTests
{
    [Fact]
    public void Changes_on_the_year_are_notable_as_the_reference_cases_say()
    {
        var vector = VectorFile.Json("data-quality.json").GetProperty("yearOnYear");
        foreach (var c in vector.GetProperty("cases").EnumerateArray())
        {
            var change = YearOnYear.Of(c.Number("old"), c.Number("new"), vector.Number("thresholdPercent"));
            Assert.Equal(c.GetProperty("flag").GetBoolean(), change.Notable);
            Assert.Equal(c.GetProperty("percentChange").NumberOrNull(),
                change.PercentChange is { } percent ? Rounding.Publish(percent, 6) : null);
        }
    }

    [Theory]
    [InlineData(-10, -20, -100.0, true)]
    [InlineData(-20, -10, 50.0, true)]
    [InlineData(0, 0, null, false)]
    public void Figures_under_0_change_by_their_size(double before, double now, double? percent, bool notable) =>
        Assert.Equal(new YearOnYear((decimal?)percent, notable), YearOnYear.Of((decimal)before, (decimal)now, 25));

    [Fact]
    public void The_rule_of_two_deviations_has_the_reference_bounds()
    {
        var vector = VectorFile.Json("data-quality.json").GetProperty("twoSd");
        var values = vector.GetProperty("values").Numbers();
        var bounds = TwoDeviations.Of([.. values])!.Value;
        VectorFile.Agrees(vector.Number("lower"), bounds.Lower);
        VectorFile.Agrees(vector.Number("upper"), bounds.Upper);
        Assert.Equal(vector.GetProperty("flagged").Numbers(), Indices(values, value => !bounds.Contains(value)));
        Assert.Null(TwoDeviations.Of([1]));
    }

    [Fact]
    public void Two_bad_values_hide_from_two_deviations_and_not_from_the_modified_z()
    {
        var vector = VectorFile.Json("data-quality.json").GetProperty("masking");
        var values = vector.GetProperty("values").Numbers();
        var bounds = TwoDeviations.Of([.. values])!.Value;
        Assert.Empty(Indices(values, value => !bounds.Contains(value)));
        var yardstick = ModifiedZ.For([.. values]);
        Assert.Equal(vector.GetProperty("modifiedZFlagged").Numbers(), Indices(values, value => ModifiedZ.IsOutlier(yardstick.Of(value))));
        foreach (var (value, expected) in values.Zip(vector.GetProperty("modifiedZ").Numbers()))
        {
            VectorFile.Agrees(expected, yardstick.Of(value));
        }
    }

    [Fact]
    public void A_count_withheld_alone_withholds_the_total_too()
    {
        var group = SuppressedGroup.Of([3, 20, 41]);
        Assert.Equal([null, 20m, 40m], group.Counts);
        Assert.Null(group.Total);
    }

    [Fact]
    public void Where_two_are_withheld_or_none_the_total_is_shown_to_the_nearest_5()
    {
        Assert.Equal(50, SuppressedGroup.Of([3, 6, 41]).Total);
        Assert.Equal(60, SuppressedGroup.Of([0, 20, 41]).Total);
        Assert.Equal(0, SuppressedGroup.Of([]).Total);
        Assert.Null(SuppressedGroup.Of([1, 1, 0]).Total);
    }

    [Fact]
    public void Overdispersion_of_proportions_and_rates_agrees_with_the_reference()
    {
        var vector = VectorFile.Json("overdispersion.json");
        var n = vector.GetProperty("n").Numbers();
        Agree(vector, Overdispersion.OfProportions([.. vector.GetProperty("x").Numbers().Zip(n)]));
        Agree(vector.GetProperty("calm"), Overdispersion.OfProportions([.. vector.GetProperty("calm").GetProperty("x").Numbers().Zip(n)]));
        var rates = vector.GetProperty("rates");
        Agree(rates, Overdispersion.OfRates([.. rates.GetProperty("count").Numbers().Zip(rates.GetProperty("population").Numbers())]));
    }

    [Fact]
    public void Without_two_councils_or_without_a_count_there_is_no_overdispersion()
    {
        Assert.Null(Overdispersion.OfProportions([(1, 2)]));
        Assert.Null(Overdispersion.OfProportions([(0, 5), (0, 9)]));
        Assert.Null(Overdispersion.OfProportions([(5, 5), (9, 9)]));
        Assert.Null(Overdispersion.OfRates([(0, 5), (0, 9)]));
        Assert.Null(Overdispersion.OfRates([(3, 5)]));
    }

    [Fact]
    public void Two_councils_that_differ_no_more_than_their_pooled_value_have_none()
    {
        Assert.Equal(new Overdispersion(2, 0, 0), Overdispersion.OfProportions([(5, 10), (10, 20)]));
        Assert.Equal(new Overdispersion(2, 0, 0), Overdispersion.OfRates([(5, 1000), (10, 2000)]));
    }

    private static void Agree(System.Text.Json.JsonElement expected, Overdispersion? spread)
    {
        VectorFile.Agrees(expected.Number("phi"), (decimal?)spread?.Phi);
        VectorFile.Agrees(expected.Number("tauSquared"), (decimal?)spread?.TauSquared);
    }

    private static IEnumerable<decimal> Indices(IReadOnlyList<decimal> values, Func<decimal, bool> flagged) =>
        Enumerable.Range(0, values.Count).Where(i => flagged(values[i])).Select(i => (decimal)i);
}
