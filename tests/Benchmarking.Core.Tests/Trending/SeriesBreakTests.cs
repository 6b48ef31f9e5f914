using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Trending;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Trending;

/// <summary>Series of real councils over real changes: what a reader of public figures has been misled by elsewhere, and what is said
/// here.</summary>
public sealed class SeriesBreakTests
{
    private static readonly ReferenceData Reference = ReferenceData.Current;
    private static readonly Metric PerResident = Reference.Metrics.Find("savings-per-resident")!;
    private static readonly Metric Total = Reference.Metrics.Find("savings-total")!;

    /// <summary>£10m a year is £32.47 for each of the 307,984 residents of Census 2011 and £30.05 for each of the 332,817 of mid-2015: four
    /// years' newcomers are no fall in one year.</summary>
    [Fact]
    public void A_step_of_the_population_is_not_a_fall_of_the_savings()
    {
        var published = Publish(Trace(PerResident, "newham", 2013, [10, 10, 10, 10, 10]));
        Assert.Equal([32.47m, 30.05m, 30.05m, 29.33m, 28.74m], published.Years.Select(year => year.Value!.Value));
        Assert.Equal(["Census 2011", .. Enumerable.Repeat("estimates based on Census 2011", 4)],
            published.Years.Select(year => year.Population!.Vintage));
        Assert.Equal([2011, 2015, 2015, 2016, 2017], published.Years.Select(year => year.Population!.Year!.Value));
        Assert.Equal([307_984m, 332_817m, 340_978m, 347_996m], published.Years.Select(year => year.Population!.People).Distinct());
        Assert.Equal(["2014-15"], published.Breaks);
        Assert.Equal(("population", "2014-15"), published.Years.Where(year => year.AfterBreak).SelectMany(year => year.Breaks)
            .Select(each => (each.Reason, each.Year)).Single());
        Assert.Equal([("2013-14", "2013-14", 1), ("2014-15", "2017-18", 4)],
            published.Segments.Select(run => (run.From, run.To, run.Points)));
        Assert.Equal("too-few-points", published.Direction!.Direction);
    }

    /// <summary>Census 2011, estimates based on it and estimates based on Census 2021, which found fewer people in Newham than were
    /// thought to live there, are three runs. Within the second people came, and £10m a year was less for each.</summary>
    [Fact]
    public void However_long_the_series_each_of_its_runs_stands_on_one_vintage()
    {
        var trend = Trace(PerResident, "newham", 2009, [.. Enumerable.Repeat(10m, 16)]);
        Assert.Equal(
            [(5, TrendDirection.NoTrend), (7, TrendDirection.Falling), (4, TrendDirection.TooFewPoints)],
            trend.Subject.Select(run => (run.Points, run.Direction)));
        Assert.All(MetricProjections.Series(trend, Reference), series =>
            Assert.Equal((new FinancialYear(2021), 4), (series.First, series.Values.Count)));
    }

    /// <summary>The code stayed and the area did not: Christchurch left Dorset in April 2019.</summary>
    [Fact]
    public void Dorset_before_and_after_April_2019_are_two_series()
    {
        var published = Publish(Trace(Total, "dorset", 2014, [9, 8, 7, 6, 5, 4, 3, 2]));
        Assert.Equal([("2014-15", "2018-19"), ("2019-20", "2021-22")], published.Segments.Select(run => (run.From, run.To)));
        Assert.Equal(("2019-20", "area", true), published.Years.Where(year => year.AfterBreak)
            .Select(year => (year.Year, year.Breaks.Single().Reason, year.AfterBreak)).Single());
        Assert.Equal("too-few-points", published.Direction!.Direction);
        Assert.Contains("Dorset County Council", published.Years[5].Breaks[0].Words, StringComparison.Ordinal);
        Assert.Equal([("dorset", "2018-19")], published.Ended.Select(end => (end.Council, end.EndedIn)));
        Assert.Equal(["bournemouth-christchurch-and-poole", "dorset"], published.Ended[0].SucceededBy);
    }

    /// <summary>A county that became one council for the same area has a new ONS code and a new name, and the same residents.</summary>
    [Theory]
    [InlineData("buckinghamshire", 2017)]
    [InlineData("somerset", 2020)]
    [InlineData("north-yorkshire", 2020)]
    public void A_new_name_and_code_for_the_same_area_break_nothing(string council, int from)
    {
        var trend = Trace(Total, council, from, [9, 8, 7, 6, 5]);
        Assert.Equal((5, TrendDirection.Falling), (trend.Subject.Single().Points, trend.Subject.Single().Direction));
        Assert.Equal(council, Publish(trend).Begun.Single().Council);
    }

    /// <summary>ONS codes of Gateshead and Northumberland changed in 2013 with a few houses: the councils did not.</summary>
    [Theory]
    [InlineData("gateshead")]
    [InlineData("northumberland")]
    [InlineData("barnsley")]
    public void Another_ONS_code_alone_breaks_nothing(string council) =>
        Assert.Single(Trace(Total, council, 2010, [9, 8, 7, 6, 5]).Subject);

    [Fact]
    public void A_year_without_a_figure_is_null_and_no_gap_hides_a_break()
    {
        var published = Publish(Trace(PerResident, "newham", 2019, [10, null, null, 10, 10]));
        Assert.Equal([null, null], published.Years.Skip(1).Take(2).Select(year => year.Value));
        Assert.Equal([null, null], published.Years.Skip(1).Take(2).Select(year => year.Population));
        Assert.Equal("2021-22", published.Years.Single(year => year.AfterBreak).Year);
        Assert.Equal([1, 2], published.Segments.Select(run => run.Points));
    }

    [Fact]
    public void The_peers_median_is_not_traced_over_another_population_either()
    {
        var trend = Trace(PerResident, null, 2017, [10, 10, 10, 10, 10, 10, 10, 10], ["newham", "hackney", "camden", "barnet"]);
        Assert.Equal([4, 4], trend.PeersMedian.Select(run => run.Points));
        Assert.Equal("2021-22", Publish(trend).Years.Single(year => year.PeersAfterBreak).Year);
    }

    [Fact]
    public void A_metric_made_of_measures_breaks_where_they_do() => Assert.All(
        Reference.Metrics.All.Where(metric => metric.Formula.Numerator.StartsWith("activity:", StringComparison.Ordinal)),
        metric => Assert.Superset(
            Reference.Measures.Find(ReturnKind.Activity, metric.Formula.Numerator.Split(':')[1])!.Breaks.ToHashSet(),
                metric.Breaks.ToHashSet()));

    /// <summary>Cumbria ended with 2022-23, so that nothing of it can be drawn on, however well its past can.</summary>
    [Fact]
    public void Nothing_is_projected_of_a_council_that_ends_or_over_its_change_of_area()
    {
        Assert.Equal("Not served: after 2022-23 there is no such council on the same area.", Projected("cumbria", 2022));
        Assert.Equal("Not served: after 2018-19 there is no such council on the same area.", Projected("dorset", 2018));
        Assert.StartsWith("Not tested", Projected("somerset", 2022), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_year_held_is_the_last_with_a_figure_whatever_years_are_asked_for() =>
        Assert.StartsWith("Not tested", MetricProjections.Of(Trace(Total, "newham", 2013, [9, 8, 7, null]), Reference)!.Reason,
            StringComparison.Ordinal);

    [Fact]
    public void Worse_and_worsening_is_not_made_of_a_step_of_the_population()
    {
        var worse = PerResident with { Polarity = Polarity.Higher };
        var list = WorseAndWorsening.Of([Trace(worse, "newham", 2018, [10, 10, 10, 10, 10])]);
        Assert.Empty(list.Metrics);
        Assert.Equal(["savings-per-resident"], list.NotJudged);
    }

    private static string Projected(string council, int last) =>
        MetricProjections.Of(Trace(Total, council, last - 3, [9, 8, 7, 6]), Reference)!.Reason;

    private static PublishedMetricTrend Publish(MetricTrend trend) => TrendPublication.Publish(trend, Reference);

    // £m of savings a year from a first year on; of the council, or of every one of the peers.
    private static MetricTrend Trace(Metric metric, string? council, int from, decimal?[] millions, string[]? peers = null)
    {
        string[] filers = peers ?? [council!];
        return MetricTrends.Trace(metric, FigureStatus.Actual, millions.Select((amount, i) =>
        {
            var year = new FinancialYear(from + i);
            var group = PeerGroups.Of(Reference).Find(
                peers is null ? $"custom:{council},hackney" : $"custom:{string.Join(',', peers)}", year, council is null ? null
                    : CouncilCode.Parse(council), overYears: true).Group!;
            return Comparer.Compare(metric, year, FigureStatus.Actual, [.. filers.Select(filer => Figure(metric, filer, year, amount))],
                group);
        }), Reference);
    }

    private static Observation Figure(Metric metric, string filer, FinancialYear year, decimal? millions)
    {
        var code = CouncilCode.Parse(filer);
        var people = metric.Formula.Denominator is null ? 1
            : Reference.Areas.Find(Reference.Councils.Find(code, year)!, "population", year);
        var value = millions * 1_000_000 / people;
        return new(metric.Code, year, FigureStatus.Actual, code, value is null ? ValueState.Missing
            : ValueState.Derived, value, null, null, "", [], []);
    }
}
