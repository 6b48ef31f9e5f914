using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>The slices of one answer: those served now where <paramref name="pins"/> is null, else the versions that it names by slice.
/// Where there is <paramref name="open"/> they are as they may be seen without a key.</summary>
internal sealed class PinnedSlices(SliceReader reader, IReadOnlyDictionary<string, string>? pins, OpenSlices? open)
{
    public const string Parameter = "snapshot";

    private const string Peers = "peers";

    private readonly List<UsedSlice> used = [];

    public IReadOnlyList<UsedSlice> Versions => used;

    /// <summary>The years for which the pin, or else the store, holds a slice of a metric and status.</summary>
    public async Task<IReadOnlyList<FinancialYear>> Years(string metric, FigureStatus status, CancellationToken cancellation)
    {
        var keys = pins is null
            ? (await reader.OfMetric(metric, cancellation)).Where(pointer => pointer.Councils > 0).Select(pointer => pointer.Key)
            : pins.Keys.Select(SliceKey.Parse);
        return [.. keys.Where(key => key.Metric == metric && key.Status == status).Select(key => key.Year).Distinct().Order()];
    }

    /// <summary>A slice, or none where nothing is published under the key. What is used is remembered for the answer.</summary>
    public async Task<Outcome<Slice?>> Find(SliceKey key, CancellationToken cancellation)
    {
        if (pins is null)
        {
            var (pointer, served) = await reader.Served(key, cancellation);
            return served is null ? (Slice?)null
                : await Shown(served, new UsedSlice(key.ToString(), served.Version, pointer.ComputedAt), cancellation);
        }

        if (!pins.TryGetValue(key.ToString(), out var version))
        {
            return (Slice?)null;
        }

        return await reader.Pinned(key, version, cancellation) is { } pinned
            ? await Shown(pinned, new UsedSlice(key.ToString(), version, null), cancellation)
            : new Problem(StatusCodes.Status410Gone, "version-gone", "Version no longer kept",
                $"Version {version} of {key} is no longer kept.");
    }

    /// <summary>Slices in the order of their keys, none where nothing is published. All pointers served now are read at once and
    /// remembered, so that the figures belong together.</summary>
    public async Task<Outcome<Slice?[]>> FindAll(IReadOnlyList<SliceKey> keys, CancellationToken cancellation)
    {
        if (pins is null)
        {
            await Task.WhenAll(keys.Select(key => reader.Served(key, cancellation)));
        }

        var found = new Slice?[keys.Count];
        for (var i = 0; i < keys.Count; i++)
        {
            if (!(await Find(keys[i], cancellation)).TryGet(out found[i], out var gone))
            {
                return gone;
            }
        }

        return found;
    }

    /// <summary>The address of exactly this answer: the request's own with its slices' versions pinned, and that of a saved peer
    /// group.</summary>
    public string Permalink(HttpRequest request, RequestedPeers? peers = null)
    {
        var pin = SnapshotPin.Of(used.Select(slice => KeyValuePair.Create(slice.Slice, slice.Version)));
        var query = request.Query
            .Where(pair => pair.Key is not (Parameter or EndpointParameters.Format))
            .Select(pair =>
                KeyValuePair.Create(pair.Key, pair.Key == Peers && peers?.Saved is not null ? peers.Text : (string?)pair.Value.ToString()))
            .Append(KeyValuePair.Create(Parameter, (string?)pin));
        return $"{request.PathBase}{request.Path}{QueryString.Create(query)}";
    }

    private async Task<Slice?> Shown(Slice slice, UsedSlice use, CancellationToken cancellation)
    {
        var (shown, until) = open is null ? (slice, null) : await open.Of(slice, cancellation);
        use = use with { EmbargoedUntil = until };
        if (!used.Contains(use))
        {
            used.Add(use);
        }

        return shown;
    }
}
