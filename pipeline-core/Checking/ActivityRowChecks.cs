using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks one row of an activity return.</summary>
internal static class ActivityRowChecks
{
    private static readonly IReadOnlyList<Unit> AnyUnit = Enum.GetValues<Unit>();

    /// <summary>The typed row; null where a cell that it cannot do without is not readable.</summary>
    public static ActivityRow? Check(RowCells cells)
    {
        var year = YearCell.Read(cells);
        var measure = MeasureCell.Read(cells, ReturnKind.Activity);
        var unit = UnitCell.Read(cells, measure?.FiledUnits ?? AnyUnit, "an activity", measure);
        var status = WordCell.Required<FigureStatus>(cells, "status", FindingCatalogue.StatusUnknown);
        YearCell.CheckStatus(cells, year, status);
        TotalRows.CheckWords(cells, "client_group", "leave the client group empty, which means everybody");
        var figures = ActivityFigures.Read(cells, measure, unit);
        if (year is not { } y || measure is null || unit is not { } u || status is not { } s || figures is null)
        {
            return null;
        }

        ActivityArithmetic.Check(cells, measure, u, figures);
        return new ActivityRow(
            cells.Line, y, measure.Code, MeasureCell.Part(cells, measure, "client_group"), figures.Numerator, figures.Denominator,
            figures.Value, u, s, cells.Note);
    }
}

/// <summary>The figures of an activity row: a value, a numerator and denominator, or all three.</summary>
internal sealed record ActivityFigures(FiledNumber? Value, FiledNumber? Numerator, FiledNumber? Denominator)
{
    /// <summary>Null where a figure is unreadable or the row does not hold what a figure needs, which is reported.</summary>
    public static ActivityFigures? Read(RowCells cells, Measure? measure, Unit? unit)
    {
        var topUnit = measure is null ? (Unit?)null : measure.Unit.IsInPounds() ? Unit.Gbp : Unit.Count;
        var figures = new ActivityFigures(
            NumberCell.Optional(cells, "value", unit),
            NumberCell.Optional(cells, "numerator", topUnit),
            NumberCell.Optional(cells, "denominator", Unit.Count));
        return ShapeIsGood(cells, measure) & SignsAreGood(cells, figures) && figures.AllRead(cells) ? figures : null;
    }

    private static bool ShapeIsGood(RowCells cells, Measure? measure)
    {
        var hasTop = cells.Optional("numerator") is not null;
        var hasBottom = cells.Optional("denominator") is not null;
        var hasValue = cells.Optional("value") is not null;
        if (measure is { Per: null } && (hasTop || hasBottom))
        {
            cells.Report(FindingCatalogue.MeasureWithoutRatio, hasTop ? "numerator" : "denominator", "value", measure.Label);
            return false;
        }

        if (hasTop != hasBottom)
        {
            var blank = hasTop ? "denominator" : "numerator";
            cells.Report(FindingCatalogue.ActivityHalfRatio, blank, $"the {blank}");
            return false;
        }

        if (!hasValue && !hasTop)
        {
            var ratioToo = measure is { Per: null } ? "the value" : "the value, or numerator and denominator, or all three";
            cells.Report(FindingCatalogue.ActivityFigureMissing, "value", ratioToo);
        }

        return hasValue || hasTop;
    }

    private static bool SignsAreGood(RowCells cells, ActivityFigures figures)
    {
        if (figures.Numerator is { Value: < 0 })
        {
            cells.Report(FindingCatalogue.NumberNegative, "numerator", "zero or more");
        }

        if (figures.Denominator is { Value: <= 0 })
        {
            cells.Report(FindingCatalogue.DenominatorNotPositive, "denominator", "a figure above zero");
        }

        return figures is { Numerator: null or { Value: >= 0 }, Denominator: null or { Value: > 0 } };
    }

    private bool AllRead(RowCells cells) =>
        (Value is null) == (cells.Optional("value") is null)
        && (Numerator is null) == (cells.Optional("numerator") is null)
        && (Denominator is null) == (cells.Optional("denominator") is null);
}
