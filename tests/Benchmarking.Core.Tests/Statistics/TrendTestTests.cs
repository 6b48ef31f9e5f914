using System.Text.Json;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Vectors;

namespace Benchmarking.Core.Tests.Statistics;

public sealed class TrendTestTests
{
    [Fact]
    public void Mann_Kendall_and_Theil_Sen_agree_with_the_reference_series()
    {
        foreach (var c in VectorFile.Json("mann-kendall.json").GetProperty("cases").EnumerateArray())
        {
            var values = c.GetProperty("values").Numbers();
            var test = MannKendall.Of(values);
            Assert.Equal(c.Number("S"), test.S);
            VectorFile.Agrees(c.Number("varS"), (decimal)test.VarS);
            VectorFile.Agrees(c.Number("z"), (decimal)test.Z);
            VectorFile.Agrees(c.Number("pNormal"), (decimal)test.PNormal, 1e-6);
            VectorFile.Agrees(c.Number("tau"), (decimal)test.Tau);
            Assert.Equal(c.GetProperty("pExactTwoSided").ValueKind == JsonValueKind.Null, test.PExact is null);
            VectorFile.Agrees(c.GetProperty("pExactTwoSided").NumberOrNull() ?? 0, (decimal)(test.PExact ?? 0));
            VectorFile.Agrees(c.Number("theilSenSlope"), TheilSen.Slope([.. values.Select((value, i) => ((decimal)i, value))]));
        }
    }

    [Fact]
    public void The_p_is_the_exact_one_without_ties_and_the_normal_one_with_them()
    {
        VectorFile.Agrees(1 / 60m, (decimal)MannKendall.Of([12.2m, 11.0m, 10.1m, 9.4m, 8.7m]).P);
        var tied = MannKendall.Of([5.7m, 5.7m, 5.3m, 4.9m]);
        Assert.Equal(tied.PNormal, tied.P);
    }

    [Fact]
    public void One_point_has_no_trend_and_tau_0()
    {
        var test = MannKendall.Of([7]);
        Assert.Equal((1, 0, 0.0, 1.0), (test.Points, test.S, test.Tau, test.P));
    }

    [Fact]
    public void The_slope_counts_years_and_not_points()
    {
        Assert.Equal(1, TheilSen.Slope([(2010, 5), (2011, 6), (2015, 10)]));
        Assert.Null(TheilSen.Slope([(2010, 5)]));
    }

    [Fact]
    public void A_long_rising_series_has_a_p_close_to_0() =>
        Assert.InRange(MannKendall.Of([.. Enumerable.Range(1, 40).Select(i => (decimal)i)]).P, 0, 1e-12);
}
