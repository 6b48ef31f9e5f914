using System.Globalization;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Tests.Methods;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>The tables of docs/methods/verdicts.md: verdicts on the shipped figures before and after, over all councils.</summary>
public sealed class VerdictPageTests
{
    private const string Page = "verdicts";

    [Fact]
    public void The_table_of_shares_is_what_the_code_decides() => PageTable.Holds(Page, "On the shipped figures",
    [
        "| metric | year | figures | better | worse | higher | lower | similar | not compared |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        .. ShippedFigures.Actual.OrderBy(comparison => comparison.Metric.Code, StringComparer.Ordinal).ThenBy(comparison => comparison.Year)
            .Select(Row),
        Total(),
    ]);

    [Fact]
    public void Every_metric_names_its_material_difference_and_why() => PageTable.Holds(Page, "Material differences",
    [
        "| metric | per cent | at least | why |",
        "| --- | --- | --- | --- |",
        .. ReferenceData.Current.Metrics.All.Select(metric => Text(
            $"| {metric.Code} | {metric.Material.Percent} | {metric.Material.AtLeast} | {metric.Material.Why} |")),
    ]);

    /// <summary>Of the ten metrics with most figures the first council, by code, whose verdict is another one now.</summary>
    [Fact]
    public void Ten_changed_verdicts_are_explained() => PageTable.Holds(Page, "Ten that changed",
    [
        "| metric | council | before | now | why |",
        "| --- | --- | --- | --- | --- |",
        .. ShippedFigures.Actual.Where(comparison => comparison.Councils.Any(figure => Changed(comparison, figure)))
            .OrderByDescending(comparison => comparison.Summary.Count).ThenBy(comparison => comparison.Metric.Code, StringComparer.Ordinal)
            .Take(10).Select(comparison => Explained(comparison, comparison.Councils.First(figure => Changed(comparison, figure)))),
    ]);

    private static bool Changed(Comparison comparison, CouncilFigure figure) =>
        figure.Value is not null && Decided(comparison, figure).Verdict != FormerVerdicts.Of(comparison, figure);

    private static string Explained(Comparison comparison, CouncilFigure figure)
    {
        var (decision, places) = (Decided(comparison, figure), comparison.Metric.Decimals + 2);
        string Shown(decimal? value) => Rounding.Publish(value!.Value, places).ToString(CultureInfo.InvariantCulture);
        var material = $"differs by {Shown(Math.Abs(decision.Difference!.Value))}, no more than the material {Shown(decision.Material)}";
        var interval = decision.Widened is { } limits
            ? Text($"with φ {comparison.Spread?.Overdispersion.Phi:0} its interval reaches from {Shown(limits.Lower)} to ")
                + $"{Shown(limits.Upper)} and holds the median"
            : "";
        var why = decision.By switch
        {
            DecidedBy.MaterialDifference => $"it {material}",
            DecidedBy.Interval => interval,
            _ => $"it {material}, and {interval}",
        };
        var (before, now) = (Codes.Of(FormerVerdicts.Of(comparison, figure)), Codes.Of(decision.Verdict));
        return $"| {comparison.Metric.Code} | {figure.Name} | {before} | {now} "
            + $"| {Shown(figure.Value)} against a median of {Shown(comparison.Summary.Median)}: {why}. |";
    }

    private static string Row(Comparison comparison)
    {
        var figures = comparison.Councils.Where(figure => figure.Value is not null).ToList();
        var shares = Shares([.. figures.Select(figure => (comparison, figure))]);
        return Text($"| {comparison.Metric.Code} | {comparison.Year} | {figures.Count} | {shares} |");
    }

    private static string Total()
    {
        List<(Comparison, CouncilFigure)> all = [.. ShippedFigures.Actual.SelectMany(comparison =>
            comparison.Councils.Where(figure => figure.Value is not null).Select(figure => (comparison, figure)))];
        return Text($"| all | | {all.Count} | {Shares(all)} |");
    }

    private static string Shares(IReadOnlyList<(Comparison Comparison, CouncilFigure Figure)> figures)
    {
        var before = figures.CountBy(pair => FormerVerdicts.Of(pair.Comparison, pair.Figure)).ToDictionary();
        var after = figures.CountBy(pair => Decided(pair.Comparison, pair.Figure).Verdict).ToDictionary();
        Verdict[] order = [Verdict.Better, Verdict.Worse, Verdict.Higher, Verdict.Lower, Verdict.Similar, Verdict.NotCompared];
        return string.Join(" | ", order.Select(verdict => (before.GetValueOrDefault(verdict), after.GetValueOrDefault(verdict)) switch
        {
            (0, 0) => "–",
            var (then, now) => Text($"{then} → {now}"),
        }));
    }

    private static Decision Decided(Comparison comparison, CouncilFigure figure) =>
        Decision.OfMedian(comparison.Metric, figure, comparison.Summary.Quartiles?.Median, comparison.Spread);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
