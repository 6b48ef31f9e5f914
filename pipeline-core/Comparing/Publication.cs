using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Statistics;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>The one place where comparisons are rounded, half away from zero; or not, where full precision is asked for.</summary>
public static class Publication
{
    /// <summary>Places that a computed summary has beyond those of the values.</summary>
    public const int SummaryPlaces = 2;

    private const int CountPlaces = 2;
    private const int PercentilePlaces = 1;
    private const int ScorePlaces = 2;
    private const int DistancePlaces = 4;

    public static PublishedComparison Publish(Comparison comparison, Precision precision = Precision.Rounded)
    {
        var metric = comparison.Metric;
        return new(
            metric.Code, metric.Label, metric.Definition, Codes.Of(metric.Unit), Codes.Of(metric.Polarity), metric.Denominator,
            metric.Source,
            metric.Caveats, metric.Decimals, comparison.Year.ToString(), Codes.Of(comparison.Status),
            comparison.RealTerms is null ? "cash" : "real",
            BasisNote(comparison),
            Publish(comparison.PeerGroup),
            Publish(comparison.Summary, metric.Decimals, precision),
            comparison.Subject is { } subject ? Publish(subject, metric.Decimals, precision) : null,
            [.. comparison.Councils.Select(figure => Publish(figure, metric.Decimals, precision))]);
    }

    public static PublishedPeerGroup Publish(PeerGroup group)
    {
        var names = group.Members.ToDictionary(member => member.Council, member => member.Name);
        return new(
            group.Code, group.Label, group.IncludesSubject, [.. group.Members.Select(member => member.Council.Value)],
            group.Nearest?.Model.Version,
            group.Nearest?.Neighbours.Select(neighbour => Publish(neighbour, names[neighbour.Council])).ToList(),
            group.Nearest?.Stability,
            group.Nearest?.WithoutFeatures.Select(council => council.Value).ToList(),
            group.Absent.Ended, group.Absent.Begun);
    }

    private static PublishedNeighbour Publish(Neighbour neighbour, string name) => new(
        neighbour.Council.Value, name, Rounding.Publish(neighbour.Distance, DistancePlaces),
        neighbour.Shares.ToDictionary(share => share.Feature, share => Rounding.Publish(100 * share.Share, PercentilePlaces)),
        neighbour.LeftOut);

    /// <summary>A summary with two places more than the decimals of its metric.</summary>
    public static PublishedSummary Publish(ComparisonSummary summary, int decimals, Precision precision = Precision.Rounded)
    {
        decimal? Summary(decimal? value) => Rounding.Publish(value, decimals + SummaryPlaces, precision);
        return new(
            summary.Count, [.. summary.Missing.Select(council => council.Value)], [.. summary.Suppressed.Select(council => council.Value)],
            Summary(summary.Mean), Summary(summary.Pooled?.Value), summary.Pooled?.Councils, Summary(summary.Median),
            summary.Commonest.Mode, summary.Commonest.Modes, summary.Commonest.Decimals,
            Summary(summary.Quartiles?.Q1), Summary(summary.Quartiles?.Q3),
            Rounding.Publish(summary.Min, decimals, precision), Rounding.Publish(summary.Max, decimals, precision),
            Summary(summary.StandardDeviation), AverageKinds.Words);
    }

    private static PublishedSubject Publish(SubjectPosition subject, int decimals, Precision precision)
    {
        var figure = Publish(subject.Figure, decimals, precision);
        decimal? Summary(decimal? value) => Rounding.Publish(value, decimals + SummaryPlaces, precision);
        return new(
            figure.Council, figure.Name, figure.Value, figure.State,
            Rounding.Publish(subject.Percentile, PercentilePlaces, precision), figure.Band, figure.BandMeaning,
            Codes.Of(subject.Verdict), subject.Decision.By is { } by ? Codes.Of(by) : null,
            Summary(subject.Decision.Difference), Summary(subject.Decision.Material),
            Summary(subject.Decision.Widened?.Lower), Summary(subject.Decision.Widened?.Upper), Decision.Rule,
            Rounding.Publish(subject.ModifiedZ, ScorePlaces, precision), subject.Outlier,
            figure.Lower, figure.Upper, figure.IntervalMethod,
            subject.Rag.Colour is { } colour ? Codes.Of(colour) : null, subject.Rag.Rule)
        {
            Origin = figure.Origin, Publisher = figure.Publisher, Publication = figure.Publication, Edition = figure.Edition,
            FiledValue = figure.FiledValue,
        };
    }

    /// <summary>One council's figure with the decimals of its metric.</summary>
    public static PublishedFigure Publish(CouncilFigure figure, int decimals, Precision precision = Precision.Rounded) => new(
        figure.Council.Value, figure.Name, Rounding.Publish(figure.Value, decimals, precision), Codes.Of(figure.State),
        figure.Band?.Number, figure.Band?.Meaning,
        Rounding.Publish(figure.Interval?.Limits.Lower, decimals + SummaryPlaces, precision),
        Rounding.Publish(figure.Interval?.Limits.Upper, decimals + SummaryPlaces, precision),
        figure.Interval?.Method, figure.Basis,
        Rounding.Publish(figure.Numerator, CountPlaces, precision), Rounding.Publish(figure.Denominator, CountPlaces, precision),
        [.. figure.Sources.Select(source =>
            new PublishedSource(source.Receipt, source.Lines.Count, source.Lines.Shown, source.Lines.List))])
    {
        Origin = figure.Published is not null ? Codes.Of(Origin.Published) : figure.Value is not null ? Codes.Of(Origin.Filed) : null,
        Publisher = figure.Published?.Publisher,
        Publication = figure.Published?.Publication,
        Edition = figure.Published?.Edition,
        FiledValue = Rounding.Publish(figure.FiledValue, decimals),
    };

    private static string? BasisNote(Comparison comparison) => (comparison.Metric.IsMoney, comparison.RealTerms) switch
    {
        (false, _) => "Not money: real terms do not apply.",
        (true, { } real) => $"In prices of {real.BaseYear}. {real.Release}",
        _ => null,
    };
}
