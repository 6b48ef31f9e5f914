using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarking.Core.Comparing.Neighbours;

/// <summary>What makes two areas alike: area features only, never outcomes, each with a fixed transformation and weight, so that one
/// council's figures cannot change how others are measured. A weight counts squared in the squared distance.</summary>
public sealed record NearestModel(
    string Version, string Sources, int DefaultNeighbours, IReadOnlyList<NearestFeature> Features,
    FeatureScaling Scaling = FeatureScaling.MinMax)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<IReadOnlyList<NearestModel>> Shipped = new(Load);

    /// <summary>So many features two areas must both have to be compared: half of them, rounded up.</summary>
    [JsonIgnore]
    public int FewestShared => (Features.Count + 1) / 2;

    /// <summary>The models that ship with the core, the one that is used unless another is named first: <c>areas-1</c> of 2011 and
    /// <c>areas-2</c> of 2021 to 2025.</summary>
    public static IReadOnlyList<NearestModel> All => Shipped.Value;

    /// <summary>Of which years the features are, in words, most of them first: what a year's neighbours are told by need not be of that
    /// year.</summary>
    [JsonIgnore]
    public string Years => string.Join(", ", Features.GroupBy(feature => feature.Year).OrderByDescending(group => group.Count())
        .Select((group, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "areas" : Names(group))} of {group.Key}")));

    private static string Names(IEnumerable<NearestFeature> features) =>
        string.Join(" and ", features.Select(feature => feature.Label.Split(':')[0].ToLowerInvariant()));

    private static IReadOnlyList<NearestModel> Load()
    {
        const string Resource = "Benchmarking.Core.Reference.Data.nearest-models.json";
        using var stream = typeof(NearestModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly holds no '{Resource}'.");
        return JsonSerializer.Deserialize<ModelsFile>(stream, Options)?.Models
            ?? throw new InvalidOperationException($"'{Resource}' is empty.");
    }

    private sealed record ModelsFile(IReadOnlyList<NearestModel> Models);
}

/// <summary>One feature of an area: its code among the area features, its source year, how it is transformed and weighted, and
/// why.</summary>
public sealed record NearestFeature(string Code, string Label, int Year, FeatureTransform Transform, decimal Weight, string Reason);

/// <summary>How features of unlike units come on one scale, over all areas of the year.</summary>
public enum FeatureScaling
{
    /// <summary>From the least value to the greatest: 0 to 1.</summary>
    MinMax,

    /// <summary>The distance from the mean in population standard deviations.</summary>
    ZScore,
}

/// <summary>Fixed transformations of a feature before scaling.</summary>
public enum FeatureTransform
{
    None,

    /// <summary>Natural logarithm, for what is always above 0.</summary>
    Log,

    /// <summary>ln(1 + x).</summary>
    Log1p,
    SquareRoot,
}
