using Benchmarking.Core.Statistics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;

namespace Benchmarking.Core.Comparing;

/// <summary>A published value in the long shape of the adult social care outcomes tables: one row for each of outcome, numerator and
/// denominator, by the council's ONS code. <c>disaggregation</c> is the status of the figure.</summary>
public sealed record LongRow(
    string Year, string OnsAreaCode, string GeographicalDescription, string GeographicalLevel, string MeasureCode, string Disaggregation,
    string MeasureType,
    decimal? MeasureValue, string State)
{
    private const int CountPlaces = 2;

    /// <summary>The rows of a figure: the outcome always, its counts where they are known.</summary>
    public static IReadOnlyList<LongRow> Of(
        Metric metric, Observation figure, ReferenceData reference, Precision precision = Precision.Rounded)
    {
        var exported = ExportedFigure.Of(metric, figure, reference, precision);
        var council = reference.Councils.Find(figure.Council, figure.Year);
        LongRow Row(string type, decimal? value) => new(
            exported.Year, council?.GssCode ?? "", exported.Name, council is null ? "Partnership" : "Council", metric.Code,
            exported.Status, type, value, exported.State);
        return exported.Value is null || figure.Numerator is null || figure.Denominator is null
            ? [Row("Outcome", exported.Value)]
            :
            [
                Row("Outcome", exported.Value), Row("Numerator", Rounding.Publish(figure.Numerator, CountPlaces, precision)),
                Row("Denominator", Rounding.Publish(figure.Denominator, CountPlaces, precision)),
            ];
    }
}
