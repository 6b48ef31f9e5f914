using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Trending;

/// <summary>A line of a category trend and its place in the order of the taxonomy.</summary>
internal sealed record CategoryKey(string Category, string? Subcategory, string Label)
{
    public const string NotStated = "not-stated";

    /// <summary>All lines of a level: at subcategory level each category ends with what was put in it without a known
    /// subcategory.</summary>
    public static IReadOnlyList<CategoryKey> All(SavingsTaxonomy taxonomy, CategoryLevel level) => level == CategoryLevel.Category
        ? [.. taxonomy.Categories.Select(category => new CategoryKey(category.Code, null, category.Label))]
        : [.. taxonomy.Categories.SelectMany(category => taxonomy.Subcategories
            .Where(entry => entry.Category == category.Code)
            .Select(entry => new CategoryKey(category.Code, entry.Code, entry.Label))
            .Append(new CategoryKey(category.Code, NotStated, $"{category.Label}: subcategory not stated")))];

    public static CategoryKey Rest { get; } = new(NotStated, null, "Category not stated");

    /// <summary>The line of these that an amount belongs to; null for an amount without a category.</summary>
    public static CategoryKey? Of(CategoryAmount amount, IReadOnlyList<CategoryKey> lines) =>
        lines.FirstOrDefault(line =>
            line.Category == amount.Category && (line.Subcategory is null || line.Subcategory == amount.Subcategory))
        ?? lines.FirstOrDefault(line => line.Category == amount.Category && line.Subcategory == NotStated);
}
