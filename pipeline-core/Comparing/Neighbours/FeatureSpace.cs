using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing.Neighbours;

/// <summary>The areas of one year on the model's scales: each feature transformed, then min–max scaled to 0…weight over all areas that
/// have it (NHS England's ASC peer groups, with the transformation fixed). A feature that is the same everywhere is 0 for all.</summary>
public sealed class FeatureSpace
{
    private readonly NearestModel model;
    private readonly Dictionary<CouncilCode, double?[]> scaled;

    /// <summary>Places areas by <paramref name="valueOf"/>, which gives null where a council's feature is not known.</summary>
    public FeatureSpace(NearestModel model, IReadOnlyCollection<CouncilCode> areas, Func<CouncilCode, NearestFeature, decimal?> valueOf)
    {
        this.model = model;
        scaled = areas.ToDictionary(area => area, _ => new double?[model.Features.Count]);
        for (var j = 0; j < model.Features.Count; j++)
        {
            Place(j, areas.ToDictionary(area => area, area => Transformed(model.Features[j], valueOf(area, model.Features[j]))));
        }
    }

    public IEnumerable<CouncilCode> Areas => scaled.Keys;

    /// <summary>An area's scaled features in the model's order, null where not known; null for an area that is not in the space.</summary>
    public IReadOnlyList<double?>? Find(CouncilCode area) => scaled.GetValueOrDefault(area);

    /// <summary>Euclidean distance with each feature's share of the squared distance. A feature that either area lacks is dropped for the
    /// pair and the rest rescaled by the weights (squared) still in use; null where they share none.</summary>
    public Neighbour? Between(CouncilCode subject, CouncilCode other)
    {
        var (a, b) = (scaled[subject], scaled[other]);
        var squares = model.Features.Select((_, j) => a[j] is { } x && b[j] is { } y ? (x - y) * (x - y) : (double?)null).ToList();
        var used = model.Features.Where((_, j) => squares[j] is not null).Sum(SquaredWeight);
        if (used <= 0)
        {
            return null;
        }

        var sum = squares.Sum() ?? 0;
        var distance = Math.Sqrt(sum * model.Features.Sum(SquaredWeight) / used);
        var parts = model.Features.Select((feature, j) => (feature.Code, Square: squares[j])).ToList();
        return new(
            other,
            (decimal)distance,
            [.. parts.Where(p => p.Square is not null).Select(p => new FeatureShare(p.Code, sum > 0 ? (decimal)(p.Square!.Value / sum) : 0))],
            [.. parts.Where(p => p.Square is null).Select(p => p.Code)]);
    }

    private static double SquaredWeight(NearestFeature feature) => (double)(feature.Weight * feature.Weight);

    private static double? Transformed(NearestFeature feature, decimal? value) => (feature.Transform, (double?)value) switch
    {
        (_, null) => null,
        (FeatureTransform.Log, { } x) => x > 0 ? Math.Log(x) : null,
        (FeatureTransform.Log1p, { } x) => x > -1 ? Math.Log(1 + x) : null,
        (FeatureTransform.SquareRoot, { } x) => x >= 0 ? Math.Sqrt(x) : null,
        (_, var x) => x,
    };

    private void Place(int feature, Dictionary<CouncilCode, double?> values)
    {
        var (least, greatest) = (values.Values.Min(), values.Values.Max());
        foreach (var (area, value) in values)
        {
            scaled[area][feature] = greatest > least
                ? (double)model.Features[feature].Weight * (value - least) / (greatest - least)
                : value is null ? null : 0;
        }
    }
}

/// <summary>A council near the subject: how far, which features make the distance (shares that add to 1, all 0 at distance 0)
/// and which were left out because one of the two has no figure.</summary>
public sealed record Neighbour(
    CouncilCode Council, decimal Distance, IReadOnlyList<FeatureShare> Shares, IReadOnlyList<string> LeftOut);

/// <summary>A feature's share of a squared distance, 0 to 1.</summary>
public sealed record FeatureShare(string Feature, decimal Share);
