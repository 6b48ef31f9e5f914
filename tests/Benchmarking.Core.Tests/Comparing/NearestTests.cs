using System.Text.Json;
using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Tests.Vectors;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class NearestTests
{
    private static readonly IReadOnlyList<CouncilCode> Areas = [.. "abcde".Select(letter => CouncilCode.Parse(letter.ToString()))];

    [Fact]
    public void Distances_and_orders_are_those_of_the_transformed_scaled_and_weighted_features()
    {
        var vector = VectorFile.Json("nearest-minmax.json");
        var space = MinMaxSpace(vector);
        foreach (var (a, i) in Areas.Select((area, i) => (area, i)))
        {
            foreach (var (b, j) in Areas.Select((area, j) => (area, j)).Where(pair => pair.j != i))
            {
                VectorFile.Agrees(vector.GetProperty("distance")[i][j].Number(), space.Between(a, b)?.Distance);
            }

            var order = vector.GetProperty("order").GetProperty(a.Value.ToUpperInvariant()).EnumerateArray()
                .Select(e => e.GetString()!.ToLowerInvariant());
            Assert.Equal(order, NearestNeighbours.Of(space, a, 4).Select(neighbour => neighbour.Council.Value));
        }
    }

    [Theory]
    [InlineData("a", "b", "A-B")]
    [InlineData("a", "e", "A-E")]
    [InlineData("c", "d", "C-D")]
    public void Each_feature_has_its_share_of_the_squared_distance(string a, string b, string pair)
    {
        var vector = VectorFile.Json("nearest-minmax.json");
        var neighbour = MinMaxSpace(vector).Between(CouncilCode.Parse(a), CouncilCode.Parse(b))!;
        foreach (var share in neighbour.Shares)
        {
            VectorFile.Agrees(vector.GetProperty("shareOfSquaredDistance").GetProperty(pair).Number(share.Feature), share.Share);
        }
    }

    [Fact]
    public void Weights_inside_the_sum_are_the_roots_of_the_models_weights()
    {
        var vector = VectorFile.Json("nearest-zscore.json");
        var weights = vector.GetProperty("weights").Numbers().Select(weight => (decimal)Math.Sqrt((double)weight)).ToList();
        var columns = Enumerable.Range(0, 3)
            .Select(j => vector.GetProperty("X").EnumerateArray().Select(row => row[j].GetDecimal()).ToList()).ToList();
        var space = Space(columns, [.. weights.Select(weight => (FeatureTransform.None, weight))]);
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                VectorFile.Agrees(vector.GetProperty("rangeNormalised")[i][j].Number(), space.Between(Areas[i], Areas[j])?.Distance, 1e-8);
            }
        }
    }

    [Fact]
    public void A_model_may_say_z_scores_and_then_every_area_moves_the_scales()
    {
        var vector = VectorFile.Json("nearest-zscore.json");
        var space = new FeatureSpace(
            new NearestModel("test", "", 4,
                [.. Enumerable.Range(0, 3).Select(j => new NearestFeature($"f{j}", "", 2011, FeatureTransform.None, 1, ""))],
                FeatureScaling.ZScore),
            Areas, (area, feature) => vector.GetProperty("X")[area.Value[0] - 'a'][feature.Code[1] - '0'].GetDecimal());
        for (var i = 0; i < 5; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                VectorFile.Agrees(vector.GetProperty("zScore")[i][j].Number(), space.Distance(Areas[i], Areas[j]));
            }
        }

        var order = vector.GetProperty("orderZScore").EnumerateArray().Select(area => area.GetString()!.ToLowerInvariant());
        Assert.Equal(order, NearestNeighbours.Of(space, Areas[0], 4).Select(neighbour => neighbour.Council.Value));
        Assert.Equal(Areas, space.LeaveOneOut.Select(left => left.Area));
    }

    [Fact]
    public void An_identical_twin_is_at_distance_0_and_the_subject_is_taken_out_by_its_code()
    {
        var space = Space([[5, 5, 5, 9, 20]], [(FeatureTransform.None, 1)]);
        var nearest = NearestNeighbours.Of(space, Areas[1], 3);
        Assert.Equal(["a", "c", "d"], nearest.Select(neighbour => neighbour.Council.Value));
        Assert.Equal(0, nearest[0].Distance);
        Assert.All(nearest[0].Shares, share => Assert.Equal(0, share.Share));
    }

    [Fact]
    public void A_feature_that_is_the_same_everywhere_counts_nothing()
    {
        var space = Space([[7, 7, 7, 7, 7], [0, 1, 2, 3, 4]], [(FeatureTransform.None, 1), (FeatureTransform.None, 1)]);
        Assert.Equal(0.25m, space.Between(Areas[0], Areas[1])?.Distance);
    }

    [Fact]
    public void A_missing_feature_is_dropped_for_the_pair_the_rest_rescaled_and_said_so()
    {
        var space = Space([[0, 1, 2, 3, 4], [0, null, 2, 3, 4]], [(FeatureTransform.None, 1), (FeatureTransform.None, 1)]);
        var neighbour = space.Between(Areas[0], Areas[1])!;
        VectorFile.Agrees(0.25m * (decimal)Math.Sqrt(2), neighbour.Distance);
        Assert.Equal(["f1"], neighbour.LeftOut);
        Assert.Equal([new FeatureShare("f0", 1)], neighbour.Shares);
    }

    [Fact]
    public void Areas_without_a_feature_in_common_are_no_neighbours()
    {
        var space = Space([[0, null, 2, 3, 4]], [(FeatureTransform.None, 1)]);
        Assert.Null(space.Between(Areas[0], Areas[1]));
        Assert.Empty(NearestNeighbours.Of(space, Areas[1], 4));
    }

    // As binary fractions the distances are 0.0666666666666668 and 0.0666666666666665.
    [Fact]
    public void Areas_that_differ_by_the_same_are_in_the_order_of_their_codes()
    {
        var space = Space([[2.6m, 2.4m, 2.8m, 0, 3]], [(FeatureTransform.None, 1)]);
        var nearest = NearestNeighbours.Of(space, Areas[0], 2);
        Assert.Equal(["b", "c"], nearest.Select(neighbour => neighbour.Council.Value));
        Assert.Equal(nearest[0].Distance, nearest[1].Distance);
    }

    [Fact]
    public void Areas_of_which_less_than_half_is_known_are_no_neighbours_however_alike()
    {
        var space = Space(
            [[0, 0, 1, 3, 4], [0, null, 1, 3, 4], [0, null, null, 3, 4]],
            [(FeatureTransform.None, 1), (FeatureTransform.None, 1), (FeatureTransform.None, 1)]);
        Assert.Null(space.Distance(Areas[0], Areas[1]));
        Assert.Equal(["c", "d", "e"], NearestNeighbours.Of(space, Areas[0], 4).Select(neighbour => neighbour.Council.Value));
    }

    // With e (at 40, 0) the first feature is scaled over 40 and a's nearest is b; without it over 10, and the second feature brings c
    // nearer.
    [Fact]
    public void Stability_counts_the_neighbours_that_stay_whichever_council_goes()
    {
        var space = Space([[0, 4, 0, 10, 40], [0, 0, 2, 10, 0]], [(FeatureTransform.None, 1), (FeatureTransform.None, 1)]);
        var nearest = NearestNeighbours.Of(space, Areas[0], 1);
        Assert.Equal("b", nearest.Single().Council.Value);
        Assert.Equal(0, NearestNeighbours.Stability(space, Areas[0], nearest));
        Assert.Equal(3, NearestNeighbours.Stability(space, Areas[0], NearestNeighbours.Of(space, Areas[0], 3)));
    }

    [Fact]
    public void The_models_that_ship_name_their_version_sources_and_a_reason_for_each_feature()
    {
        Assert.Equal([("areas-1", 15), ("areas-2", 15)], NearestModel.All.Select(model => (model.Version, model.DefaultNeighbours)));
        Assert.All(NearestModel.All.SelectMany(model => model.Features),
            feature => Assert.True(feature.Weight > 0 && feature.Reason.Length > 20 && feature.Year >= 2011));
    }

    private static FeatureSpace MinMaxSpace(JsonElement vector) => new(
        new NearestModel("test", "", 4, [.. vector.GetProperty("features").EnumerateObject().Select(f => new NearestFeature(
            f.Name, f.Name, 2011, Transform(vector.GetProperty("transforms").GetProperty(f.Name).GetString()!),
            vector.GetProperty("weights").Number(f.Name), ""))]),
        Areas,
        (area, feature) => vector.GetProperty("features").GetProperty(feature.Code)[area.Value[0] - 'a'].Number());

    private static FeatureTransform Transform(string name) => name switch
    {
        "log1p" => FeatureTransform.Log1p,
        "sqrt" => FeatureTransform.SquareRoot,
        _ => FeatureTransform.None,
    };

    private static FeatureSpace Space(IReadOnlyList<IReadOnlyList<decimal?>> columns,
        IReadOnlyList<(FeatureTransform Transform, decimal Weight)> features) => new(
        new NearestModel("test", "", 4, [.. features.Select((f, j) => new NearestFeature($"f{j}", "", 2011, f.Transform, f.Weight, ""))]),
        Areas,
        (area, feature) => columns[feature.Code[1] - '0'][area.Value[0] - 'a']);

    private static FeatureSpace Space(List<List<decimal>> columns, IReadOnlyList<(FeatureTransform Transform, decimal Weight)> features) =>
        Space([.. columns.Select(column => (IReadOnlyList<decimal?>)[.. column.Select(value => (decimal?)value)])], features);
}
