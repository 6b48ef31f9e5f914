namespace Benchmarking.Core.Reference;

/// <summary>All reference data of the service, read once from the files built into it.</summary>
public sealed record ReferenceData(
    CouncilRegister Councils,
    AreaFeatures Areas,
    CouncilGroups Groups,
    SavingsTaxonomy Taxonomy,
    MeasureCatalogue Measures,
    MetricCatalogue Metrics,
    GdpDeflator Deflator,
    DiscountRates Discounts,
    PlausibilityRules Plausibility,
    IReadOnlyList<CategoryPhrase> CategoryPhrases,
    IReadOnlyList<SignOffRole> SignOffRoles,
    DatasetCatalogue Datasets,
    OpenLists Lists)
{
    private static readonly Lazy<ReferenceData> Once = new(Load);

    public static ReferenceData Current => Once.Value;

    /// <summary>Reads the files anew; <see cref="Current"/> serves all ordinary uses.</summary>
    public static ReferenceData Load()
    {
        var measures = MeasureCatalogue.Load();
        return new ReferenceData(
            CouncilRegister.Load(), AreaFeatures.Load(), CouncilGroups.Load(), SavingsTaxonomy.Load(),
            measures, MetricCatalogue.Load(measures), GdpDeflator.Load(), DiscountRates.Load(),
            PlausibilityRules.Load(), CategoryPhrase.Load(), SignOffRole.Load(), DatasetCatalogue.Load(),
            OpenLists.Load());
    }
}
