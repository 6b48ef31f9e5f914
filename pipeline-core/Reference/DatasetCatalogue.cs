using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>A measure of a dataset: the publisher's <c>Code</c>, the catalogue measure that it is, the unit in which it is published and
/// what a value is multiplied by beyond that unit. <c>EnglandLine</c> says that the councils add up to the line for England.</summary>
public sealed record DatasetMeasure(string Code, string Measure, Unit Unit, decimal Factor = 1, bool EnglandLine = false)
{
    public Measure In(MeasureCatalogue measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        return measures.Find(ReturnKind.Activity, Measure) ?? measures.Find(ReturnKind.Budget, Measure)
            ?? throw new InvalidOperationException($"The dataset measure {Code} is of {Measure}, which is not in the catalogue.");
    }
}

/// <summary>A year from which on measures cannot be compared with the year before, and why.</summary>
public sealed record DatasetBreak(FinancialYear Year, string Why);

/// <summary>A publisher's statistics of one subject, a file a year: what it is called, whose it is, how often it comes, which edition of
/// each year is held, and its measures.</summary>
public sealed record DatasetDeclaration(
    string Code,
    string Title,
    string Publisher,
    string Licence,
    string? Page,
    string Cadence,
    IReadOnlyDictionary<string, string> Editions,
    IReadOnlyList<DatasetMeasure> Measures,
    IReadOnlyList<DatasetBreak>? Breaks = null)
{
    /// <summary>The edition of a year in words; of a year that is not declared, the year alone.</summary>
    public string EditionOf(FinancialYear year) => Editions.GetValueOrDefault(year.ToString()) ?? year.ToString();

    /// <summary>The measure of a publisher's code; case, spaces and hyphens do not matter.</summary>
    public DatasetMeasure? Find(string code)
    {
        var folded = Codes.Fold(code);
        return Measures.FirstOrDefault(measure => Codes.Fold(measure.Code) == folded);
    }
}

/// <summary>Every dataset that can be loaded (<c>datasets.json</c>); another one takes an entry there and no code.</summary>
public sealed class DatasetCatalogue
{
    private readonly FrozenDictionary<string, DatasetDeclaration> byCode;

    private DatasetCatalogue(IReadOnlyList<DatasetDeclaration> all) =>
        (All, byCode) = (all, all.ToFrozenDictionary(dataset => dataset.Code, StringComparer.Ordinal));

    public IReadOnlyList<DatasetDeclaration> All { get; }

    public DatasetDeclaration? Find(string code) => byCode.GetValueOrDefault(code);

    internal static DatasetCatalogue Load() => new(EmbeddedData.Json<CatalogueFile>("datasets.json").Datasets);

    private sealed record CatalogueFile(string DatasetsVersion, IReadOnlyList<DatasetDeclaration> Datasets);
}
