using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Vectors;
using FsCheck;
using FsCheck.Fluent;

namespace Benchmarking.Core.Tests.Statistics;

/// <summary>What must hold for any group of four to sixty councils.</summary>
public sealed class StatisticsProperties
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(2013, 11);

    private static readonly Arbitrary<decimal[]> Groups = Gen.Choose(4, 60)
        .SelectMany(n => Gen.Choose(-500, 500).Select(i => i / 10m).ArrayOf(n)).ToArbitrary();

    [Fact]
    public void The_order_of_the_councils_does_not_matter() => Holds(group =>
    {
        decimal[] reversed = [.. group.Reverse()];
        return Quartiles.Of(group) == Quartiles.Of(reversed)
            && Averages.Mean(group) == Averages.Mean(reversed)
            && CommonestValue.Of(group, 0).Modes.SequenceEqual(CommonestValue.Of(reversed, 0).Modes)
            && ModifiedZ.For(group).Of(group[0]) == ModifiedZ.For(reversed).Of(group[0]);
    });

    [Fact]
    public void Scaling_and_shifting_the_values_scales_and_shifts_the_quartiles() => Holds(group =>
    {
        var (plain, moved) = (Quartiles.Of(group)!, Quartiles.Of(group.Select(value => (value * 3) + 7))!);
        return moved == new Quartiles((plain.Q1 * 3) + 7, (plain.Median * 3) + 7, (plain.Q3 * 3) + 7);
    });

    [Fact]
    public void Quantiles_rise_with_p_from_the_least_to_the_greatest_value() => Holds(group =>
    {
        var quantiles = Enumerable.Range(0, 21).Select(i => Quantiles.Of(group, i / 20m)).ToList();
        return quantiles.Zip(quantiles.Skip(1)).All(pair => pair.First <= pair.Second)
            && quantiles[0] == group.Min() && quantiles[^1] == group.Max();
    });

    [Fact]
    public void Each_half_holds_half_of_the_councils_when_no_two_are_equal() => Holds(group =>
    {
        decimal[] distinct = [.. group.Select((value, i) => (value * 100) + i).Distinct()];
        if (Quartiles.Of(distinct) is not { } quartiles)
        {
            return true;
        }

        var bands = distinct.CountBy(quartiles.BandOf).ToDictionary();
        var lower = bands.GetValueOrDefault(1) + bands.GetValueOrDefault(2);
        return lower == (distinct.Length + 1) / 2 && bands.Values.Max() - bands.Values.Min() <= 1;
    });

    [Fact]
    public void Percentiles_of_a_group_average_50() => Holds(group =>
    {
        var sum = group.Sum(value => PercentileRank.MidRank(group, value));
        VectorFile.Agrees(50m * group.Length, sum);
        return true;
    });

    [Fact]
    public void Wilson_and_Byar_hold_the_figure_and_widen_with_confidence() =>
        Check.One(Seeded, Prop.ForAll(
            Gen.Choose(0, 400).ToArbitrary(),
            x =>
            {
                var (inner, outer) = (Proportions.Wilson(x, 400), Proportions.Wilson(x, 400, ConfidenceLevel.NinetyNinePointEight));
                var (narrow, wide) = (Counts.Interval(x), Counts.Interval(x, ConfidenceLevel.NinetyNinePointEight));
                return inner.Contains(x / 400m) && outer.Lower <= inner.Lower && outer.Upper >= inner.Upper
                    && narrow.Contains(x) && wide.Lower <= narrow.Lower && wide.Upper >= narrow.Upper;
            }));

    private static void Holds(Func<decimal[], bool> law) => Check.One(Seeded, Prop.ForAll(Groups, law));
}
