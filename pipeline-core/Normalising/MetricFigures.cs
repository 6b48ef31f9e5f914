using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>Works out the formulae of the metric catalogue from what a council filed and from the figures of its area.</summary>
internal sealed class MetricFigures(CouncilCode council, CouncilStatements statements, ReferenceData reference)
{
    private static readonly FigureStatus[] BudgetStatuses = [FigureStatus.Actual, FigureStatus.Projected, FigureStatus.Target];

    /// <summary>The council's figure for a metric, or null where it cannot be had; null is missing, never nil.</summary>
    public Observation? Observe(Metric metric, FinancialYear year, FigureStatus status)
    {
        // A metric that pins its numerator to one status exists for that status only.
        if (metric.Formula.NumeratorStatus is { } pinned && pinned != status)
        {
            return null;
        }

        // A figure has the status of its numerator; only what it is divided by may be of another.
        var numerator = Find(metric.Formula.Numerator, year, status, onlyThisStatus: true);
        if (metric.Formula.Denominator is null)
        {
            return numerator is null or { IsRelative: true } ? null : Plain(metric, year, status, numerator);
        }

        var pinnedBelow = metric.Formula.DenominatorStatus;
        var denominator = Find(metric.Formula.Denominator, year, pinnedBelow ?? status, onlyThisStatus: pinnedBelow is not null);
        return numerator is not null && denominator is { Value: >= Quantity.LeastDivisor } && numerator.IsRelative == denominator.IsRelative
            ? Ratio(metric, year, status, numerator, denominator)
            : Reported(metric, year, status, numerator);
    }

    private Observation Plain(Metric metric, FinancialYear year, FigureStatus status, Quantity figure) =>
        Observed(metric, year, status, figure.Stated ? ValueState.Reported : ValueState.Derived, figure.Value, figure.Words, figure.Sources)
            with { Numerator = figure.Numerator, Denominator = figure.Denominator };

    private Observation Ratio(Metric metric, FinancialYear year, FigureStatus status, Quantity numerator, Quantity denominator) =>
        Observed(
            metric, year, status, ValueState.Derived, numerator.Value / denominator.Value * metric.Formula.Per,
            $"{numerator.Words} / {denominator.Words}", Together(numerator.Sources, denominator.Sources))
            with
            {
                Numerator = numerator.IsRelative ? null : numerator.Value,
                Denominator = denominator.IsRelative ? null : denominator.Value,
            };

    /// <summary>The percentage a council states itself, where it cannot be computed. With the amount beside it the base is
    /// implied.</summary>
    private Observation? Reported(Metric metric, FinancialYear year, FigureStatus status, Quantity? numerator)
    {
        var category = CategoryOf(metric.Formula.Numerator);
        foreach (var unit in metric.Formula.ReportedIn)
        {
            if (statements.Savings(year, status)?.Percentage(category, unit) is not { } stated)
            {
                continue;
            }

            var implied = numerator is { Value: > 0, IsRelative: false } && stated.Value >= Quantity.LeastDivisor
                ? numerator.Value / stated.Value * 100m
                : (decimal?)null;
            var words = implied is null ? stated.Words : $"{stated.Words}; denominator implied by the amount and the percentage";
            var sources = implied is null ? stated.Sources : Together(stated.Sources, numerator!.Sources);
            return Observed(metric, year, status, ValueState.Reported, stated.Value, words, sources)
                with { Numerator = implied is null ? null : numerator!.Value, Denominator = implied };
        }

        return null;
    }

    private Quantity? Find(string term, FinancialYear year, FigureStatus status, bool onlyThisStatus)
    {
        var parts = term.Split(':');
        return parts[0] switch
        {
            "savings" => Savings(parts.Length > 1 ? parts[1] : null, statements.Savings(year, status)),
            "budget" => Budget(parts[1], year, status, onlyThisStatus),
            "activity" => Activity(parts[1], parts.Length > 2 ? parts[2] : null, year, status),
            "area" => Area(parts[1], year),
            _ => throw new InvalidOperationException($"The metric catalogue names an unknown quantity '{term}'."),
        };
    }

    private static Quantity? Savings(string? part, SavingsStatement? savings) => part switch
    {
        _ when savings is null => null,
        null => savings.Total(),
        "categorised" => savings.Categorised(),
        "recurrent" => savings.Where(row => row.Recurrence is not null, row => row.Recurrence == Recurrence.Recurrent, "recurrent savings"),
        "recurrence-stated" => savings.Where(row => row.Recurrence is not null, _ => true, "savings that say whether they recur"),
        "assured" => savings.Where(row => row.Confidence is not null, row => row.Confidence == Confidence.Assured, "assured savings"),
        "confidence-stated" => savings.Where(row => row.Confidence is not null, _ => true, "savings that state their confidence"),
        _ => savings.InCategory(part),
    };

    /// <summary>A budget of the figure's own status; below the line, where there is none, that of another status, and the basis says
    /// so.</summary>
    private Quantity? Budget(string measure, FinancialYear year, FigureStatus status, bool onlyThisStatus)
    {
        if (statements.Budget(measure, year, status) is { } own)
        {
            return own;
        }

        foreach (var other in onlyThisStatus ? [] : BudgetStatuses)
        {
            if (statements.Budget(measure, year, other) is { } found)
            {
                return found with { Words = $"{found.Words} ({Codes.Of(other)})" };
            }
        }

        return null;
    }

    private Quantity? Activity(string measure, string? side, FinancialYear year, FigureStatus status)
    {
        var figure = statements.Activity(measure, year, status);
        var value = side switch
        {
            null => figure?.Value,
            "numerator" => figure?.Numerator,
            "denominator" => figure?.Denominator,
            _ => throw new InvalidOperationException($"The metric catalogue names an unknown side '{side}' of {measure}."),
        };
        return value is null ? null : figure! with { Value = value.Value };
    }

    private Quantity? Area(string feature, FinancialYear year)
    {
        var area = reference.Councils.Find(council, year);
        var figure = area is null ? null : reference.Areas.Nearest(area, feature, year);
        return figure is null
            ? null
            : new Quantity(figure.Value, true, $"{feature.Replace('_', ' ')} ({figure.Year}, {figure.Source})", []);
    }

    private string? CategoryOf(string term) =>
        term.Split(':') is ["savings", var part] && reference.Taxonomy.Categories.Any(category => category.Code == part) ? part : null;

    private Observation Observed(
        Metric metric, FinancialYear year, FigureStatus status, ValueState state, decimal value, string basis,
        IReadOnlyList<ObservationSource> sources) =>
        new(metric.Code, year, status, council, state, value, null, null, basis, sources, []);

    private static ObservationSource[] Together(IReadOnlyList<ObservationSource> first, IReadOnlyList<ObservationSource> second) =>
        [.. first.Concat(second)
            .GroupBy(source => source.Receipt, StringComparer.Ordinal)
            .Select(group =>
                new ObservationSource(group.Key, group.Select(source => source.Lines).Aggregate((one, other) => one.With(other))))
            .OrderBy(source => source.Receipt, StringComparer.Ordinal)];
}
