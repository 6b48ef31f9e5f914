using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>One of the four categories of savings of the LGA's Annex A.</summary>
public sealed record SavingsCategory(string Code, string Label);

/// <summary>A subcategory of Annex A; <c>Group</c> is the heading between category and subcategory, where the annex prints one.</summary>
public sealed record SavingsSubcategory(string Code, string Label, string Category, string? Group);

/// <summary>The classes of savings of the LGA's Adult Social Care Efficiency programme, interim report 2013, Annex A.
/// Text is matched to code or label without regard to case, spaces, hyphens and underscores.</summary>
public sealed class SavingsTaxonomy
{
    private readonly FrozenDictionary<string, SavingsCategory> categories;
    private readonly FrozenDictionary<(string Category, string Name), SavingsSubcategory> subcategories;

    private SavingsTaxonomy(TaxonomyFile file)
    {
        Version = file.TaxonomyVersion;
        Categories = [.. file.Categories.Select(category => new SavingsCategory(category.Code, category.Label))];
        Subcategories = [.. file.Categories.SelectMany(category => category.Subcategories
            .Select(entry => new SavingsSubcategory(entry.Code, entry.Label, category.Code, entry.Group)))];
        categories = Categories.SelectMany(category => new[] { (category.Code, category), (category.Label, category) })
            .DistinctBy(name => Codes.Fold(name.Item1))
            .ToFrozenDictionary(name => Codes.Fold(name.Item1), name => name.category, StringComparer.Ordinal);
        subcategories = Subcategories.SelectMany(entry => new[] { (entry.Code, entry), (entry.Label, entry) })
            .DistinctBy(name => (name.entry.Category, Codes.Fold(name.Item1)))
            .ToFrozenDictionary(name => (name.entry.Category, Codes.Fold(name.Item1)), name => name.entry);
    }

    public string Version { get; }

    public IReadOnlyList<SavingsCategory> Categories { get; }

    public IReadOnlyList<SavingsSubcategory> Subcategories { get; }

    public SavingsCategory? FindCategory(string text) => categories.GetValueOrDefault(Codes.Fold(text));

    /// <summary>The subcategory of a category, named by code or label; null where the category has none of that name.</summary>
    public SavingsSubcategory? FindSubcategory(string category, string text) =>
        FindCategory(category) is { } known ? subcategories.GetValueOrDefault((known.Code, Codes.Fold(text))) : null;

    internal static SavingsTaxonomy Load() => new(EmbeddedData.Json<TaxonomyFile>("savings-taxonomy.json"));

    private sealed record TaxonomyFile(string TaxonomyVersion, string Source, string Note, IReadOnlyList<CategoryEntry> Categories);

    private sealed record CategoryEntry(string Code, string Label, IReadOnlyList<SubcategoryEntry> Subcategories);

    private sealed record SubcategoryEntry(string Code, string Label, string? Group);
}
