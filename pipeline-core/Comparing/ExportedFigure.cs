using Benchmarking.Core.Statistics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>One published value on its own, with the rounding of every other answer, or in full precision; <c>receipts</c> name the
/// returns it rests on.</summary>
public sealed record ExportedFigure(
    string Metric,
    string Label,
    string Unit,
    string Year,
    string Status,
    string Council,
    string Name,
    decimal? Value,
    string State,
    string? Basis,
    IReadOnlyList<string> Receipts,
    string Origin,
    string? Publisher,
    string? Publication,
    string? Edition,
    decimal? FiledValue)
{
    public static ExportedFigure Of(
        Metric metric, Observation figure, ReferenceData reference, Precision precision = Precision.Rounded)
    {
        var value = figure.State is ValueState.Reported or ValueState.Derived ? figure.Value : null;
        return new(
            metric.Code, metric.Label, Codes.Of(metric.Unit), figure.Year.ToString(), Codes.Of(figure.Status), figure.Council.Value,
            NameOf(figure, reference), Rounding.Publish(value, metric.Decimals, precision), Codes.Of(figure.State), figure.Basis,
            [.. figure.Sources.Select(source => source.Receipt).Distinct()],
            Codes.Of(figure.Published is null ? Normalising.Origin.Filed : Normalising.Origin.Published), figure.Published?.Publisher,
            figure.Published?.Publication, figure.Published?.Edition, Rounding.Publish(figure.Filed?.Value, metric.Decimals, precision));
    }

    private static string NameOf(Observation figure, ReferenceData reference) =>
        reference.Councils.Find(figure.Council, figure.Year)?.ShortName
        ?? reference.Groups.FindPartnership(figure.Council.Value)?.Name
        ?? figure.Council.Value;
}
