using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>Every measure that a budget or activity return may state.</summary>
public sealed class MeasureCatalogue
{
    private readonly FrozenDictionary<(ReturnKind Kind, string Text), Measure> byText;

    private MeasureCatalogue(string version, IReadOnlyList<Measure> all)
    {
        (Version, All) = (version, all);
        byText = all.Select(measure => (measure, measure.Code)).Concat(all.Select(measure => (measure, Code: measure.Label)))
            .DistinctBy(pair => (pair.measure.Kind, Codes.Fold(pair.Code)))
            .ToFrozenDictionary(pair => (pair.measure.Kind, Codes.Fold(pair.Code)), pair => pair.measure);
    }

    public string Version { get; }

    public IReadOnlyList<Measure> All { get; }

    /// <summary>The measure of a kind of return, named by code or label; case, spaces, hyphens and underscores do not matter.</summary>
    public Measure? Find(ReturnKind kind, string text) => byText.GetValueOrDefault((kind, Codes.Fold(text)));

    internal static MeasureCatalogue Load()
    {
        var file = EmbeddedData.Json<CatalogueFile>("measures.json");
        return new MeasureCatalogue(file.CatalogueVersion, [.. file.Measures.Select(measure => measure with { Breaks = measure.Breaks ?? [] })]);
    }

    private sealed record CatalogueFile(string CatalogueVersion, IReadOnlyList<Measure> Measures);
}
