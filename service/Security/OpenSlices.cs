using System.Collections.Concurrent;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Security;

/// <summary>Slices as callers without a key may see them: small counts of people are withheld, and so is every figure under an embargo,
/// whichever slice it stands in.</summary>
internal sealed class OpenSlices(ReceiptStore receipts, IOptions<BenchmarkingOptions> options, TimeProvider clock)
{
    private const int AtOnce = 16;
    private const string Withheld = "withheld until it is published";

    private readonly Embargoes embargoes = Embargoes.Read(options.Value.Embargoes)!;

    /// <summary>The returns of receipts, which never change; filled only while there is an embargo.</summary>
    private readonly ConcurrentDictionary<string, ReturnPath?> paths = new(StringComparer.Ordinal);

    /// <summary>The slice with what may be seen of it, and until when figures of it are withheld; null where none are.</summary>
    public async Task<(Slice Slice, DateTimeOffset? EmbargoedUntil)> Of(Slice slice, CancellationToken cancellation)
    {
        var metric = ReferenceData.Current.Metrics.Find(slice.Key.Metric);
        var now = clock.GetUtcNow();
        Embargo[] standing = [.. embargoes.All.Where(embargo => embargo.Until > now)];
        var (observations, until) = standing.Length == 0 ? (slice.Observations, null)
            : await Embargoed(slice, metric, standing, cancellation);
        var shown = metric is null ? observations : OpenFigures.Of(metric, observations, ReferenceData.Current);
        return (slice with { Observations = shown }, until);
    }

    private async Task<(IReadOnlyList<Observation> Observations, DateTimeOffset? Until)> Embargoed(
        Slice slice, Metric? metric, Embargo[] standing, CancellationToken cancellation)
    {
        // An embargo is on what councils filed: what a publisher states is public, and only the filed figure beside it may be withheld.
        var unknown = slice.Observations.Select(FiledOf).OfType<Observation>().SelectMany(figure => figure.Sources)
            .Select(source => source.Receipt).Distinct()
            .Where(receipt => !paths.ContainsKey(receipt));
        await Parallel.ForEachAsync(
            unknown, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (id, stop) => paths[id] = await receipts.Find(id, stop) is { } receipt ? ReceiptView.PathOf(receipt) : null);
        var shown = new List<Observation>(slice.Observations.Count);
        DateTimeOffset? until = null;
        foreach (var figure in slice.Observations)
        {
            var own = FiledOf(figure) is not { } filed ? null
                : standing.Where(embargo => IsOf(embargo, slice.Key, metric) || filed.Sources.Any(source => IsOf(embargo, source)))
                    .Select(embargo => (DateTimeOffset?)embargo.Until).Max();
            until = new[] { until, own }.Max();
            shown.Add(own is null ? figure
                : figure.Published is null ? OpenFigures.Hidden(figure, Withheld)
                : figure with { Filed = OpenFigures.Hidden(figure.Filed!, Withheld) });
        }

        return (shown, until);
    }

    private static Observation? FiledOf(Observation figure) => figure.Published is null ? figure : figure.Filed;

    /// <summary>The figures of a year, wherever they were filed.</summary>
    private static bool IsOf(Embargo embargo, SliceKey key, Metric? metric) =>
        key.Year == embargo.Year
        && (embargo.Kind is not { } kind || metric is null || metric.Formula.StatedIn.Contains(kind));

    /// <summary>Figures of other years that the year's returns state, such as projections. What cannot be told is withheld.</summary>
    private bool IsOf(Embargo embargo, ObservationSource source) => paths[source.Receipt] is not { } path || embargo.Covers(path);
}
