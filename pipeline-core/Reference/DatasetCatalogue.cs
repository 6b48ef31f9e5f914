using System.Collections.Frozen;

namespace Benchmarking.Core.Reference;

/// <summary>Every dataset that may be loaded. A new one, or a new measure of one, is an entry of <c>datasets.json</c>.</summary>
public sealed class DatasetCatalogue
{
    /// <summary>The ONS code of England's line in a dataset.</summary>
    public const string England = "E92000001";

    private readonly FrozenDictionary<string, DatasetDeclaration> byCode;

    private DatasetCatalogue(CatalogueFile file)
    {
        (Version, All) = (file.DatasetsVersion, file.Datasets);
        byCode = All.ToFrozenDictionary(dataset => dataset.Code, StringComparer.Ordinal);
    }

    public string Version { get; }

    /// <summary>All datasets, by code.</summary>
    public IReadOnlyList<DatasetDeclaration> All { get; }

    public DatasetDeclaration? Find(string code) => byCode.GetValueOrDefault(code);

    internal static DatasetCatalogue Load() => new(EmbeddedData.Json<CatalogueFile>("datasets.json"));

    private sealed record CatalogueFile(string DatasetsVersion, IReadOnlyList<DatasetDeclaration> Datasets);
}
