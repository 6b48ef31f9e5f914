using Benchmarking.Core.Comparing;
using Benchmarking.Core.Tests.Methods;
using Benchmarking.Core.Tests.Samples;
using MathNet.Numerics.Distributions;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>Verdicts on the datasets that ship, before and after: two tables of docs/methods/verdicts.md, and what a survey's margin of
/// error does.</summary>
public sealed class HeldVerdictTests
{
    private const string Page = "verdicts";

    private static readonly Verdict[] Order =
        [Verdict.Better, Verdict.Worse, Verdict.Higher, Verdict.Lower, Verdict.Similar, Verdict.NotCompared];

    private static readonly string[] Head =
    [
        "| metric | year | figures | better | worse | higher | lower | similar | not compared |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ];

    [Fact]
    public void The_table_of_degrees_of_freedom_is_what_the_code_decides() => PageTable.Holds(
        Page, "Degrees of freedom", [.. Head, .. Newest().Select(AmongNearest).OfType<string>()]);

    [Fact]
    public void The_table_of_surveys_is_what_the_code_decides() => PageTable.Holds(
        Page, "Surveys", [.. Head, .. Surveys().GroupBy(comparison => comparison.Metric.Code).Select(years => Row(
            $"{years.Key} | {years.First().Year} to {years.Last().Year}",
            [.. years.SelectMany(comparison => Figures(comparison).Select(figure => (
                Decision.Of(comparison.Metric, figure.Value, null, comparison.Summary.Median).Verdict,
                Decided(comparison, figure).Verdict)))]))]);

    /// <summary>In every survey, year and council: the interval is the published margin, different is only what lies beyond it, and what
    /// has none is not compared.</summary>
    [Fact]
    public void A_survey_says_different_only_beyond_its_margin_of_error_and_nothing_without_one()
    {
        var (held, without) = (0, 0);
        foreach (var comparison in Surveys())
        {
            foreach (var figure in Figures(comparison))
            {
                var decision = Decided(comparison, figure);
                if (figure.Interval is null)
                {
                    Assert.Equal(Decision.None, decision);
                    Assert.Null(RagRating.Of(comparison.Metric, figure, decision).Colour);
                    without++;
                    continue;
                }

                Assert.StartsWith("published margin", figure.Interval.Method, StringComparison.Ordinal);
                Assert.Equal(figure.Interval.Limits, decision.Widened);
                var beyond = !figure.Interval.Limits.Contains(comparison.Summary.Median!.Value);
                Assert.Equal(beyond && Math.Abs(decision.Difference!.Value) > decision.Material!.Value, decision.IsDifferent);
                held += decision.By == DecidedBy.Interval ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{held} called similar by their margin alone, {without} without a margin");
        Assert.True(held > 100 && without > 100, $"{held} {without}");
    }

    [Fact]
    public void Without_a_margin_the_colour_says_why_there_is_none()
    {
        var comparison = HeldFigures.Comparisons.First(comparison => comparison.Metric.Code == "services-made-feel-safe");
        var figure = Figures(comparison).First();
        Assert.Contains("margin of error is not published",
            RagRating.Of(comparison.Metric, figure, Decided(comparison, figure)).Rule, StringComparison.Ordinal);
    }

    /// <summary>Rates of 100,000 are counts of people as those of 1,000 are.</summary>
    [Fact]
    public void Rates_per_100_000_are_judged_by_a_widened_interval_too()
    {
        var comparison = Newest().Single(comparison => comparison.Metric.Code == "admissions-18to64-per-100000");
        Assert.True(comparison.Spread!.Overdispersion.Phi > 1.5, $"{comparison.Spread}");
        var figure = Figures(comparison).First(figure => figure.Interval is not null);
        Assert.True(Decided(comparison, figure).Widened!.Value.Lower < figure.Interval!.Limits.Lower);
    }

    private static IEnumerable<Comparison> Surveys() => HeldFigures.Comparisons.Where(comparison => comparison.Metric.IsSurvey);

    private static IEnumerable<Comparison> Newest() =>
        HeldFigures.Comparisons.GroupBy(comparison => comparison.Metric.Code).Select(years => years.MaxBy(comparison => comparison.Year)!);

    private static IEnumerable<CouncilFigure> Figures(Comparison comparison) =>
        comparison.Councils.Where(figure => figure.Value is not null && comparison.Summary.Quartiles is not null);

    private static Decision Decided(Comparison comparison, CouncilFigure figure) =>
        Decision.OfMedian(comparison.Metric, figure, comparison.Summary.Quartiles?.Median, comparison.Spread);

    private static string? AmongNearest(Comparison all)
    {
        var pairs = new List<(Verdict Before, Verdict Now)>();
        foreach (var council in all.Spread is null ? [] : Figures(all))
        {
            var near = HeldFigures.Compare(all.Metric, all.Year, "nearest:15", council.Council);
            if (near.Spread is { } spread)
            {
                var former = spread with { Deviate = StudentT.InvCDF(0, 1, spread.Overdispersion.Councils - 2, 0.975) };
                pairs.Add((
                    Decision.OfMedian(all.Metric, near.Subject!.Figure, near.Summary.Quartiles?.Median, former).Verdict,
                    near.Subject.Verdict));
            }
        }

        return pairs.All(pair => pair.Before == pair.Now) ? null : Row($"{all.Metric.Code} | {all.Year}", pairs);
    }

    private static string Row(string name, List<(Verdict Before, Verdict Now)> pairs)
    {
        var cells = Order.Select(verdict => (pairs.Count(pair => pair.Before == verdict), pairs.Count(pair => pair.Now == verdict)) switch
        {
            (0, 0) => "–",
            var (then, now) => $"{then} → {now}",
        });
        return $"| {name} | {pairs.Count} | {string.Join(" | ", cells)} |";
    }
}
