using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing.Neighbours;

/// <summary>The areas of one year on the model's scales: each feature transformed, then scaled over all areas that have it, and weighted:
/// min–max to 0…weight (NHS England's ASC peer groups, with the transformation fixed) or z-scores (CIPFA, ONS), as the model says. A
/// feature that is the same everywhere is 0 for all.</summary>
public sealed class FeatureSpace
{
    private const int DistancePlaces = 12;

    private readonly NearestModel model;
    private readonly Dictionary<CouncilCode, double?[]> transformed;
    private readonly Dictionary<CouncilCode, double?[]> scaled;
    private readonly double[] squaredWeights;
    private readonly Lazy<IReadOnlyList<(CouncilCode Area, FeatureSpace Others)>> leaveOneOut;

    /// <summary>Places areas by <paramref name="valueOf"/>, which gives null where a council's feature is not known.</summary>
    public FeatureSpace(NearestModel model, IReadOnlyCollection<CouncilCode> areas, Func<CouncilCode, NearestFeature, decimal?> valueOf)
        : this(model, areas.ToDictionary(
            area => area, area => model.Features.Select(feature => Transformed(feature, valueOf(area, feature))).ToArray()))
    {
    }

    private FeatureSpace(NearestModel model, Dictionary<CouncilCode, double?[]> transformed)
    {
        (this.model, this.transformed) = (model, transformed);
        squaredWeights = [.. model.Features.Select(feature => (double)(feature.Weight * feature.Weight))];
        leaveOneOut =
            new(() => [.. (model.Scaling == FeatureScaling.MinMax ? Extremes : [.. Areas.Order()]).Select(area => (area, Without(area)))]);
        scaled = transformed.Keys.ToDictionary(area => area, _ => new double?[model.Features.Count]);
        for (var j = 0; j < model.Features.Count; j++)
        {
            Place(j);
        }
    }

    public IEnumerable<CouncilCode> Areas => scaled.Keys;

    /// <summary>An area's scaled features in the model's order, null where not known; null for an area that is not in the space.</summary>
    public IReadOnlyList<double?>? Find(CouncilCode area) => scaled.GetValueOrDefault(area);

    // The areas that hold the least or greatest value of a feature: only when one of these goes do min–max scales change.
    private IReadOnlyList<CouncilCode> Extremes => [.. model.Features
        .SelectMany((_, j) => new[] { scaled.MinBy(pair => pair.Value[j]).Key, scaled.MaxBy(pair => pair.Value[j]).Key })
        .Distinct().Order()];

    /// <summary>The spaces without one of the areas, each of those in which the others are placed differently.</summary>
    public IReadOnlyList<(CouncilCode Area, FeatureSpace Others)> LeaveOneOut => leaveOneOut.Value;

    private FeatureSpace Without(CouncilCode area) =>
        new(model, transformed.Where(pair => pair.Key != area).ToDictionary());

    /// <summary>Euclidean distance, to twelve places so that equal differences tie. A feature that either area lacks is dropped for the
    /// pair and the rest rescaled by the weights (squared) still in use; null where they share fewer than <see
    /// cref="NearestModel.FewestShared"/>: two areas that agree in the one thing known of both are not near.</summary>
    public decimal? Distance(CouncilCode subject, CouncilCode other)
    {
        var (a, b) = (scaled[subject], scaled[other]);
        var (sum, used, all, shared) = (0.0, 0.0, 0.0, 0);
        for (var j = 0; j < squaredWeights.Length; j++)
        {
            all += squaredWeights[j];
            if (a[j] is { } x && b[j] is { } y)
            {
                sum += (x - y) * (x - y);
                used += squaredWeights[j];
                shared++;
            }
        }

        return used > 0 && shared >= model.FewestShared ? Math.Round((decimal)Math.Sqrt(sum * all / used), DistancePlaces) : null;
    }

    /// <summary>The distance with each feature's share of its square; null where they share too few features.</summary>
    public Neighbour? Between(CouncilCode subject, CouncilCode other)
    {
        if (Distance(subject, other) is not { } distance)
        {
            return null;
        }

        var (a, b) = (scaled[subject], scaled[other]);
        var parts = model.Features.Select((feature, j) => (feature.Code, Square: (a[j] - b[j]) * (a[j] - b[j]))).ToList();
        var sum = parts.Sum(part => part.Square) ?? 0;
        return new(
            other,
            distance,
            [.. parts.Where(p => p.Square is not null)
                .Select(p => new FeatureShare(p.Code, sum > 0 ? (decimal)(p.Square!.Value / sum) : 0))],
            [.. parts.Where(p => p.Square is null).Select(p => p.Code)]);
    }

    private static double? Transformed(NearestFeature feature, decimal? value) => (feature.Transform, (double?)value) switch
    {
        (_, null) => null,
        (FeatureTransform.Log, { } x) => x > 0 ? Math.Log(x) : null,
        (FeatureTransform.Log1p, { } x) => x > -1 ? Math.Log(1 + x) : null,
        (FeatureTransform.SquareRoot, { } x) => x >= 0 ? Math.Sqrt(x) : null,
        (_, var x) => x,
    };

    private void Place(int feature)
    {
        var (origin, unit) = Scale([.. transformed.Values.Select(values => values[feature]).OfType<double>()]);
        foreach (var (area, values) in transformed)
        {
            var value = values[feature];
            scaled[area][feature] = unit > 0
                ? (double)model.Features[feature].Weight * (value - origin) / unit
                : value is null ? null : 0;
        }
    }

    private (double Origin, double Unit) Scale(List<double> known)
    {
        if (known.Count == 0)
        {
            return (0, 0);
        }

        var mean = known.Average();
        return model.Scaling == FeatureScaling.MinMax
            ? (known.Min(), known.Max() - known.Min())
            : (mean, Math.Sqrt(known.Average(value => (value - mean) * (value - mean))));
    }
}

/// <summary>A council near the subject: how far, which features make the distance (shares that add to 1, all 0 at distance 0)
/// and which were left out because one of the two has no figure.</summary>
public sealed record Neighbour(
    CouncilCode Council, decimal Distance, IReadOnlyList<FeatureShare> Shares, IReadOnlyList<string> LeftOut);

/// <summary>A feature's share of a squared distance, 0 to 1.</summary>
public sealed record FeatureShare(string Feature, decimal Share);
