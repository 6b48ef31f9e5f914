using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Where a saving is filed. <c>Code</c> is null for a total; <c>Subcategory</c> is the taxonomy's code where the text is
/// one.</summary>
internal sealed record FiledCategory(string? Code, string? Subcategory, string? SubcategoryAsFiled);

/// <summary>Reads the category and subcategory of a saving.</summary>
internal static class CategoryCell
{
    private const string Column = "category";
    private const string SubcategoryColumn = "subcategory";
    private const string Total = "total";

    /// <summary>Null where the category is blank or unknown.</summary>
    public static FiledCategory? Read(RowCells cells)
    {
        var taxonomy = cells.Reference.Taxonomy;
        if (cells.Optional(Column) is not { } text)
        {
            cells.Report(FindingCatalogue.CellRequired, Column, WordCell.Expected("", Words(taxonomy)));
            return null;
        }

        if (Codes.Fold(text) == Total)
        {
            return OfTotal(cells);
        }

        if (taxonomy.FindCategory(text) is not { } category)
        {
            cells.ReportUnread(FindingCatalogue.CategoryUnknown, Column, WordCell.Expected(text, Words(taxonomy)));
            return null;
        }

        return OfPart(cells, category.Code);
    }

    private static FiledCategory OfTotal(RowCells cells)
    {
        var label = cells.Optional(SubcategoryColumn);
        if (label is not null)
        {
            cells.Report(
                FindingCatalogue.TotalWithSubcategory, SubcategoryColumn,
                CategoryOf(cells.Reference.Taxonomy, label) ?? "one of the four categories");
        }

        return new FiledCategory(null, null, label);
    }

    private static FiledCategory OfPart(RowCells cells, string category)
    {
        var label = cells.Optional(SubcategoryColumn);
        var subcategory = label is null ? null : cells.Reference.Taxonomy.FindSubcategory(category, label)?.Code;
        if (label is not null && Characters.WithoutTurns(label) != label)
        {
            // A label of one's own is shown to everybody: it must read as it is written.
            cells.ReportUnread(FindingCatalogue.SubcategoryUnknown, SubcategoryColumn, "the label in plain characters", category);
        }
        else if (label is not null && subcategory is null)
        {
            ReportOwnLabel(cells, category, label);
        }

        return new FiledCategory(category, subcategory, label);
    }

    private static void ReportOwnLabel(RowCells cells, string category, string label)
    {
        var taxonomy = cells.Reference.Taxonomy;
        if (CategoryOf(taxonomy, label) is { } elsewhere)
        {
            cells.Report(FindingCatalogue.SubcategoryElsewhere, SubcategoryColumn, elsewhere, elsewhere, category);
            return;
        }

        IReadOnlyList<string> words = [.. taxonomy.Subcategories.Where(entry => entry.Category == category).Select(entry => entry.Code)];
        cells.Report(FindingCatalogue.SubcategoryUnknown, SubcategoryColumn, WordCell.Expected(label, words), category);
    }

    private static string[] Words(SavingsTaxonomy taxonomy) => [.. taxonomy.Categories.Select(category => category.Code), Total];

    private static string? CategoryOf(SavingsTaxonomy taxonomy, string subcategory) =>
        taxonomy.Categories.FirstOrDefault(category => taxonomy.FindSubcategory(category.Code, subcategory) is not null)?.Code;
}
