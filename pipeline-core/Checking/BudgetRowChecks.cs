using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks one row of a budget return.</summary>
internal static class BudgetRowChecks
{
    /// <summary>The typed row; null where a cell that it cannot do without is not readable.</summary>
    public static BudgetRow? Check(RowCells cells)
    {
        var year = YearCell.Read(cells);
        var measure = MeasureCell.Read(cells, ReturnKind.Budget);
        var unit = UnitCell.Read(cells, measure?.FiledUnits ?? UnitKinds.OfBudgets, "a budget", measure);
        var amount = NumberCell.Required(cells, "amount", unit);
        var status = WordCell.Required<FigureStatus>(cells, "status", FindingCatalogue.StatusUnknown);
        YearCell.CheckStatus(cells, year, status);
        TotalRows.CheckWords(cells, "service", "leave the service empty, which means the whole");
        if (year is not { } y || measure is null || unit is not { } u || amount is null || status is not { } s)
        {
            return null;
        }

        MeasureCell.CheckRange(cells, measure, "amount", amount.Value * u.Scale());
        return new BudgetRow(cells.Line, y, measure.Code, MeasureCell.Part(cells, measure, "service"), amount, u, s, cells.Note);
    }
}
