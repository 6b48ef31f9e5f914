using Benchmarking.Core.Statistics;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing.Needs;

/// <summary>Whether a figure is more or less than the area's need lets expect: the fit over all councils of the year, whoever the peers
/// are. <c>Reason</c> says why there is none where there is none.</summary>
public sealed record PublishedNeedAdjusted(
    IReadOnlyList<PublishedDriver> Drivers,
    int Councils,
    decimal? RSquared,
    decimal? AdjustedRSquared,
    PublishedNeedsFigure? Subject,
    IReadOnlyList<PublishedNeedsFigure> Figures,
    IReadOnlyList<string> LeftOut,
    string Reason,
    string Method);

/// <summary>A driver of need, the years that its figures are of, and its coefficient: what one more of it goes with.</summary>
public sealed record PublishedDriver(string Feature, IReadOnlyList<int> Years, decimal? Coefficient);

public sealed record PublishedNeedsFigure(string Council, decimal Value, decimal Expected, decimal Residual, decimal? StandardisedResidual);

/// <summary>Need-adjusted values of the metrics that name drivers of need in the catalogue.</summary>
public static class NeedAdjusted
{
    /// <summary>Fewer councils for each driver and the line follows single councils.</summary>
    public const int FewestPerDriver = 10;

    private const int SharePlaces = 3;
    private const int ScorePlaces = 2;
    private const int CoefficientPlaces = 4;
    private const string Method =
        "Ordinary least squares on the drivers, over all councils of the year that have the figure and every driver. An expected value "
            + "is no judgement.";

    /// <summary>Null for a metric without drivers. The comparison is over all councils.</summary>
    public static PublishedNeedAdjusted? Of(Comparison all, ReferenceData reference)
    {
        if (all.Metric.Drivers is not { Count: > 0 } drivers)
        {
            return null;
        }

        List<NeedsCase> cases = [.. all.Councils.Where(figure => figure.Value is not null).Select(figure => new NeedsCase(
            figure.Council, figure.Value, [.. drivers.Select(driver => Driver(reference, figure.Council, all.Year, driver))]))];
        var whole = cases.Count(each => each.Drivers.All(driver => driver is not null));
        var fewest = FewestPerDriver * drivers.Count;
        var model = whole < fewest ? null : NeedsAdjustment.Of(drivers, cases);
        return model is null
            ? new(
                [.. drivers.Select(driver => new PublishedDriver(driver, Years(reference, all, driver), null))],
                whole, null, null, null, [], [],
                whole < fewest
                    ? $"Not fitted: {Counted.Of(whole, "council")} with the figure and every driver; {fewest} are needed."
                    : "Not fitted: the drivers do not vary apart from each other.",
                Method)
            : Published(model, all, reference);
    }

    private static PublishedNeedAdjusted Published(NeedsModel model, Comparison all, ReferenceData reference)
    {
        var places = all.Metric.Decimals;
        List<PublishedNeedsFigure> figures = [.. model.Councils.OrderBy(figure => figure.Council).Select(figure => new PublishedNeedsFigure(
            figure.Council.Value, Rounding.Publish(figure.Value, places), Rounding.Publish(figure.Expected, places),
            Rounding.Publish(figure.Residual, places), Rounding.Publish(figure.StandardisedResidual, ScorePlaces)))];
        return new(
            [.. model.Drivers.Select((driver, i) =>
                new PublishedDriver(
                    driver, Years(reference, all, driver), Rounding.Publish(model.Coefficients[i + 1], CoefficientPlaces)))],
            figures.Count, Rounding.Publish(model.RSquared, SharePlaces), Rounding.Publish(model.AdjustedRSquared, SharePlaces),
            figures.FirstOrDefault(figure => figure.Council == all.Subject?.Figure.Council.Value), figures,
            [.. model.LeftOut.Select(council => council.Value)], "Fitted.", Method);
    }

    private static List<int> Years(ReferenceData reference, Comparison all, string feature) =>
    [
        .. all.Councils.Where(figure => figure.Value is not null)
            .Select(figure => reference.Councils.Find(figure.Council, all.Year) is { } council
                ? reference.Areas.Nearest(council, feature, all.Year)?.Year : null)
            .OfType<int>().Distinct().Order(),
    ];

    private static decimal? Driver(ReferenceData reference, CouncilCode code, FinancialYear year, string feature) =>
        reference.Councils.Find(code, year) is { } council ? reference.Areas.Find(council, feature, year) : null;
}
