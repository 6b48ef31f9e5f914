using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>The population that a figure stands on: how many <c>People</c>, of which <c>Feature</c> of the area, in which calendar
/// <c>Year</c>, from which <c>Source</c> and <c>Vintage</c>. Year and vintage are null where the council filed the number with its
/// return.</summary>
public sealed record FigurePopulation(string Feature, decimal People, int? Year, string Source, string? Vintage)
{
    private const string AreaTerm = "area:";
    private const string AsFiled = "As filed by the council.";

    /// <summary>Null for a metric that is not of residents, and for a rate filed without its counts: what it was divided by is not
    /// known.</summary>
    public static FigurePopulation? Of(Metric metric, CouncilFigure figure, FinancialYear year, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Value is null ? null
            : Area(metric, figure.Council, year, reference) is { } area
                ? new(area.Feature, area.Value, area.Year, area.Source, area.Vintage)
            : metric.Population is { } feature && figure.Denominator is { } filed ? new(feature, filed, null, AsFiled, null)
            : null;
    }

    /// <summary>The area figure that a metric's formula divides a council's year by; null where it divides by none.</summary>
    internal static AreaFeature? Area(Metric metric, CouncilCode council, FinancialYear year, ReferenceData reference) =>
        FeatureOf(metric) is { } feature && reference.Councils.Find(council, year) is { } area
            ? reference.Areas.Nearest(area, feature, year) : null;

    private static string? FeatureOf(Metric metric) => new[] { metric.Formula.Denominator, metric.Formula.Numerator }
        .FirstOrDefault(term => term?.StartsWith(AreaTerm, StringComparison.Ordinal) == true)?[AreaTerm.Length..];
}
