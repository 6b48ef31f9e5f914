using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A council on two axes. Verdicts are by the one decision of comparisons; <c>Quadrant</c> (<c>lower-higher</c>: x below its
/// median and y above its own) is null where one of them is <c>similar</c>, or there is no value or median.</summary>
public sealed record PlanePoint(CouncilFigure X, CouncilFigure Y, Decision DecisionX, Decision DecisionY, string? Quadrant)
{
    public Verdict VerdictX => DecisionX.Verdict;

    public Verdict VerdictY => DecisionY.Verdict;

    public bool IsComplete => X.Value is not null && Y.Value is not null;
}

/// <summary>Two metrics of one year, status and peer group seen together, such as cost and outcome. Medians are those of the councils that
/// have both figures, null under four of them; <c>Missing</c> are the members that lack one, <c>Suppressed</c> those of which
/// one is withheld. No council is ranked.</summary>
public sealed record Plane(
    Comparison X,
    Comparison Y,
    int Count,
    IReadOnlyList<CouncilCode> Missing,
    IReadOnlyList<CouncilCode> Suppressed,
    decimal? MedianX,
    decimal? MedianY,
    IReadOnlyList<PlanePoint> Councils,
    PlanePoint? Subject)
{
    /// <summary>Lays two comparisons of the same peers over each other.</summary>
    public static Plane Of(Comparison x, Comparison y)
    {
        var pairs = x.Councils.Join(y.Councils, figure => figure.Council, figure => figure.Council, (a, b) => (X: a, Y: b)).ToList();
        var both = pairs.Where(pair => pair.X.Value is not null && pair.Y.Value is not null).ToList();
        var (quartersX, quartersY) =
            (Quartiles.Of(both.Select(pair => pair.X.Value!.Value)), Quartiles.Of(both.Select(pair => pair.Y.Value!.Value)));
        PlanePoint Point(CouncilFigure a, CouncilFigure b)
        {
            var complete = a.Value is not null && b.Value is not null;
            var (ofX, ofY) = (Against(x, a, complete ? quartersX : null), Against(y, b, complete ? quartersY : null));
            var (sideX, sideY) = (Side(ofX), Side(ofY));
            return new(a, b, ofX, ofY, sideX is null || sideY is null ? null : $"{sideX}-{sideY}");
        }

        return new(
            x, y, both.Count,
            [.. pairs.Except(both).Where(pair => !IsWithheld(pair.X, pair.Y)).Select(pair => pair.X.Council).Order()],
            [.. pairs.Where(pair => IsWithheld(pair.X, pair.Y)).Select(pair => pair.X.Council).Order()],
            quartersX?.Median, quartersY?.Median,
            [.. pairs.Select(pair => Point(pair.X, pair.Y))],
            x.Subject is { } a && y.Subject is { } b ? Point(a.Figure, b.Figure) : null);
    }

    private static bool IsWithheld(CouncilFigure x, CouncilFigure y) =>
        x.State == ValueState.Suppressed || y.State == ValueState.Suppressed;

    private static Decision Against(Comparison comparison, CouncilFigure figure, Quartiles? quarters) =>
        Decision.OfMedian(comparison.Metric, figure, quarters?.Median, comparison.Spread);

    private static string? Side(Decision decision) => !decision.IsDifferent ? null : decision.Difference > 0 ? "higher" : "lower";
}
