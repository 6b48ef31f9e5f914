using Benchmarking.Core.Checking;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>What to write in a column: <c>Words</c> are the only ones it takes, none where it is open.</summary>
public sealed record ColumnGuidance(ReturnColumn Column, string Holds, IReadOnlyList<string> Words)
{
    private static readonly Dictionary<string, string> Contents = new(StringComparer.Ordinal)
    {
        ["financial_year"] = "the year the row speaks of, such as 2012-13",
        ["category"] = "the LGA's category, or total for the whole",
        ["subcategory"] = "one of the LGA's list, or your own label",
        ["description"] = "free text",
        ["amount"] = "the figure; leave the row out where it is not known",
        ["unit"] = "the unit of the figure",
        ["status"] = "what kind of figure it is",
        ["confidence"] = "how sure the saving is",
        ["stage"] = "how far the work has come",
        ["recurrence"] = "whether the saving comes every year",
        ["one_off_cost"] = "what it costs once, in the row's money unit; in £ where the row is a percentage",
        ["note"] = "free text; explains a query of its row",
        ["measure"] = "what is stated, by code or label",
        ["service"] = "the service meant; free text",
        ["client_group"] = "whom it covers; empty means all whom the measure is of",
        ["numerator"] = "upper figure of the ratio",
        ["denominator"] = "lower figure of the ratio",
        ["value"] = "the figure; value, or numerator and denominator, or all three",
        ["provider"] = "the provider's name",
        ["quantity"] = "how much was bought",
        ["quantity_unit"] = "what is counted, such as hours or weeks",
        ["unit_price"] = "price of one, in £",
    };

    /// <summary>The columns of a kind in their order.</summary>
    public static IReadOnlyList<ColumnGuidance> For(ReturnKind kind, ReferenceData reference) =>
        [.. ReturnLayout.For(kind).Columns.Select(column =>
            new ColumnGuidance(column, Contents[column.Name], WordsOf(column.Name, kind, reference)))];

    private static IReadOnlyList<string> WordsOf(string column, ReturnKind kind, ReferenceData reference) => column switch
    {
        "category" => [.. reference.Taxonomy.Categories.Select(category => category.Code), "total"],
        "status" => Codes.All<FigureStatus>(),
        "confidence" => Codes.All<Confidence>(),
        "stage" => Codes.All<SavingsStage>(),
        "recurrence" => Codes.All<Recurrence>(),
        "unit" when kind == ReturnKind.Savings => [.. UnitKinds.OfSavings.Select(Codes.Of)],
        "unit" when kind == ReturnKind.Budget => [.. UnitKinds.OfBudgets.Select(Codes.Of)],
        _ => [],
    };
}
