using Benchmarking.Core.Comparing;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Vectors;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class ComparerTests
{
    [Fact]
    public void Five_councils_worked_by_hand()
    {
        var summary = Compare(Metric(), Figures(10, 20, 30, 40, 50), Peers(5)).Summary;
        Assert.Equal((5, 30m, 30m, 10m, 50m), (summary.Count, summary.Mean, summary.Median, summary.Min, summary.Max));
        Assert.Equal(new Quartiles(20, 30, 40), summary.Quartiles);
        VectorFile.Agrees(15.8113883008419m, summary.StandardDeviation);
        Assert.Null(summary.Pooled);
        Assert.Null(summary.Commonest.Mode);
    }

    [Fact]
    public void Members_without_a_figure_are_missing_those_withheld_stand_apart_and_none_of_them_is_zero()
    {
        var slice = Figures(10, null, 30, 0, 50)
            .Append(Figure("f", 7) with { State = ValueState.Suppressed, Numerator = 3, Denominator = 4 }).ToList();
        var comparison = Compare(Metric(), slice, Peers(7));
        Assert.Equal(["b", "g"], comparison.Summary.Missing.Select(code => code.Value));
        Assert.Equal(["f"], comparison.Summary.Suppressed.Select(code => code.Value));
        Assert.Equal((4, 0m), (comparison.Summary.Count, comparison.Summary.Min));
        Assert.Equal([ValueState.Missing, ValueState.Suppressed, ValueState.Missing],
            comparison.Councils.Where(figure => figure.Value is null).Select(figure => figure.State));
    }

    [Fact]
    public void The_counts_behind_a_withheld_figure_are_withheld_too()
    {
        var withheld = Ratio("a", 3, 4, 100) with { State = ValueState.Suppressed };
        var figure = Compare(Metric(), [withheld], Peers(1)).Councils.Single();
        Assert.Equal((null, null, null), (figure.Value, figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void Figures_of_another_status_year_or_metric_are_passed_over()
    {
        var slice = Figures(10, 20, 30, 40).Concat(
        [
            Figure("a", 99, status: FigureStatus.Projected), Figure("a", 99, Year.Next), Figure("e", 99, status: FigureStatus.Target),
            Figure("b", 99) with { Metric = "other" },
        ]).ToList();
        var summary = Compare(Metric(), slice, Peers(5)).Summary;
        Assert.Equal((25m, 40m), (summary.Mean, summary.Max));
        Assert.Equal(["e"], summary.Missing.Select(code => code.Value));
    }

    [Fact]
    public void Councils_outside_the_group_count_nowhere() =>
        Assert.Equal(15m, Compare(Metric(), Figures(10, 20, 999, 999), Peers(2)).Summary.Mean);

    [Fact]
    public void Under_four_values_there_are_no_quartiles_bands_verdict_or_colour()
    {
        var comparison = Compare(Metric(), Figures(10, 20, 30, null), Peers(4, "a"));
        Assert.Null(comparison.Summary.Quartiles);
        Assert.Equal(20m, comparison.Summary.Median);
        Assert.All(comparison.Councils, figure => Assert.Null(figure.Band));
        Assert.Equal(Verdict.NotCompared, comparison.Subject?.Verdict);
        Assert.Equal((null, null, null), (comparison.Subject?.Rag.Colour, comparison.Subject?.ModifiedZ, comparison.Subject?.Outlier));
    }

    [Fact]
    public void A_group_without_any_figure_has_an_empty_summary()
    {
        var comparison = Compare(Metric(), [], Peers(5, "a"));
        Assert.Equal((0, 5), (comparison.Summary.Count, comparison.Summary.Missing.Count));
        Assert.Equal((null, null, null, null),
            (comparison.Summary.Mean, comparison.Summary.Median, comparison.Summary.Min, comparison.Summary.Max));
        Assert.Equal(ValueState.Missing, comparison.Subject?.Figure.State);
        Assert.Null(comparison.Subject?.Percentile);
    }

    [Fact]
    public void A_subject_outside_the_group_is_placed_by_it_and_not_counted_in_it()
    {
        var subject = Compare(Metric(), [.. Figures(10, 20, 30, 40, 50), Figure("z", 35)], Peers(5, "z"));
        Assert.Equal((30m, 5), (subject.Summary.Mean, subject.Summary.Count));
        Assert.Equal((60m, 3), (subject.Subject!.Percentile, subject.Subject.Figure.Band!.Number));
    }

    [Fact]
    public void The_pooled_ratio_counts_each_pound_once()
    {
        var summary = Compare(Metric(), [Ratio("a", 1, 10, 100), Ratio("b", 10, 1000, 100), Figure("c", 50)], Peers(3)).Summary;
        Assert.Equal(11m / 1010 * 100, summary.Pooled!.Value);
        Assert.Equal(2, summary.Pooled.Councils);
        Assert.Equal(61m / 3, summary.Mean);
    }

    [Fact]
    public void Real_terms_restate_money_and_leave_percentages_alone()
    {
        var real = new RealTerms(FinancialYear.Parse("2011-12"), 103.63m, 100m, "HM Treasury");
        var money = Comparer.Compare(Metric(unit: MetricUnit.Gbp), Year, FigureStatus.Actual, Figures(1595000), Peers(1), real);
        Assert.InRange(money.Summary.Mean!.Value, 1539131 - 20, 1539131 + 20);
        var percent = Comparer.Compare(Metric(), Year, FigureStatus.Actual, Figures(5), Peers(1), real);
        Assert.Equal((5m, (RealTerms?)null), (percent.Summary.Mean!.Value, percent.RealTerms));
    }

    [Fact]
    public void The_deflator_that_ships_gives_real_terms_only_for_years_it_reaches()
    {
        var deflator = ReferenceData.Current.Deflator;
        Assert.Equal(73.0337m / 71.5454m, RealTerms.From(deflator, Year, FinancialYear.Parse("2013-14"))?.Restate(1m));
        Assert.Null(RealTerms.From(deflator, FinancialYear.Parse("1995-96")));
    }
}
