namespace Benchmarking.Core.Reference;

/// <summary>Words that stand for one subcategory of savings, from which the category check learns. Written for it, or the facts of a
/// published saving in short; <c>Source</c> says which.</summary>
public sealed record CategoryPhrase(string Category, string Subcategory, string Phrase, string Source)
{
    internal static IReadOnlyList<CategoryPhrase> Load() =>
        [.. EmbeddedData.Csv("category-phrases.csv")
            .Select(row => new CategoryPhrase(row["category"], row["subcategory"], row["phrase"], row["source"]))];
}
