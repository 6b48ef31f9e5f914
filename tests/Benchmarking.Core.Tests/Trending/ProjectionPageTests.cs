using System.Globalization;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Methods;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Trending;

namespace Benchmarking.Core.Tests.Trending;

/// <summary>The rolling-origin tables of docs/methods/projection.md: every metric of the datasets that ship, over all councils, and
/// invented series of stated laws.</summary>
public sealed class ProjectionPageTests
{
    private const string Page = "projection";

    private static readonly string[] Head =
    [
        "| series | years ahead | cases | years | projection | last value | straight line | served |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ];

    [Fact]
    public void The_table_of_every_series_held_is_what_the_code_computes() => PageTable.Holds(
        Page, "On every series held", [.. Head, .. Series().SelectMany(pair => Held(pair.Metric, pair.Group))]);

    [Fact]
    public void The_table_of_invented_series_is_what_the_code_computes() => PageTable.Holds(
        Page, "On invented series",
        [
            .. Head,
            .. Rows("shared fall under noise", SimulatedSeries.Councils(1, -0.5, 0.1, 1)),
            .. Rows("own slopes, little noise", SimulatedSeries.Councils(4, 0, 1, 0.3)),
            .. Rows("no aim", SimulatedSeries.Wanderers(2)),
        ]);

    /// <summary>What is shown of the accuracy is what decides whether anything is served.</summary>
    [Fact]
    public void A_metric_is_served_for_the_years_ahead_in_which_it_won_and_for_no_others()
    {
        var served = 0;
        foreach (var (_, group) in Series())
        {
            var projection = Projection.Of(group.MaxBy(series => series.Values.Count)!, group);
            Assert.Equal(projection.Accuracy.Count(IsServed), projection.Values.Count);
            served += projection.Values.Count;
        }

        Assert.True(served > 0);
    }

    private static IEnumerable<(Metric Metric, IReadOnlyList<YearlySeries> Group)> Series() => HeldFigures.Trends
        .Select(trend => (trend.Metric, Group: MetricProjections.Series(trend, ReferenceData.Current)))
        .Where(pair => pair.Group.Count > 0);

    private static List<string> Held(Metric metric, IReadOnlyList<YearlySeries> group)
    {
        var rows = Rows(metric.Code, group, metric.Decimals + 2).ToList();
        return rows.Count > 0 ? rows : [Text($"| {metric.Code} | – | 0 | 0 | – | – | – | no |")];
    }

    private static IEnumerable<string> Rows(string name, IReadOnlyList<YearlySeries> group, int places = 2)
    {
        string Shown(decimal error) => error.ToString($"F{places}", CultureInfo.InvariantCulture);
        return Projection.Of(group[0], group).Accuracy.Select(row =>
        {
            var errors = string.Join(" | ", new[] { row.Model, row.LastValue, row.StraightLine }.Select(Shown));
            return Text($"| {name} | {row.YearsAhead} | {row.Cases} | {row.Origins} | {errors} | {(IsServed(row) ? "yes" : "no")} |");
        });
    }

    private static bool IsServed(ProjectionAccuracy row) => row.BeatsBoth && row.Cases >= Projection.FewestCases;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
