using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class PositionTests
{
    [Fact]
    public void The_percentile_is_the_mid_rank()
    {
        foreach (var c in VectorFile.Json("percentile-rank.json").GetProperty("cases").EnumerateArray())
        {
            VectorFile.Agrees(c.Number("mid"), PercentileRank.MidRank(c.GetProperty("set").Numbers().ToList(), c.Number("target")));
        }
    }

    [Fact]
    public void In_an_empty_group_there_is_no_percentile() => Assert.Null(PercentileRank.MidRank([], 5));

    [Fact]
    public void Modified_z_scores_and_their_flags_are_those_of_Iglewicz_and_Hoaglin()
    {
        foreach (var c in VectorFile.Json("modified-z.json").GetProperty("cases").EnumerateArray())
        {
            var values = c.GetProperty("values").Numbers();
            var yardstick = ModifiedZ.For([.. values]);
            var scores = values.Select(yardstick.Of).ToList();
            var expected = c.GetProperty("z").EnumerateArray().Select(VectorFile.NumberOrNull).ToList();
            foreach (var (score, reference) in scores.Zip(expected))
            {
                Assert.Equal(reference is null, score is null);
                VectorFile.Agrees(reference ?? 0, score ?? 0);
            }

            var flagged = Enumerable.Range(0, values.Count).Where(i => ModifiedZ.IsOutlier(scores[i])).Select(i => (decimal)i);
            Assert.Equal(c.GetProperty("flagged").Numbers(), flagged);
        }
    }

    [Fact]
    public void Where_half_of_the_values_are_equal_the_mean_deviation_is_the_yardstick()
    {
        // Deviations from 5 are 0, 0, 0, 0, 0, 4 and 4: their median is 0 and their mean 8/7.
        var score = ModifiedZ.For([5, 5, 5, 5, 5, 9, 1]).Of(9);
        VectorFile.Agrees(4 / (1.253314m * 8 / 7), score);
    }

    [Fact]
    public void A_score_of_3_and_a_half_is_no_outlier_yet() =>
        Assert.Equal([true, false, false, true, false], new decimal?[] { -3.51m, -3.5m, 3.5m, 3.51m, null }.Select(ModifiedZ.IsOutlier));

    [Fact]
    public void Values_that_differ_by_the_dust_of_a_division_only_make_nobody_an_outlier()
    {
        var third = 100m / 3;
        var yardstick = ModifiedZ.For([third, third + 1e-26m, third - 1e-26m, third, third]);
        Assert.Null(yardstick.Of(third + 1e-26m));
    }
}
