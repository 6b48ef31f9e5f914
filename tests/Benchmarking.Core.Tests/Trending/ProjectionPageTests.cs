using System.Globalization;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Methods;
using Benchmarking.Core.Tests.Normalising;
using Benchmarking.Core.Trending;

namespace Benchmarking.Core.Tests.Trending;

/// <summary>The rolling-origin table of docs/methods/projection.md: what the shipped returns allow, published series of many councils, and
/// invented series of stated laws.</summary>
public sealed class ProjectionPageTests
{
    private static readonly string[] RealMetrics =
        ["savings-pct-net-budget", "savings-share-reducing-bureaucracy", "admissions-65plus-per-1000"];

    [Fact]
    public void The_rolling_origin_table_is_what_the_code_computes() => PageTable.Holds(
        "projection", "Against the last value and a straight line",
        [
            "| series | years ahead | cases | projection | last value | straight line | served |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            .. RealMetrics.Select(Real),
            .. Rows("published: admissions-65plus-per-1000, 16 councils, 2014-15 to 2023-24",
                PublishedSeries.Of("admissions-65plus-per-1000", 0.01m)),
            .. Rows("published: residential-nursing-unit-cost-65plus, 152 councils, 2009-10 to 2013-14",
                PublishedSeries.Of("residential-nursing-unit-cost-65plus")),
            .. Rows("invented: shared fall under noise", SimulatedSeries.Councils(1, -0.5, 0.1, 1)),
            .. Rows("invented: own slopes, little noise", SimulatedSeries.Councils(4, 0, 1, 0.3)),
            .. Rows("invented: no aim", SimulatedSeries.Wanderers(2)),
        ]);

    [Fact]
    public void The_published_series_of_2012_13_are_what_the_sample_returns_state()
    {
        var published = PublishedSeries.Of("residential-nursing-unit-cost-65plus")
            .ToDictionary(series => series.Council, series => series.At(2012));
        var shipped = SampleObservationTests.Actual("residential-nursing-unit-cost-65plus")
            .ToDictionary(figure => figure.Council, figure => figure.Value);
        Assert.Equal(152, published.Count);
        Assert.All(shipped, figure => Assert.Equal(figure.Value, published[figure.Key]));
    }

    // Two years are the most that any council's shipped returns state of a metric: nothing can be held against what came.
    private static string Real(string metric)
    {
        var series = SampleObservationTests.Actual(metric).GroupBy(figure => figure.Council)
            .Select(own =>
                new YearlySeries(own.Key, own.Min(figure => figure.Year),
                    [.. own.OrderBy(figure => figure.Year).Select(figure => figure.Value!.Value)])).ToList();
        Assert.NotEmpty(series);
        Assert.Empty(Projection.Of(series[0], series).Accuracy);
        Assert.NotNull(ReferenceData.Current.Metrics.Find(metric));
        return string.Create(CultureInfo.InvariantCulture,
            $"| shipped returns: {metric}, {series.Count} councils, at most {series.Max(own => own.Values.Count)} years | 1 | 0 | – | – "
                + $"| – | no |");
    }

    private static IEnumerable<string> Rows(string name, IReadOnlyList<YearlySeries> group) =>
        Projection.Of(group[0], group).Accuracy.Select(row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {row.YearsAhead} | {row.Cases} | {row.Model:0.00} | {row.LastValue:0.00} | {row.StraightLine:0.00} | "
            + $"{(row.BeatsBoth ? "yes" : "no")} |"));
}
