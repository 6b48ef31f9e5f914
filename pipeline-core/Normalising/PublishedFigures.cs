using Benchmarking.Core.Checking;
using Benchmarking.Core.Checking.Datasets;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>From a checked dataset to the councils' figures: the same formulae as for returns, worked out from what the publisher
/// states.</summary>
public static class PublishedFigures
{
    private const string AsPublished = "as published";

    /// <summary>One observation for each metric that the dataset's measures make and each council that it has a row of, in order of metric
    /// and council. A figure that its publisher withholds, or that does not apply, has a state and no value.</summary>
    public static IReadOnlyList<Observation> Observe(
        CheckedDataset dataset, DatasetDeclaration declaration, string receipt, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(reference);
        var year = dataset.Path!.Year;
        var metrics = MetricsOf(declaration, reference);
        var edition = new PublishedIn(declaration.Code, declaration.Publisher, declaration.Title,
            declaration.Editions.GetValueOrDefault(year) ?? year.ToString());
        var observations = new List<Observation>();
        foreach (var council in dataset.Figures.GroupBy(figure => figure.Council))
        {
            var rows = council.ToDictionary(figure => figure.Measure.Measure);
            var statements = new CouncilStatements([new AcceptedReturn(receipt, year, AsReturn(year, rows.Values, reference))],
                reference.Measures, AsPublished);
            var figures = new MetricFigures(council.Key, statements, reference);
            foreach (var (metric, measure) in metrics.Where(pair => rows.ContainsKey(pair.Measure)))
            {
                if (figures.Observe(metric, year, FigureStatus.Actual) is { } observed)
                {
                    var margin = metric.Formula.Denominator is null ? rows[measure].MarginOfError * rows[measure].Measure.Factor : null;
                    observations.Add(observed with { Published = edition, MarginOfError = margin });
                }
                else if (rows[measure] is { State: not ValueState.Reported } absent)
                {
                    observations.Add(Absent(metric, year, absent, receipt) with { Published = edition });
                }
            }
        }

        return [.. observations.OrderBy(o => o.Metric, StringComparer.Ordinal).ThenBy(o => o.Council)];
    }

    /// <summary>The metrics whose numerator a dataset states, each with the measure that it is of.</summary>
    public static IReadOnlyList<(Metric Metric, string Measure)> MetricsOf(DatasetDeclaration declaration, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(reference);
        var measures = declaration.Measures.Select(measure => measure.Measure).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from metric in reference.Metrics.All
               let parts = metric.Formula.Numerator.Split(':')
               where parts is ["activity" or "budget", var measure, ..] && measures.Contains(measure)
               select (metric, parts[1]),
        ];
    }

    private static Observation Absent(Metric metric, FinancialYear year, DatasetFigure figure, string receipt) => new(
        metric.Code, year, FigureStatus.Actual, figure.Council, figure.State, null, null, null,
        figure.Marker is null ? "no figure is published" : $"published as '{figure.Marker}'",
        [new ObservationSource(receipt, SourceLines.Of([figure.Line]))], []);

    /// <summary>The council's rows as a return would state them, so that one set of formulae serves both.</summary>
    private static CheckedReturn AsReturn(FinancialYear year, IEnumerable<DatasetFigure> figures, ReferenceData reference)
    {
        var (budgets, activities) = (new List<BudgetRow>(), new List<ActivityRow>());
        foreach (var figure in figures.Where(figure => figure.Value is not null))
        {
            var (measure, value) = (reference.Measures.Of(figure.Measure), Scaled(figure.Value, figure.Measure.Factor)!);
            if (measure.Kind == ReturnKind.Budget)
            {
                budgets.Add(new BudgetRow(figure.Line, year, measure.Code, null, value, measure.Unit, FigureStatus.Actual, null));
            }
            else
            {
                activities.Add(new ActivityRow(figure.Line, year, measure.Code, null, figure.Numerator, figure.Denominator, value,
                    measure.Unit, FigureStatus.Actual, null));
            }
        }

        return new CheckedReturn(null, ReturnStatus.Accepted, 0, [], budgets, activities, [], [], new FindingCounts(0, 0, 0));
    }

    private static FiledNumber? Scaled(FiledNumber? number, decimal factor) =>
        number is null || factor == 1 ? number : number with { Value = number.Value * factor, Slack = number.Slack * factor };
}
