using Benchmarking.Core.Checking;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>Everything a council's accepted returns say, together. Where two returns speak of the same year and status the later
/// year's return counts: it restates. Savings of a year and status come from one return whole, so that no row is counted twice.</summary>
internal sealed class CouncilStatements
{
    private readonly Dictionary<(FinancialYear, FigureStatus), SavingsStatement> savings = [];
    private readonly Dictionary<(string, FinancialYear, FigureStatus), Quantity> budgets = [];
    private readonly Dictionary<(string, FinancialYear, FigureStatus), Quantity> activities = [];
    private readonly SortedSet<(FinancialYear, FigureStatus)> periods = [];

    private readonly MeasureCatalogue measures;
    private readonly string asStated;

    /// <summary>The <paramref name="asStated"/> words say in a figure's basis whose statement it is.</summary>
    public CouncilStatements(IEnumerable<AcceptedReturn> returns, MeasureCatalogue measures, string asStated = "as filed")
    {
        (this.measures, this.asStated) = (measures, asStated);

        // Ascending, so that what a later return says replaces what an earlier one said.
        foreach (var accepted in returns.OrderBy(accepted => accepted.Year))
        {
            Take(accepted);
        }
    }

    /// <summary>The years and statuses of which anything is said.</summary>
    public IReadOnlyCollection<(FinancialYear Year, FigureStatus Status)> Periods => periods;

    public SavingsStatement? Savings(FinancialYear year, FigureStatus status) => savings.GetValueOrDefault((year, status));

    public Quantity? Budget(string measure, FinancialYear year, FigureStatus status) => budgets.GetValueOrDefault((measure, year, status));

    public Quantity? Activity(string measure, FinancialYear year, FigureStatus status) =>
        activities.GetValueOrDefault((measure, year, status));

    private void Take(AcceptedReturn accepted)
    {
        foreach (var group in accepted.Return.Savings.GroupBy(row => (row.Year, row.Status)))
        {
            savings[group.Key] = new SavingsStatement(accepted.Receipt, [.. group]);
            periods.Add(group.Key);
        }

        // A row for one service or client group is a part of the measure, never the whole of it.
        foreach (var row in accepted.Return.Budgets.Where(row => row.Service is null))
        {
            var amount = NormalUnit.Of(row.Amount.Value, row.Unit);
            budgets[(row.Measure, row.Year, row.Status)] = new Quantity(amount, true, Words(row.Measure), Source(accepted, row.Line));
            periods.Add((row.Year, row.Status));
        }

        foreach (var row in accepted.Return.Activities.Where(row => row.ClientGroup is null))
        {
            if (Figure(accepted, row) is { } figure)
            {
                activities[(row.Measure, row.Year, row.Status)] = figure;
                periods.Add((row.Year, row.Status));
            }
        }
    }

    private Quantity? Figure(AcceptedReturn accepted, ActivityRow row)
    {
        var measure = measures.Find(ReturnKind.Activity, row.Measure)!;
        var value = row.Value is not null ? row.Value.Value * measure.Scale(row.Unit)
            : row is { Numerator: not null, Denominator.Value: >= Quantity.LeastDivisor }
                ? row.Numerator.Value / row.Denominator.Value * (measure.Per ?? 1)
            : (decimal?)null;
        return value is null
            ? null
            : new Quantity(value.Value, row.Value is not null, Words(row.Measure), Source(accepted, row.Line))
            {
                Numerator = row.Numerator?.Value,
                Denominator = row.Denominator?.Value,
            };
    }

    private string Words(string measure) => $"{measure.Replace('_', ' ')} {asStated}";

    private static ObservationSource[] Source(AcceptedReturn accepted, int line) =>
        [new ObservationSource(accepted.Receipt, SourceLines.Of([line]))];
}
