using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks one row of a prices return.</summary>
internal static class PriceRowChecks
{
    /// <summary>The typed row; null where a cell that it cannot do without is not readable.</summary>
    public static PriceRow? Check(RowCells cells)
    {
        var year = YearCell.Read(cells);
        var service = cells.Required("service", "the service bought, such as home care");
        var provider = cells.Required("provider", "the provider's name");
        var quantity = NotNegative(cells, "quantity", NumberCell.Required(cells, "quantity", Unit.Count));
        var quantityUnit = cells.Required("quantity_unit", "what is counted, such as hours or weeks");
        var price = NotNegative(cells, "unit_price", NumberCell.Required(cells, "unit_price", Unit.Gbp));
        TotalRows.CheckWords(cells, "service", "name the service bought");
        TotalRows.CheckWords(cells, "provider", "name the provider");
        if (price is { Value: 0 })
        {
            cells.Report(FindingCatalogue.PriceZero, "unit_price", "the price paid");
        }
        else if (price is { Value: > 0 } && quantityUnit is not null)
        {
            CheckRange(cells, price.Value, quantityUnit);
        }

        return year is { } y && service is not null && provider is not null && quantity is not null && quantityUnit is not null
            && price is not null
            ? new PriceRow(cells.Line, y, service, provider, quantity, quantityUnit, price, cells.Note)
            : null;
    }

    /// <summary>Pence for pounds, or a year's price for a week's: asked once for each unit, since the whole column is then meant.</summary>
    private static void CheckRange(RowCells cells, decimal price, string unit)
    {
        if (cells.Reference.Plausibility.PriceRange(unit) is { } range && !range.Holds(price)
            && cells.Scope.Questioned.Add($"price of {range.Units[0]}"))
        {
            cells.Report(FindingCatalogue.PriceImplausible, "unit_price",
                $"{Figures.Plain(range.Min)} to {Figures.Plain(range.Max)}", range.Units[0]);
        }
    }

    private static FiledNumber? NotNegative(RowCells cells, string column, FiledNumber? number)
    {
        if (number is { Value: < 0 })
        {
            cells.Report(FindingCatalogue.NumberNegative, column, "zero or more");
        }

        return number;
    }
}
