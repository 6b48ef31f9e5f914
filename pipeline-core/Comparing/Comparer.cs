using Benchmarking.Core.Statistics;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>Makes comparisons of the observations of one metric, year and status. Observations of anything else in the slice are
/// passed over, so that statuses are never mixed in one average.</summary>
public static class Comparer
{
    /// <summary>The group's summary and figures, and the position of its subject where it has one. <paramref name="realTerms"/> restates
    /// money; percentages, rates and counts are left as they are.</summary>
    public static Comparison Compare(
        Metric metric, FinancialYear year, FigureStatus status, IReadOnlyList<Observation> slice, PeerGroup peers,
        RealTerms? realTerms = null)
    {
        var deflation = metric.IsMoney ? realTerms : null;
        var observed = Observed(metric, year, status, slice, deflation);
        var figures = peers.Members.Select(member => Figure(metric, member, observed)).ToList();
        decimal[] values = [.. figures.Select(figure => figure.Value).OfType<decimal>().Order()];
        var summary = Summarise(metric, figures, values);
        var spread = GroupSpread.Of(metric, figures);
        CouncilFigure Banded(CouncilFigure figure) =>
            figure with { Band = QuartileBand.Of(figure.Value, summary.Quartiles, metric.Polarity) };

        return new(
            metric, year, status, deflation, peers, summary,
            peers.Subject is { } subject ? Position(metric, Banded(Figure(metric, subject, observed)), values, summary.Quartiles, spread)
                : null,
            [.. figures.Select(Banded)],
            spread);
    }

    /// <summary>What the values of several groups come to, in their order: the summaries of comparisons without a subject, made without the
    /// rest of them. The slice is looked through once, and a council's figure is read once for all its groups.</summary>
    public static IEnumerable<ComparisonSummary> Summaries(
        Metric metric, FinancialYear year, FigureStatus status, IReadOnlyList<Observation> slice, IEnumerable<PeerGroup> groups)
    {
        var observed = Observed(metric, year, status, slice, deflation: null);
        var read = new Dictionary<CouncilCode, CouncilFigure>();
        foreach (var group in groups)
        {
            var figures = new List<CouncilFigure>(group.Members.Count);
            foreach (var member in group.Members)
            {
                if (!read.TryGetValue(member.Council, out var figure))
                {
                    read[member.Council] = figure = Figure(metric, member, observed);
                }

                figures.Add(figure);
            }

            yield return Summarise(metric, figures, [.. figures.Select(figure => figure.Value).OfType<decimal>().Order()]);
        }
    }

    private static Dictionary<CouncilCode, Observation> Observed(
        Metric metric, FinancialYear year, FigureStatus status, IReadOnlyList<Observation> slice, RealTerms? deflation) =>
        slice.Where(o => o.Metric == metric.Code && o.Year == year && o.Status == status)
            .ToDictionary(o => o.Council, o => Restated(o, deflation));

    private static ComparisonSummary Summarise(Metric metric, IReadOnlyList<CouncilFigure> figures, decimal[] sorted) => new(
        sorted.Length,
        [.. figures.Where(figure => figure.Value is null && figure.State != ValueState.Suppressed).Select(figure => figure.Council)
            .Order()],
        [.. figures.Where(figure => figure.State == ValueState.Suppressed).Select(figure => figure.Council).Order()],
        Averages.Mean(sorted),
        Averages.Pooled(figures.Where(figure => figure.Value is not null).Select(figure => (figure.Numerator, figure.Denominator)),
            Per(metric)),
        sorted.Length == 0 ? null : Quantiles.OfSorted(sorted, 0.5m),
        Quartiles.OfSorted(sorted),
        CommonestValue.Of(sorted, metric.ModeDecimals),
        sorted.Length == 0 ? null : sorted[0],
        sorted.Length == 0 ? null : sorted[^1],
        Averages.StandardDeviation(sorted));

    private static SubjectPosition Position(
        Metric metric, CouncilFigure subject, decimal[] values, Quartiles? peers, GroupSpread? spread)
    {
        var decision = Decision.OfMedian(metric, subject, peers?.Median, spread);
        return new(
            subject,
            subject.Value is { } value ? PercentileRank.OfSorted(values, value) : null,
            decision,
            RagRating.Of(metric, subject, decision),
            subject.Value is { } own && peers is not null ? ModifiedZ.For(values).Of(own) : null);
    }

    private static CouncilFigure Figure(Metric metric, PeerMember member, Dictionary<CouncilCode, Observation> observed)
    {
        if (!observed.TryGetValue(member.Council, out var o))
        {
            return new(member.Council, member.Name, ValueState.Missing, null, null, null, null, null, null, []);
        }

        // Where the figure is withheld, so are the counts that would give it away.
        var value = o.State is ValueState.Reported or ValueState.Derived ? o.Value : null;
        var (numerator, denominator) = value is null ? (null, null) : (o.Numerator, o.Denominator);
        var interval = FigureInterval.Published(value, o.MarginOfError)
            ?? FigureInterval.Of(metric, value, numerator, denominator, o.CountStep);
        return new(member.Council, member.Name, o.State, value, null, interval, o.Basis, numerator, denominator, o.Sources)
        {
            Published = o.Published, FiledValue = o.Filed?.Value,
        };
    }

    private static Observation Restated(Observation cash, RealTerms? deflation) => deflation is null
        ? cash
        : cash with
        {
            Value = deflation.Restate(cash.Value), Numerator = deflation.Restate(cash.Numerator),
            MarginOfError = deflation.Restate(cash.MarginOfError),
            Filed = cash.Filed is { } filed ? filed with { Value = deflation.Restate(filed.Value) } : null,
        };

    // A measure's own ratio has the multiplier of its unit; a formula with a denominator states it.
    internal static decimal Per(Metric metric) => (metric.Formula.Denominator, metric.Unit) switch
    {
        (not null, _) => metric.Formula.Per,
        (_, MetricUnit.Percent) => 100,
        (_, MetricUnit.Per1000) => 1_000,
        (_, MetricUnit.Per100000) => 100_000,
        _ => 1,
    };
}
