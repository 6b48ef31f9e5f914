using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>Every measure that a budget or activity return may state.</summary>
public sealed class MeasureCatalogue
{
    private const string Everybody = "everybody";

    private readonly FrozenDictionary<(ReturnKind Kind, string Text), Measure> byText;
    private readonly FrozenDictionary<string, FrozenSet<string>> clientGroups;

    private MeasureCatalogue(string version, IReadOnlyList<Measure> all, Dictionary<string, string[]> groups)
    {
        (Version, All) = (version, all);
        clientGroups =
            groups.ToFrozenDictionary(group => group.Key, group => group.Value.Select(Codes.Fold).ToFrozenSet(StringComparer.Ordinal));
        byText = all.Select(measure => (measure, measure.Code)).Concat(all.Select(measure => (measure, Code: measure.Label)))
            .DistinctBy(pair => (pair.measure.Kind, Codes.Fold(pair.Code)))
            .ToFrozenDictionary(pair => (pair.measure.Kind, Codes.Fold(pair.Code)), pair => pair.measure);
    }

    public string Version { get; }

    public IReadOnlyList<Measure> All { get; }

    /// <summary>The measure of a kind of return, named by code or label; case, spaces, hyphens and underscores do not matter.</summary>
    public Measure? Find(ReturnKind kind, string text) => byText.GetValueOrDefault((kind, Codes.Fold(text)));

    /// <summary>What a dataset's measure is here.</summary>
    public Measure Of(DatasetMeasure published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return Find(ReturnKind.Activity, published.Measure) ?? Find(ReturnKind.Budget, published.Measure)
            ?? throw new InvalidOperationException($"The dataset measure {published.Code} is of {published.Measure}, which is not known.");
    }

    /// <summary>Whether a client group or service means all that the measure is of, so that its figure is the measure's own: no group, or
    /// the very group by which the measure is defined. "All ages" is everybody, but not the whole of a measure of people aged 65 and
    /// over.</summary>
    public bool IsWhole(Measure measure, string? part)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return string.IsNullOrWhiteSpace(part) || clientGroups[measure.ClientGroup ?? Everybody].Contains(Codes.Fold(part));
    }

    internal static MeasureCatalogue Load()
    {
        var file = EmbeddedData.Json<CatalogueFile>("measures.json");
        return new MeasureCatalogue(file.CatalogueVersion,
            [.. file.Measures.Select(measure => measure with { Breaks = measure.Breaks ?? [] })], file.ClientGroups);
    }

    private sealed record CatalogueFile(string CatalogueVersion, IReadOnlyList<Measure> Measures,
        Dictionary<string, string[]> ClientGroups);
}
