using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Holds the metrics that a return makes against other councils' published values: modified z-scores over 3.5 are asked about
/// where the difference is material. Only ratios are compared, since sums tell large councils from small ones. A net budget that is not
/// filed but follows from an amount and its percentage is compared too: it shows a percentage that cannot be right.</summary>
internal static class PeerComparison
{
    private const string Receipt = "the return that is checked";
    private const string BudgetPerResident = "net-budget-per-resident";

    /// <summary>The metrics of which other councils' values can be asked for: the ratios in which anything that the return states takes
    /// part, and the budget per resident that a percentage implies.</summary>
    public static IReadOnlyList<string> Metrics(CheckedReturn own, ReferenceData reference)
    {
        var budgets = own.Budgets.Select(row => row.Measure).ToHashSet(StringComparer.Ordinal);
        var activities = own.Activities.Select(row => row.Measure).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. reference.Metrics.All
                .Where(metric => (IsRatio(metric.Code, reference)
                        && (States(metric.Formula.Numerator) || States(metric.Formula.Denominator)))
                    || (metric.Code == BudgetPerResident
                        && own.Savings.Any(row => row is { Category: null, Unit: Unit.PercentOfNetBudget })))
                .Select(metric => metric.Code),
        ];

        bool States(string? quantity) => quantity?.Split(':') switch
        {
            ["savings"] => own.Savings.Count > 0,
            ["savings", "recurrent" or "recurrence-stated"] => own.Savings.Any(row => row.Recurrence is not null),
            ["savings", "assured" or "confidence-stated"] => own.Savings.Any(row => row.Confidence is not null),
            ["savings", ..] => own.Savings.Any(row => row.Category is not null),
            ["budget", var measure] => budgets.Contains(measure),
            ["activity", var measure, ..] => activities.Contains(measure),
            _ => false,
        };
    }

    public static void Check(BetweenScope scope)
    {
        if (scope.Context.Peers.Count == 0 || scope.OfYear.SelectMany(filed => filed.Budgets).Any(IsPence))
        {
            return;
        }

        AcceptedReturn[] returns =
            [.. scope.Others.Select(other => new AcceptedReturn("", other.Path!.Year, other)), new(Receipt, scope.Path.Year, scope.Own)];
        var observations = Normaliser.Observe(scope.Path.Council, returns, scope.Reference);
        foreach (var observation in observations.Where(observation => observation.Year == scope.Path.Year && observation.Value is not null))
        {
            if (LineOf(observation) is { } line && PlaceOf(line, scope) is var (place, measure)
                && IsRatio(observation.Metric, scope.Reference))
            {
                var peers = Peers(scope, peer => peer.Metric == observation.Metric && peer.Status == observation.Status);
                Check(Label(observation.Metric, scope), observation.Metric, measure, place, observation.Value!.Value, peers, scope);
            }
        }

        CheckImpliedBudgets(observations, scope);
    }

    private static void CheckImpliedBudgets(IReadOnlyList<Observation> observations, BetweenScope scope)
    {
        var peers = Peers(scope, peer => peer.Metric == BudgetPerResident);
        foreach (var group in scope.Own.Savings.GroupBy(row => (row.Year, row.Status)))
        {
            var stated = group.FirstOrDefault(row => row is { Category: null, Unit: Unit.PercentOfNetBudget, Amount.Value: > 0 });
            var isFiled = observations.Any(observation => observation.Metric == BudgetPerResident && observation.Year == group.Key.Year);
            if (stated is not null && !isFiled && !scope.HasSlipped(Codes.Of(stated.Unit)) && ComparedFigures.Whole(group) is { } whole
                && Residents(group.Key.Year, scope) is { } residents
                && whole.Value / FiledNumber.Largest < stated.Amount.Value)
            {
                var words = $"The net budget per resident of {group.Key.Year} that savings of {Figures.Plain(whole.Value)} at "
                    + $"{stated.Amount.AsFiled} per cent imply";
                Check(words, BudgetPerResident, ComparedFigures.Savings,
                    new Place(stated.Line, "amount", stated.Amount.AsFiled, stated.Note),
                    whole.Value / stated.Amount.Value * 100 / residents, peers, scope);
            }
        }
    }

    private static void Check(
        string words, string code, string measure, Place place, decimal value, PeerValue[] among, BetweenScope scope)
    {
        decimal[] peers = [.. among.Select(peer => peer.Value)];
        if (peers.Length < scope.Rules.FewestPeers || scope.HasSlipped(measure) || ModifiedZ.For(peers).Of(value) is not { } score)
        {
            return;
        }

        var median = Quantiles.Median(peers);
        var decision = Decision.Of(scope.Reference.Metrics.Find(code)!, value, null, median);
        if (!decision.IsDifferent || !ModifiedZ.IsOutlier(score))
        {
            return;
        }

        var reach = Math.Max((value - median) / score * ModifiedZ.Threshold, decision.Material!.Value);
        scope.Report(
            FindingCatalogue.FarFromPeers, place, $"{Short(Math.Max(0, median - reach))} to {Short(median + reach)}",
            words, Short(value), peers.Length.ToString(CultureInfo.InvariantCulture), Short(median), Short(score),
            string.Join(" and ", among.Select(peer => peer.Year).Distinct().Order()));
    }

    private static PeerValue[] Peers(BetweenScope scope, Func<PeerValue, bool> takes) =>
        [.. scope.Context.Peers.Where(peer => peer.Council != scope.Path.Council && takes(peer))
            .DistinctBy(peer => peer.Council)];

    private static bool IsRatio(string code, ReferenceData reference) =>
        reference.Metrics.Find(code) is { } metric
            && (metric.Formula.Denominator is not null || metric.Unit is not (MetricUnit.Count or MetricUnit.Gbp));

    /// <summary>Nothing is divided by a budget of less than a pound: what comes out may be too large for a number.</summary>
    private static bool IsPence(BudgetRow row) => row.Amount.Value * row.Unit.Scale() is > 0 and < 1;

    private static string Label(string code, BetweenScope scope) => scope.Reference.Metrics.Find(code)!.Label;

    private static decimal? Residents(FinancialYear year, BetweenScope scope)
    {
        var area = scope.Reference.Councils.Find(scope.Path.Council, year);
        return area is null ? null : scope.Reference.Areas.Nearest(area, "population", year)?.Value;
    }

    private static int? LineOf(Observation observation) =>
        observation.Sources.FirstOrDefault(source => source.Receipt == Receipt)?.Lines.First;

    private static (Place Place, string Measure)? PlaceOf(int line, BetweenScope scope) =>
        scope.Own.Savings.FirstOrDefault(row => row.Line == line) is { } saving
            ? (new Place(line, "amount", saving.Amount.AsFiled, saving.Note), ComparedFigures.Savings)
            : ComparedFigures.Of(scope.Own, scope.Path.Year, scope.Reference)
                .FirstOrDefault(figure => figure.Place.Line == line) is { } figure
                ? (figure.Place, figure.Measure)
                : null;

    private static string Short(decimal number) =>
        Figures.Plain(Math.Round(number, Math.Abs(number) < 10 ? 2 : Math.Abs(number) < 1_000 ? 1 : 0));
}
