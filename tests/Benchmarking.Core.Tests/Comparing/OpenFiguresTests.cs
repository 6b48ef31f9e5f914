using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>What callers without a key see of counts of people: the rule of NHS Digital's disclosure control (0 shown, 1 to 7 withheld,
/// others to the nearest 5), on counts and on the rates made of them.</summary>
public sealed class OpenFiguresTests
{
    private static readonly Metric People = Metric(unit: MetricUnit.Count, decimals: 0, countsPeople: true);
    private static readonly Metric Share = Metric(countsPeople: true) with { DividesByPeople = true };
    private static readonly Metric Rate = Metric(unit: MetricUnit.Per1000, countsPeople: true) with { Population = "population_65plus" };

    [Fact]
    public void Counts_of_one_to_seven_are_withheld_and_others_go_to_the_nearest_five()
    {
        var open = Open(People, Figures(0, 1, 7, 8, 12, 13, null));
        Assert.Equal([0, null, null, 10, 10, 15, null], open.Select(figure => figure.Value));
        Assert.Equal(
            [ValueState.Reported, ValueState.Suppressed, ValueState.Suppressed, ValueState.Reported, ValueState.Reported,
                ValueState.Reported, ValueState.Missing],
            open.Select(figure => figure.State));
        Assert.Contains("nearest 5", open[3].Basis, StringComparison.Ordinal);
        Assert.Contains("withheld", open[1].Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_is_made_of_the_rounded_count_and_goes_with_a_withheld_one()
    {
        var open = Open(Rate, [Ratio("a", 12, 1000, 1000), Ratio("b", 7, 1000, 1000), Ratio("c", 0, 1000, 1000)]);
        Assert.Equal([10, null, 0], open.Select(figure => figure.Value));
        Assert.Equal([10, null, 0], open.Select(figure => figure.Numerator));
        Assert.Equal(1000, open[0].Denominator);
        Assert.Null(open[1].Denominator);
    }

    [Fact]
    public void A_share_is_withheld_with_those_counted_those_asked_or_those_left_over()
    {
        var open = Open(Share,
            [Ratio("a", 97, 100, 100), Ratio("b", 0, 6, 100), Ratio("c", 4, 100, 100), Ratio("d", 52, 98, 100), Ratio("e", 100, 100, 100)]);
        Assert.Equal([null, null, null, 50, 100], open.Select(figure => figure.Value));
    }

    [Fact]
    public void A_rate_without_counts_is_judged_by_what_it_comes_to_in_the_population()
    {
        // 506 people aged 65 and over lived on the Isles of Scilly in 2011, 26,853 in South Tyneside: 9.9 per 1,000 are 5 and 266 people.
        Observation[] filed = [Figure("isles-of-scilly", 9.9m), Figure("south-tyneside", 9.9m), Figure("isles-of-scilly", 0.1m, Year.Next),
            Figure("hackney", 0)];
        Assert.Equal([null, 9.9m, null, 0], filed.Select(figure => Open(Rate, [figure]).Single().Value));
    }

    [Fact]
    public void Days_for_each_person_are_withheld_where_few_people_are_divided_by()
    {
        var days = Metric(unit: MetricUnit.Count) with { DividesByPeople = true };
        var open = Open(days, [Ratio("a", 120, 6, 1), Ratio("b", 120, 12, 1)]);
        Assert.Equal([null, 12], open.Select(figure => figure.Value));
    }

    [Fact]
    public void A_joint_figure_is_withheld_where_it_would_give_its_one_withheld_member_away()
    {
        string[] boroughs = ["westminster", "kensington-and-chelsea", "hammersmith-and-fulham"];
        IReadOnlyList<Observation> Filed(params decimal[] counts) =>
            [.. boroughs.Zip(counts, (council, count) => Figure(council, count)), Figure("tri-borough", counts.Sum())];
        Assert.Equal([null, 20, 40, null], Open(People, Filed(3, 20, 41)).Select(figure => figure.Value));
        Assert.Equal([null, null, 40, 50], Open(People, Filed(3, 6, 41)).Select(figure => figure.Value));
        Assert.Equal([10, 20, 40, 70], Open(People, Filed(10, 20, 41)).Select(figure => figure.Value));
    }

    [Fact]
    public void Money_and_things_are_left_as_they_are()
    {
        var figures = Figures(1, 2, 3);
        Assert.Same(figures, OpenFigures.Of(Metric(unit: MetricUnit.Gbp), figures, ReferenceData.Current));
    }

    [Fact]
    public void What_is_withheld_counts_in_no_summary_and_is_not_called_missing()
    {
        var summary = Compare(People, Open(People, Figures(3, 10, 20, 30, 40, null)), Peers(6)).Summary;
        Assert.Equal((4, 25m), (summary.Count, summary.Mean));
        Assert.Equal(["a"], summary.Suppressed.Select(council => council.Value));
        Assert.Equal(["f"], summary.Missing.Select(council => council.Value));
    }

    /// <summary>Figures of people are those whose definition says so: whoever adds one is asked here what it is.</summary>
    [Fact]
    public void Every_share_and_rate_of_people_says_of_whom()
    {
        var metrics = ReferenceData.Current.Metrics.All.Where(metric => metric.CountsPeople).ToList();
        Assert.All(metrics.Where(metric => metric.Unit == MetricUnit.Percent), metric => Assert.True(metric.DividesByPeople, metric.Code));
        Assert.All(
            metrics.Where(metric => metric.Unit == MetricUnit.Per1000),
            metric => Assert.Contains(metric.Population!, ReferenceData.Current.Areas.Features));
        Assert.Contains(metrics, metric => metric.Code == "admissions-65plus-per-1000" && metric.Population == "population_65plus");
    }

    private static IReadOnlyList<Observation> Open(Metric metric, IReadOnlyList<Observation> figures) =>
        OpenFigures.Of(metric, figures, ReferenceData.Current);
}
