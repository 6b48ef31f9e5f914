using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Checks that the figures of an activity row agree: value = numerator / denominator × per, as far as their rounding allows.
/// One fault is reported once: what disagrees is not also held against the measure's range.</summary>
internal static class ActivityArithmetic
{
    private const int MostPlacesSlipped = 6;

    public static void Check(RowCells cells, Measure measure, Unit unit, ActivityFigures figures)
    {
        var (value, top, bottom) = figures;
        var scale = measure.Scale(unit);
        if (top is null || bottom is null || measure.Per is not { } per)
        {
            if (value is not null)
            {
                MeasureCell.CheckRange(cells, measure, "value", value.Value * scale);
            }

            return;
        }

        if (IsProportion(measure) && top.Value > bottom.Value)
        {
            cells.Report(FindingCatalogue.NumeratorAboveDenominator, "numerator", $"at most {bottom.AsFiled}", bottom.AsFiled);
        }
        else if (Quotient.Of(top, bottom, per / scale) is not { } quotient)
        {
            cells.Report(FindingCatalogue.NumberTooLarge, "numerator", "a numerator that suits its denominator");
        }
        else if (value is null || Agrees(cells, value, quotient, top, bottom, per / scale))
        {
            MeasureCell.CheckRange(cells, measure, value is null ? "numerator" : "value", (value?.Value ?? quotient.Value) * scale);
        }
    }

    private static bool IsProportion(Measure measure) => measure is { Unit: Unit.Percent, Per: 100, Max: null or <= 100 };

    private static bool Agrees(RowCells cells, FiledNumber value, Quotient quotient, FiledNumber top, FiledNumber bottom, decimal per)
    {
        if (quotient.MayBe(value.Low, value.High))
        {
            return true;
        }

        var sum = $"{top.AsFiled} / {bottom.AsFiled}{(per == 1 ? "" : $" × {Figures.Plain(per)}")}";
        var expected = Figures.ToPlacesOf(quotient.Value, value);
        if (SlippedBy(value, quotient) is { } slip)
        {
            cells.Report(FindingCatalogue.RateUnitSlip, "value", expected, slip, sum);
        }
        else
        {
            cells.Report(FindingCatalogue.RateDisagrees, "value", expected, sum);
        }

        return false;
    }

    /// <summary>How the value differs by a power of ten, or null where it does not.</summary>
    private static string? SlippedBy(FiledNumber value, Quotient quotient)
    {
        var power = 1m;
        for (var places = 1; places <= MostPlacesSlipped && value.Value != 0; places++)
        {
            power *= 10;
            if (quotient.MayBe(value.Low / power, value.High / power))
            {
                return $"{Figures.Plain(power)} times";
            }

            if (quotient.MayBe(value.Low * power, value.High * power))
            {
                return $"one {Figures.Plain(power)}th of";
            }
        }

        return null;
    }
}

/// <summary>What two filed numbers give when divided, with the ends between which rounding may have moved it;
/// <c>High</c> is null where the denominator may have been rounded from nothing.</summary>
internal sealed record Quotient(decimal Value, decimal Low, decimal? High)
{
    // Well inside what a decimal holds, so that no later product overflows.
    private const double Largest = 1e20;

    /// <summary>Null where the quotient is too large to be computed.</summary>
    public static Quotient? Of(FiledNumber top, FiledNumber bottom, decimal per)
    {
        if (TooLarge(top.Value, bottom.Value, per) || (bottom.Low > 0 && TooLarge(top.High, bottom.Low, per)))
        {
            return null;
        }

        return new Quotient(
            top.Value / bottom.Value * per,
            top.Low / bottom.High * per,
            bottom.Low > 0 ? top.High / bottom.Low * per : null);
    }

    /// <summary>True where the true quotient may lie between two ends.</summary>
    public bool MayBe(decimal low, decimal high) => high >= Low && (High is null || low <= High);

    private static bool TooLarge(decimal top, decimal bottom, decimal per) =>
        Math.Abs((double)top) / (double)bottom * (double)per > Largest;
}
