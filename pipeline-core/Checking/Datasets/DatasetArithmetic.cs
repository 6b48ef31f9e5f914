using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking.Datasets;

/// <summary>Checks that the figures of a row agree with each other and with what is possible for the measure.</summary>
internal static class DatasetArithmetic
{
    // Publishers divide before they round: a published value may be off by a whole unit of its last place and not just a half.
    private const decimal Room = 2;

    private const decimal Thousand = 1_000;

    public static void Check(
        FileCells cells, DatasetMeasure declared, FiledNumber value, FiledNumber? numerator, FiledNumber? denominator,
        ReferenceData reference)
    {
        var (measure, toNormal) = (reference.Measures.Of(declared), declared.Factor);
        var (normal, least, most) = (value.Value * toNormal, declared.Min ?? measure.Min, declared.Max ?? measure.Max);
        if (normal < least || normal > most)
        {
            cells.Report(FindingCatalogue.MeasureOutOfRange, DatasetRow.Value,
                $"a figure from {Figures.Plain((least ?? 0) / toNormal)} to {Figures.Plain((most ?? 0) / toNormal)} "
                    + Codes.Of(declared.Unit), measure.Label);
            return;
        }

        if (numerator is null || denominator is not { Value: > 0 } || measure.Per is not { } per)
        {
            return;
        }

        if (measure is { Unit: Unit.Percent, Per: 100, Max: <= 100 } && numerator.Value > denominator.Value)
        {
            cells.Report(FindingCatalogue.NumeratorAboveDenominator, "numerator", $"at most {denominator.AsFiled}", denominator.AsFiled);
        }
        else if (Quotient.Of(Rounded(numerator), Rounded(denominator), per / toNormal) is { } quotient
            && !quotient.MayBe(value.Value - (Room * value.Slack), value.Value + (Room * value.Slack)))
        {
            cells.Report(FindingCatalogue.RateDisagrees, DatasetRow.Value, Figures.ToPlacesOf(quotient.Value, value),
                $"{numerator.AsFiled} / {denominator.AsFiled} × {Figures.Plain(per / toNormal)}");
        }
    }

    /// <summary>Money is published in thousands: a whole number of them may have been rounded by half a thousand.</summary>
    private static FiledNumber Rounded(FiledNumber number) =>
        number.Value != 0 && number.Value % Thousand == 0 ? number with { Slack = Thousand / 2 } : number;
}
