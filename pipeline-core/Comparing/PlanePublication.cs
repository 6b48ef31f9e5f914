using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>A plane as every answer shows it; values have their metric's places, medians two more.</summary>
public static class PlanePublication
{
    private const string Rule =
        "Quadrants by the median of the councils that have both figures; not drawn under four of them. A council that "
            + "is similar on one of the two, by the verdict, is in no quadrant.";

    public static PublishedPlane Publish(Plane plane)
    {
        var (x, y) = (Publication.Publish(plane.X), Publication.Publish(plane.Y));
        return new(
            Axis(x, plane.MedianX), Axis(y, plane.MedianY), x.Year, x.Status, x.PeerGroup, plane.Count,
            [.. plane.Missing.Select(c => c.Value)], [.. plane.Suppressed.Select(c => c.Value)],
            plane.Subject is { } subject ? Point(plane, subject) : null, [.. plane.Councils.Select(point => Point(plane, point))], Rule);
    }

    private static PublishedAxis Axis(PublishedComparison axis, decimal? median) => new(
        axis.Metric, axis.Label, axis.Definition, axis.Unit, axis.Polarity, axis.Denominator, axis.Source, axis.Caveats, axis.Basis,
        axis.BasisNote,
        axis.Decimals, Rounding.Publish(median, axis.Decimals + Publication.SummaryPlaces));

    private static PublishedPoint Point(Plane plane, PlanePoint point) => new(
        point.X.Council.Value, point.X.Name,
        Rounding.Publish(point.X.Value, plane.X.Metric.Decimals), Codes.Of(point.X.State), Codes.Of(point.VerdictX), Code(point.DecisionX),
        Rounding.Publish(point.Y.Value, plane.Y.Metric.Decimals), Codes.Of(point.Y.State), Codes.Of(point.VerdictY), Code(point.DecisionY),
        point.Quadrant);

    private static string? Code(Decision decision) => decision.By is { } by ? Codes.Of(by) : null;
}

public sealed record PublishedPlane(
    PublishedAxis X,
    PublishedAxis Y,
    string Year,
    string Status,
    PublishedPeerGroup PeerGroup,
    int Count,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Suppressed,
    PublishedPoint? Subject,
    IReadOnlyList<PublishedPoint> Councils,
    string Rule);

public sealed record PublishedAxis(
    string Metric,
    string Label,
    string Definition,
    string Unit,
    string Polarity,
    string? Denominator,
    string Source,
    IReadOnlyList<string> Caveats,
    string Basis,
    string? BasisNote,
    int Decimals,
    decimal? Median);

/// <summary><c>quadrant</c> names the side of x, then that of y: <c>lower-higher</c>; <c>decidedByX</c> and <c>decidedByY</c> which
/// condition decided each verdict.</summary>
public sealed record PublishedPoint(
    string Council,
    string Name,
    decimal? X,
    string StateX,
    string VerdictX,
    string? DecidedByX,
    decimal? Y,
    string StateY,
    string VerdictY,
    string? DecidedByY,
    string? Quadrant);
