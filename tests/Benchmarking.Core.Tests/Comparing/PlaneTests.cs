using Benchmarking.Core.Comparing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Comparing;

public sealed class PlaneTests
{
    // x is a cost, lower is better; y an outcome, higher is better. Both have the median 30 over a to e.
    private static readonly Plane FiveCouncils = Of([10, 20, 30, 40, 50], [50, 10, 30, 40, 20]);

    [Fact]
    public void Councils_lie_in_quadrants_by_the_medians_of_both_metrics()
    {
        Assert.Equal((30m, 30m, 5), (FiveCouncils.MedianX!.Value, FiveCouncils.MedianY!.Value, FiveCouncils.Count));
        Assert.Equal(["lower-higher", "lower-lower", null, "higher-higher", "higher-lower"],
            FiveCouncils.Councils.Select(point => point.Quadrant));
    }

    [Fact]
    public void Each_axis_is_judged_by_its_own_polarity() => Assert.Equal(
        [(Verdict.Better, Verdict.Better), (Verdict.Better, Verdict.Worse), (Verdict.Similar, Verdict.Similar),
            (Verdict.Worse, Verdict.Better), (Verdict.Worse, Verdict.Worse)],
        FiveCouncils.Councils.Select(point => (point.VerdictX, point.VerdictY)));

    [Fact]
    public void A_council_with_one_figure_is_missing_and_moves_no_median()
    {
        var plane = Of([10, 20, 30, 40, 50, 1000], [50, 10, 30, 40, 20, null]);
        Assert.Equal((30m, 5), (plane.MedianX!.Value, plane.Count));
        Assert.Equal(["f"], plane.Missing.Select(council => council.Value));
        Assert.Equal((Verdict.NotCompared, null), (plane.Councils[5].VerdictX, plane.Councils[5].Quadrant));
        Assert.False(plane.Councils[5].IsComplete);
    }

    [Fact]
    public void Under_four_councils_with_both_figures_there_are_no_quadrants()
    {
        var plane = Of([10, 20, 30, null], [1, 2, 3, 4]);
        Assert.Equal((null, null, 3), (plane.MedianX, plane.MedianY, plane.Count));
        Assert.All(plane.Councils, point => Assert.Null(point.Quadrant));
    }

    [Fact]
    public void The_subject_is_placed_too_and_published_as_the_others_are()
    {
        var published = PlanePublication.Publish(FiveCouncils);
        Assert.Equal(published.Councils[0], published.Subject);
        Assert.Equal(("a", 10m, "better", 50m, "better", "lower-higher"), (
            published.Subject!.Council, published.Subject.X!.Value, published.Subject.VerdictX, published.Subject.Y!.Value,
            published.Subject.VerdictY, published.Subject.Quadrant));
    }

    [Fact]
    public void A_profile_has_every_metric_and_counts_its_verdicts()
    {
        var profile = Profiles.Of([FiveCouncils.X, FiveCouncils.Y, Compared(Polarity.Higher, [null, 1, 2, 3, 4])]);
        Assert.Equal(("a", 3), (profile.Council, profile.Metrics.Count));
        Assert.Equal((2, 1, 0), (profile.Verdicts["better"], profile.Verdicts["not-compared"], profile.Verdicts["worse"]));
        Assert.Equal(("missing", null), (profile.Metrics[2].Subject.State, profile.Metrics[2].Subject.Value));
    }

    private static Plane Of(decimal?[] x, decimal?[] y) => Plane.Of(Compared(Polarity.Lower, x), Compared(Polarity.Higher, y));

    private static Comparison Compared(Polarity polarity, decimal?[] values) =>
        Given.Compare(Given.Metric(polarity), Given.Figures(values), Given.Peers(values.Length, "a"));
}
