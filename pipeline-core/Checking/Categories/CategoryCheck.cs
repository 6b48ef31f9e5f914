using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking.Categories;

/// <summary>Tells the officer where a saving's description speaks of another category than it is filed under. The council's own
/// category is kept whatever is said here. The descriptions of a return are gathered first and judged together.</summary>
internal sealed class CategoryCheck
{
    private const string Column = "description";

    private readonly List<(RowCells Cells, DescribedSaving Saving)> gathered = [];

    public void Add(RowCells cells, FiledCategory? filed)
    {
        if (filed?.Code is { } category && cells.Optional(Column) is { } description)
        {
            gathered.Add((cells, new DescribedSaving(description, category)));
        }
    }

    public void Report()
    {
        if (gathered.Count == 0)
        {
            return;
        }

        var suggestions = CategoryModel.Current.SuggestEach(gathered.Select(row => row.Saving));
        foreach (var ((cells, saving), suggestion) in gathered.Zip(suggestions))
        {
            if (suggestion is { Confidence: >= CategoryModel.LeastConfidence } suggested && suggested.Category != saving.Category)
            {
                var label = cells.Reference.Taxonomy.FindSubcategory(suggested.Category, suggested.Subcategory)!.Label;
                cells.Report(
                    FindingCatalogue.CategoryDoubtful, Column, suggested.Category,
                    saving.Category!, suggested.DecidedBy, suggested.Category, label);
            }
        }
    }
}
