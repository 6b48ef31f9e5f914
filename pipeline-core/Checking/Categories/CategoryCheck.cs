using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking.Categories;

/// <summary>Tells the officer where a saving's description speaks of another category than it is filed under. The council's own
/// category is kept whatever is said here.</summary>
internal static class CategoryCheck
{
    private const string Column = "description";

    public static void Check(RowCells cells, FiledCategory? filed)
    {
        if (filed?.Code is not { } category || cells.Optional(Column) is not { } description)
        {
            return;
        }

        var suggested = CategoryModel.For(cells.Reference).Suggest(description, category);
        if (suggested is { Confidence: >= CategoryModel.LeastConfidence } && suggested.Category != category)
        {
            var label = cells.Reference.Taxonomy.FindSubcategory(suggested.Category, suggested.Subcategory)!.Label;
            cells.Report(FindingCatalogue.CategoryDoubtful, Column, suggested.Category, category, string.Join(", ", suggested.Words), suggested.Category, label);
        }
    }
}
