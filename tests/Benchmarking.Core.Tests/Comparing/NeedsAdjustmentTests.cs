using System.Text.Json;
using Benchmarking.Core.Comparing.Needs;
using Benchmarking.Core.Tests.Vectors;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class NeedsAdjustmentTests
{
    private static readonly JsonElement Vector = VectorFile.Json("needs-adjusted.json");

    [Fact]
    public void The_line_and_each_councils_distance_from_it_agree_with_exact_fractions()
    {
        var model = NeedsAdjustment.Of(["deprivation", "sparsity"], Cases())!;
        VectorFile.Agrees(Vector.Number("rSquared"), model.RSquared);
        VectorFile.Agrees(Vector.Number("adjustedRSquared"), model.AdjustedRSquared);
        VectorFile.Agrees(Vector.Number("residualVariance"), model.ResidualVariance);
        Agree("beta", model.Coefficients);
        Agree("fitted", model.Councils.Select(c => c.Expected));
        Agree("residual", model.Councils.Select(c => c.Residual));
        Agree("leverage", model.Councils.Select(c => c.Leverage));
        Agree("standardisedResidual", model.Councils.Select(c => c.StandardisedResidual!.Value));
    }

    [Fact]
    public void Residuals_add_to_nothing_and_leverages_to_the_coefficients()
    {
        var model = NeedsAdjustment.Of(["deprivation", "sparsity"], Cases())!;
        Assert.Equal(0, decimal.Round(model.Councils.Sum(c => c.Residual), 8));
        Assert.Equal(3, decimal.Round(model.Councils.Sum(c => c.Leverage), 8));
    }

    [Fact]
    public void A_council_that_lacks_a_driver_is_left_out_by_name_and_nothing_is_filled_in()
    {
        var lacking = new NeedsCase(CouncilCode.Parse("york"), 400, [12, null]);
        var model = NeedsAdjustment.Of(["deprivation", "sparsity"], [.. Cases(), lacking])!;
        Assert.Equal(["york"], model.LeftOut.Select(council => council.Value));
        Agree("beta", model.Coefficients);
    }

    [Fact]
    public void Too_few_councils_or_drivers_that_are_one_another_make_no_line()
    {
        Assert.Null(NeedsAdjustment.Of(["deprivation", "sparsity"], Cases().Take(3).ToList()));
        Assert.Null(NeedsAdjustment.Of(["a", "b"], [.. Cases().Select(c => c with { Drivers = [c.Drivers[0], c.Drivers[0] * 2] })]));
        Assert.Null(NeedsAdjustment.Of(["a"], [.. Cases().Select(c => c with { Drivers = [7] })]));
    }

    private static List<NeedsCase> Cases() => [.. Vector.GetProperty("X").EnumerateArray().Zip(Vector.GetProperty("y").Numbers())
        .Select((row, i) => new NeedsCase(CouncilCode.Parse($"c{i}"), row.Second, [row.First[1].Number(), row.First[2].Number()]))];

    private static void Agree(string name, IEnumerable<decimal> values)
    {
        foreach (var (expected, actual) in Vector.GetProperty(name).Numbers().Zip(values))
        {
            VectorFile.Agrees(expected, actual);
        }
    }
}
