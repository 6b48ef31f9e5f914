using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>Everything that is compared: the metrics of <c>metrics.json</c> and one for each activity measure.</summary>
public sealed class MetricCatalogue
{
    private readonly FrozenDictionary<string, Metric> byCode;

    private MetricCatalogue(IReadOnlyList<Metric> all)
    {
        All = all;
        byCode = all.ToFrozenDictionary(metric => metric.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<Metric> All { get; }

    public Metric? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Whether any metric is made of a quantity, written as in <see cref="MetricFormula"/>.</summary>
    public bool Use(string quantity) => All.Any(metric => metric.Formula.Numerator == quantity || metric.Formula.Denominator == quantity);

    internal static MetricCatalogue Load(MeasureCatalogue measures) => new(
    [
        .. EmbeddedData.Json<CatalogueFile>("metrics.json").Metrics.Select(metric => Complete(metric, measures)),
        .. measures.All.Where(measure => measure.Kind == ReturnKind.Activity).Select(Of),
    ]);

    /// <summary>The code of the metric that a measure is.</summary>
    public static string CodeOf(string measure) => measure.Replace('_', '-');

    /// <summary>A measure as a metric: its code with hyphens, its value as it stands.</summary>
    private static Metric Of(Measure measure) => new(
        CodeOf(measure.Code), measure.Label, measure.Definition, UnitOf(measure.Unit), measure.Polarity,
        measure.Denominator, measure.Source, measure.Caveat is null ? [] : [measure.Caveat], measure.Decimals, ModeDecimals: 0,
        new MetricFormula($"activity:{measure.Code}", null, 1, null, null, []), measure.CountsPeople, measure.Breaks,
        measure.Material ?? throw new InvalidOperationException($"'{measure.Code}' has no material difference."),
        measure.DividesByPeople, measure.Population, Opportunity: measure.Opportunity, Standards: measure.Standards,
        IsSurvey: measure.IsSurvey);

    /// <summary>Lists that the file leaves out are empty. A metric that is made of measures breaks where one of them does.</summary>
    private static Metric Complete(Metric metric, MeasureCatalogue measures) => metric with
    {
        Breaks = [.. (metric.Breaks ?? [])
            .Concat(measures.All.Where(measure => IsPartOf(metric, measure)).SelectMany(measure => measure.Breaks)).Distinct().Order()],
        Formula = metric.Formula with { ReportedIn = metric.Formula.ReportedIn ?? [] },
    };

    private static bool IsPartOf(Metric metric, Measure measure) => new[] { metric.Formula.Numerator, metric.Formula.Denominator }
        .OfType<string>().Select(term => term.Split(':'))
        .Any(parts => parts.Length > 1 && parts[0] == Codes.Of(measure.Kind) && parts[1] == measure.Code);

    private static MetricUnit UnitOf(Unit unit) => unit switch
    {
        Unit.Gbp => MetricUnit.Gbp,
        Unit.Percent => MetricUnit.Percent,
        Unit.Per1000 => MetricUnit.Per1000,
        Unit.Per100000 => MetricUnit.Per100000,
        Unit.Score => MetricUnit.Score,
        Unit.GbpPerWeek => MetricUnit.GbpPerWeek,
        Unit.GbpPerHour => MetricUnit.GbpPerHour,
        Unit.Count or Unit.Fte or Unit.Hours or Unit.Days or Unit.Weeks => MetricUnit.Count,
        _ => throw new InvalidOperationException($"{Codes.Of(unit)} is not a normal unit of a measure."),
    };

    private sealed record CatalogueFile(IReadOnlyList<Metric> Metrics);
}
