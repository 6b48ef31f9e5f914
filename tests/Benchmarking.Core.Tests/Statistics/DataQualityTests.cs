using System.Globalization;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Methods;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class DataQualityTests
{
    [Fact]
    public void Changes_on_the_year_are_notable_as_the_reference_cases_say()
    {
        var vector = VectorFile.Json("data-quality.json").GetProperty("yearOnYear");
        var floor = ReferenceData.Current.Plausibility.For("", "count").Floor;
        var rule = new ChangeRule("count", vector.Number("thresholdPercent"), floor, "");
        Assert.All(vector.GetProperty("cases").EnumerateArray(), c =>
            Assert.Equal(c.GetProperty("flag").GetBoolean(), rule.IsNotable(c.Number("old"), c.Number("new"))));
    }

    [Theory]
    [InlineData(-10, -20, true)]
    [InlineData(-20, -10, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, 5, true)]
    [InlineData(100, 125, true)]
    [InlineData(100, 124, false)]
    public void Figures_change_by_their_size(int before, int now, bool notable) =>
        Assert.Equal(notable, new ChangeRule("", 25, 5, "").IsNotable(before, now));

    [Fact]
    public void The_page_states_the_thresholds_that_the_service_uses() => PageTable.Holds("doubtful-figures", "Thresholds",
    [
        "| figures | per cent | floor | why |",
        "| --- | --- | --- | --- |",
        .. ReferenceData.Current.Plausibility.Changes.Concat(ReferenceData.Current.Plausibility.Measures)
            .Select(rule => string.Create(CultureInfo.InvariantCulture, $"| {rule.Of} | {rule.Percent} | {rule.Floor:#,0} | {rule.Why} |")),
    ]);

    [Fact]
    public void Two_bad_values_hide_from_two_deviations_and_not_from_the_modified_z()
    {
        var vector = VectorFile.Json("data-quality.json").GetProperty("masking");
        var values = vector.GetProperty("values").Numbers();
        var (mean, deviation) = (Averages.Mean([.. values])!.Value, Averages.StandardDeviation([.. values])!.Value);
        Assert.Empty(Indices(values, value => Math.Abs(value - mean) > 2 * deviation));
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
    public void Winsorised_overdispersion_of_proportions_and_rates_agrees_with_the_reference()
    {
        var vector = VectorFile.Json("overdispersion.json");
        var n = vector.GetProperty("n").Numbers();
        Agree(vector, Overdispersion.OfProportions([.. vector.GetProperty("x").Numbers().Zip(n)], winsorised: true));
        var calm = vector.GetProperty("calm");
        Agree(calm, Overdispersion.OfProportions([.. calm.GetProperty("x").Numbers().Zip(n)], true));
        var rates = vector.GetProperty("rates");
        var counts = rates.GetProperty("count").Numbers().Zip(rates.GetProperty("population").Numbers());
        Agree(rates, Overdispersion.OfRates([.. counts], true));
    }

    /// <summary>Computed outside this project from the formulae, from the same twelve councils.</summary>
    [Fact]
    public void Overdispersion_without_cutting_back_divides_by_one_fewer_than_there_are()
    {
        var vector = VectorFile.Json("overdispersion.json");
        var spread = Overdispersion.OfProportions([.. vector.GetProperty("x").Numbers().Zip(vector.GetProperty("n").Numbers())])!;
        VectorFile.Agrees(7.733912898804612m, (decimal)spread.Phi);
        VectorFile.Agrees(0.003439516884284862m, (decimal)spread.TauSquared);

        // Two rates of 4 and 16 in 1,000 about 10: scores of ±6/√10 each, squares of 3.6 together 7.2; Σw − Σw²/Σw is 100,000.
        var rates = Overdispersion.OfRates([(4, 1000), (16, 1000)])!;
        VectorFile.Agrees(7.2m, (decimal)rates.Phi);
        VectorFile.Agrees(6.2m / 100_000, (decimal)rates.TauSquared);
    }

    /// <summary>By matrices, outside this project: m² / tr((AS)²). Of eight of one size there are seven.</summary>
    [Fact]
    public void A_sum_of_squares_that_hangs_on_one_large_council_has_fewer_degrees_of_freedom_than_there_are_councils()
    {
        var uneven = Overdispersion.OfRates([(60, 1000), (140, 1000), (60, 1000), (140, 1000), (600, 10_000)])!;
        VectorFile.Agrees(0.0016260869565217393m, (decimal)uneven.TauSquared);
        VectorFile.Agrees(2.7860121049956814m, (decimal)uneven.DegreesOfFreedom);
        var even = Overdispersion.OfRates([.. Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? 60m : 140, 1000m))])!;
        Assert.Equal(7, even.DegreesOfFreedom, 12);
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
        Assert.All(
            [Overdispersion.OfProportions([(5, 10), (10, 20)])!, Overdispersion.OfRates([(5, 1000), (10, 2000)])!],
            found =>
            {
                Assert.Equal((2, 0, 0), (found.Councils, found.Phi, found.TauSquared));
                Assert.Equal(1, found.DegreesOfFreedom, 12);
            });
    }

    private static void Agree(System.Text.Json.JsonElement expected, Overdispersion? spread)
    {
        VectorFile.Agrees(expected.Number("phi"), (decimal?)spread?.Phi);
        VectorFile.Agrees(expected.Number("tauSquared"), (decimal?)spread?.TauSquared);
    }

    private static IEnumerable<decimal> Indices(IReadOnlyList<decimal> values, Func<decimal, bool> flagged) =>
        Enumerable.Range(0, values.Count).Where(i => flagged(values[i])).Select(i => (decimal)i);
}
