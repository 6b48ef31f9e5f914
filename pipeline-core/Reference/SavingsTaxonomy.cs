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
    private SavingsTaxonomy(TaxonomyFile file)
    {
        Version = file.TaxonomyVersion;
        Categories = [.. file.Categories.Select(category => new SavingsCategory(category.Code, category.Label))];
        Subcategories = [.. file.Categories.SelectMany(category => category.Subcategories
            .Select(entry => new SavingsSubcategory(entry.Code, entry.Label, category.Code, entry.Group)))];
    }

    public string Version { get; }

    public IReadOnlyList<SavingsCategory> Categories { get; }

    public IReadOnlyList<SavingsSubcategory> Subcategories { get; }

    public SavingsCategory? FindCategory(string text) =>
        Categories.FirstOrDefault(category => Names(text, category.Code, category.Label));

    /// <summary>The subcategory of a category, named by code or label; null where the category has none of that name.</summary>
    public SavingsSubcategory? FindSubcategory(string category, string text)
    {
        var code = FindCategory(category)?.Code;
        return Subcategories.FirstOrDefault(entry => entry.Category == code && Names(text, entry.Code, entry.Label));
    }

    internal static SavingsTaxonomy Load() => new(EmbeddedData.Json<TaxonomyFile>("savings-taxonomy.json"));

    private static bool Names(string text, string code, string label)
    {
        var folded = Codes.Fold(text);
        return folded == Codes.Fold(code) || folded == Codes.Fold(label);
    }

    private sealed record TaxonomyFile(string TaxonomyVersion, string Source, string Note, IReadOnlyList<CategoryEntry> Categories);

    private sealed record CategoryEntry(string Code, string Label, IReadOnlyList<SubcategoryEntry> Subcategories);

    private sealed record SubcategoryEntry(string Code, string Label, string? Group);
}
