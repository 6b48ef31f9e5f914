using Benchmarking.Core.Checking;

namespace Benchmarking.Core.Normalising;

/// <summary>£ by category and subcategory with the council's own labels, in bounds however many rows a return has and whatever is written
/// in them: one part for each subcategory of the taxonomy, and in each category the largest of the council's own. What is smaller stays in
/// its category without a label; every label stands in the file as filed.</summary>
internal static class CategoryBreakdown
{
    /// <summary>Labels of a council's own that a category keeps.</summary>
    public const int MostOwnLabels = 10;

    /// <summary>The longest label, in UTF-16 characters; a longer one is cut and ends in an ellipsis.</summary>
    public const int LongestLabel = 50;

    public static IEnumerable<CategoryAmount> Of(IEnumerable<SavingsRow> parts, Func<SavingsRow, decimal> amount) => parts
        .GroupBy(row => (Category: row.Category!, row.Subcategory, Own: row.Subcategory is null ? Cut(row.SubcategoryAsFiled) : null))
        .Select(same => new CategoryAmount(same.Key.Category, same.Key.Subcategory, same.Key.Own ?? Spelling(same), same.Sum(amount)))
        .GroupBy(part => part.Category)
        .SelectMany(category => Largest([.. category]))
        .OrderBy(part => part.Category, StringComparer.Ordinal)
        .ThenBy(part => part.Subcategory, StringComparer.Ordinal)
        .ThenBy(part => part.LabelAsFiled, StringComparer.Ordinal);

    private static IEnumerable<CategoryAmount> Largest(CategoryAmount[] category)
    {
        var own = category.Where(part => part is { Subcategory: null, LabelAsFiled: not null })
            .OrderByDescending(part => part.Amount).ThenBy(part => part.LabelAsFiled, StringComparer.Ordinal).ToArray();
        CategoryAmount[] rest = [.. category.Where(part => part is { Subcategory: null, LabelAsFiled: null }), .. own.Skip(MostOwnLabels)];
        return
        [
            .. category.Where(part => part.Subcategory is not null),
            .. own.Take(MostOwnLabels),
            .. rest.Length == 0 ? (CategoryAmount[])[] : [new CategoryAmount(rest[0].Category, null, null, rest.Sum(part => part.Amount))],
        ];
    }

    /// <summary>A subcategory of the taxonomy is one part however it is spelt.</summary>
    private static string? Spelling(IEnumerable<SavingsRow> same) =>
        Cut(same.Select(row => row.SubcategoryAsFiled).Min(StringComparer.Ordinal));

    private static string? Cut(string? label)
    {
        if (label is null || label.Length <= LongestLabel)
        {
            return label;
        }

        var length = LongestLabel - 1;
        return $"{label[..(char.IsHighSurrogate(label[length - 1]) ? length - 1 : length)]}…";
    }
}
