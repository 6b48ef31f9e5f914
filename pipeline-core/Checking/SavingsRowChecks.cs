using Benchmarking.Core.Checking.Categories;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks one row of a savings return.</summary>
internal static class SavingsRowChecks
{
    private const decimal HighShareOfBudget = 25;

    /// <summary>The typed row; null where a cell that it cannot do without is not readable.</summary>
    public static SavingsRow? Check(RowCells cells, CategoryCheck categories)
    {
        var year = YearCell.Read(cells);
        var category = CategoryCell.Read(cells);
        var unit = UnitCell.Read(cells, UnitKinds.OfSavings, "a saving");
        var amount = NumberCell.Required(cells, "amount", unit);
        var status = WordCell.Required<FigureStatus>(cells, "status", FindingCatalogue.StatusUnknown);
        var (confidence, stage, recurrence) = ReadWords(cells);
        var cost = ReadCost(cells, unit);
        YearCell.CheckStatus(cells, year, status);
        CheckAmount(cells, amount, unit);
        CheckLabels(cells, category);
        categories.Add(cells, category);
        return year is { } y && category is not null && unit is { } u && amount is not null && status is { } s
            ? new SavingsRow(
                cells.Line, y, category.Code, category.Subcategory, category.SubcategoryAsFiled, cells.Optional("description"),
                amount, u, s, confidence, stage, recurrence, cost, cells.Note)
            : null;
    }

    private static (Confidence?, SavingsStage?, Recurrence?) ReadWords(RowCells cells) =>
    (
        WordCell.Optional<Confidence>(cells, "confidence", FindingCatalogue.ConfidenceUnknown),
        WordCell.Optional<SavingsStage>(cells, "stage", FindingCatalogue.StageUnknown),
        WordCell.Optional<Recurrence>(cells, "recurrence", FindingCatalogue.RecurrenceUnknown));

    /// <summary>Asks about a part whose words say that it is a total.</summary>
    private static void CheckLabels(RowCells cells, FiledCategory? category)
    {
        if (category is not { Code: null })
        {
            TotalRows.CheckWords(cells, "subcategory", "write total as its category");
            TotalRows.CheckWords(cells, "description", "write total as its category");
        }
    }

    /// <summary>A one-off cost is in the row's money unit, and in £ where the row states a percentage.</summary>
    private static FiledNumber? ReadCost(RowCells cells, Unit? unit)
    {
        var costUnit = unit is { } known && known.IsMoney() ? known : Unit.Gbp;
        var cost = NumberCell.Optional(cells, "one_off_cost", costUnit);
        if (cost is { Value: < 0 })
        {
            cells.Report(FindingCatalogue.OneOffCostNegative, "one_off_cost", $"a cost of {Figures.Plain(-cost.Value)}");
        }

        return cost;
    }

    private static void CheckAmount(RowCells cells, FiledNumber? amount, Unit? unit)
    {
        if (amount is null || unit is not { } known)
        {
            return;
        }

        var isShare = known == Unit.PercentOfSavings;
        if ((known.IsPercent() && amount.Value > 100) || (isShare && amount.Value < 0))
        {
            cells.Report(FindingCatalogue.PercentOutOfRange, "amount", "a figure from 0 to 100", Codes.Of(known));
        }
        else if (amount.Value < 0)
        {
            cells.Report(FindingCatalogue.SavingNegative, "amount", "the saving without its sign");
        }
        else if (known.IsPercent() && !isShare && amount.Value > HighShareOfBudget)
        {
            cells.Report(FindingCatalogue.PercentOfBudgetHigh, "amount", "a figure up to 25");
        }
    }
}
