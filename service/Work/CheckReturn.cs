using Benchmarking.Core.Checking;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Core;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Work;

/// <summary>A checked upload, what it was held against, and the council's accepted returns as they were then, an earlier revision of its
/// own included.</summary>
internal sealed record CheckedUpload(CheckedReturn Result, ComparedWith? ComparedWith, IReadOnlyList<AcceptedReturn> Accepted)
{
    public Receipt Receipt(FiledReturn file, string? id, int? revision) =>
        ReturnPipeline.Receipt(file, Result, id, revision, ReferenceData.Current) with { ComparedWith = ComparedWith };
}

/// <summary>What an upload may be held against: accepted returns whose paths <c>Returns</c> takes, and other councils' published values.
/// What is found tells of both, so that it is what the reader of the findings may read.</summary>
internal sealed record HeldAgainst(Func<ReturnPath, bool> Returns, bool Peers)
{
    /// <summary>All there is: a return that is filed.</summary>
    public static HeldAgainst Everything { get; } = new(_ => true, Peers: true);
}

/// <summary>Checks an upload by itself and against what is accepted and published at that moment: the council's returns, the
/// revision that it replaces among them, its partners', and other councils' values of the newest year before in which enough of them were
/// published. The endpoint that files and the one that only checks both use it.</summary>
internal sealed class CheckReturn(
    AcceptedReturns acceptedReturns, SliceStore slices, PublishedStore datasets, CheckLimiter limiter,
    IOptions<BenchmarkingOptions> options)
{
    public async Task<CheckedUpload> Run(
        FiledReturn file, ReturnPath? path, CouncilLedger ledger, HeldAgainst against, CancellationToken cancellation)
    {
        var alone = await limiter.Run(
            token => ReturnPipeline.Read(file, path, options.Value.MaxReturnBytes, ReferenceData.Current, token), cancellation);
        var accepted = path is null ? [] : await acceptedReturns.Of(ledger, against.Returns, cancellation);
        if (path is null || alone.RowsRead == 0)
        {
            return new CheckedUpload(alone.Finish(null), null, accepted);
        }

        var partners = acceptedReturns.OfPartners(path, against.Returns, cancellation);
        var metrics = against.Peers ? alone.ComparedMetrics : [];
        var published = (await Task.WhenAll(metrics.Select(metric => Before(path.Year, metric, cancellation))))
            .SelectMany(found => found).ToArray();
        var context = new CheckingContext
        {
            Published = against.Peers ? await Published(path, alone.StatedMeasures, cancellation) : [],
            ReceivedOn = DateOnly.FromDateTime(file.ReceivedAt.UtcDateTime),
            Accepted = [.. accepted.Select(other => other.Return)],
            Partners = [.. (await partners).Select(partner => partner.Return)],
            Peers = [.. published.SelectMany(slice => slice.Observations).Where(figure => figure.HasValue)
                .Select(figure => new PeerValue(figure.Metric, figure.Status, figure.Council, figure.Year, figure.Value!.Value))],
        };
        var result = await limiter.Run(_ => alone.Finish(context), cancellation);
        var comparedWith = new ComparedWith(
            [.. accepted.Concat(await partners).Select(other => other.Receipt).Order(StringComparer.Ordinal)],
            [.. published.Select(slice => new ComparedSlice(slice.Key.ToString(), slice.Version))
                .OrderBy(slice => slice.Slice, StringComparer.Ordinal)]);
        return new CheckedUpload(result, comparedWith, accepted);
    }

    /// <summary>What datasets publish of the council in the year, of measures that the return states.</summary>
    private async Task<IReadOnlyList<Observation>> Published(
        ReturnPath path, IReadOnlyList<string> measures, CancellationToken cancellation)
    {
        var wanted = from dataset in ReferenceData.Current.Datasets.All
                     where dataset.Editions.ContainsKey(path.Year)
                     from pair in PublishedFigures.MetricsOf(dataset, ReferenceData.Current)
                     where measures.Contains(pair.Measure, StringComparer.Ordinal)
                     select datasets.Of(new SliceKey(pair.Metric.Code, path.Year, FigureStatus.Actual), dataset.Code, cancellation);
        return [.. (await Task.WhenAll(wanted)).SelectMany(figures => figures).Where(figure => figure.Council == path.Council)
            .DistinctBy(figure => figure.Metric)];
    }

    /// <summary>For each status the slice of the newest year before <paramref name="year"/> that holds enough councils to compare
    /// with.</summary>
    private async Task<Slice[]> Before(FinancialYear year, string metric, CancellationToken cancellation)
    {
        var fewest = ReferenceData.Current.Plausibility.FewestPeers;
        var newest = (await slices.OfMetric(metric, cancellation))
            .Where(pointer => pointer.Key.Year < year && pointer.Version is not null && pointer.Councils >= fewest)
            .GroupBy(pointer => pointer.Key.Status)
            .OrderBy(status => status.Key)
            .Select(status => status.MaxBy(pointer => pointer.Key.Year)!);
        return await Task.WhenAll(newest.Select(pointer => slices.Load(pointer.Key, pointer.Version!, cancellation)));
    }
}
