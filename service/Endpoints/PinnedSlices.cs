using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>A slice that an answer was made from.</summary>
internal sealed record UsedSlice(string Slice, string Version, DateTimeOffset? ComputedAt);

/// <summary>The slices of one answer: those served now, or those that <c>?snapshot=</c> pins. A pin is a snapshot's id, or the versions
/// themselves as <c>v1:metric.year.status.version,…</c>, which is what a permalink holds. Callers without a key get them as they may be seen
/// openly, small counts of people withheld.</summary>
internal sealed class PinnedSlices
{
    public const string Parameter = "snapshot";

    private const string Literal = "v1:";

    private readonly SliceReader reader;
    private readonly IReadOnlyDictionary<string, string>? pins;
    private readonly List<UsedSlice> used = [];

    private readonly bool open;

    private PinnedSlices(SliceReader reader, IReadOnlyDictionary<string, string>? pins, bool open)
    {
        this.reader = reader;
        this.pins = pins;
        this.open = open;
    }

    public IReadOnlyList<UsedSlice> Versions => used;

    public static async Task<(PinnedSlices? Slices, Problem? Problem)> Open(
        HttpContext context, SliceReader reader, SnapshotStore snapshots)
    {
        var pin = context.Request.Query[Parameter].ToString();
        var open = Access.Of(context).Role == Role.Anonymous;
        if (pin.Length == 0)
        {
            return (new PinnedSlices(reader, null, open), null);
        }

        var pins = pin.StartsWith(Literal, StringComparison.Ordinal)
            ? ReadLiteral(pin[Literal.Length..])
            : pin.Length == 16 && pin.All(char.IsAsciiHexDigitLower) ? (await snapshots.Find(pin, context.RequestAborted))?.Slices : null;
        return pins is null
            ? (null, Problem.NotFound("snapshot-unknown", "Unknown snapshot", "There is no snapshot of this id."))
            : (new PinnedSlices(reader, pins, open), null);
    }

    /// <summary>The slices of a snapshot, as the caller may see them.</summary>
    public static PinnedSlices Of(IReadOnlyDictionary<string, string> pins, SliceReader reader, HttpContext context) =>
        new(reader, pins, Access.Of(context).Role == Role.Anonymous);

    /// <summary>The years for which the pin, or else the store, holds a slice of a metric and status.</summary>
    public async Task<IReadOnlyList<FinancialYear>> Years(string metric, FigureStatus status, CancellationToken cancellation)
    {
        var keys = pins is null
            ? (await reader.OfMetric(metric, cancellation)).Where(pointer => pointer.Councils > 0).Select(pointer => pointer.Key)
            : pins.Keys.Select(SliceKey.Parse);
        return [.. keys.Where(key => key.Metric == metric && key.Status == status).Select(key => key.Year).Distinct().Order()];
    }

    /// <summary>A slice, or none where nothing is published under the key. What is used is remembered for the answer.</summary>
    public async Task<(Slice? Slice, Problem? Problem)> Find(SliceKey key, CancellationToken cancellation)
    {
        if (pins is null)
        {
            var (pointer, served) = await reader.Served(key, cancellation);
            if (served is not null)
            {
                Use(new UsedSlice(key.ToString(), served.Version, pointer.ComputedAt));
            }

            return (Shown(served), null);
        }

        if (!pins.TryGetValue(key.ToString(), out var version))
        {
            return (null, null);
        }

        var pinned = await reader.Pinned(key, version, cancellation);
        if (pinned is null)
        {
            return (null, new Problem(StatusCodes.Status410Gone, "version-gone", "Version no longer kept", $"Version {version} of {key} is no longer kept."));
        }

        Use(new UsedSlice(key.ToString(), version, null));
        return (Shown(pinned), null);
    }

    private void Use(UsedSlice slice)
    {
        if (!used.Contains(slice))
        {
            used.Add(slice);
        }
    }

    private Slice? Shown(Slice? slice) =>
        open && slice is not null && ReferenceData.Current.Metrics.Find(slice.Key.Metric) is { } metric
            ? slice with { Observations = OpenFigures.Of(metric, slice.Observations, ReferenceData.Current) }
            : slice;

    /// <summary>The address of exactly this answer: the request's own with its slices' versions pinned, and that of a kept
    /// peer group.</summary>
    public string Permalink(HttpRequest request)
    {
        var pin = Literal + string.Join(',', used.Select(slice => $"{slice.Slice.Replace('|', '.')}.{slice.Version}"));
        var kept = request.HttpContext.Features.Get<AskedPeers>();
        var query = request.Query
            .Where(pair => pair.Key is not (Parameter or Answer.Format))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Key == AskedPeers.Parameter && kept is not null ? kept.Text : (string?)pair.Value.ToString()))
            .Append(KeyValuePair.Create(Parameter, (string?)pin));
        return $"{request.PathBase}{request.Path}{QueryString.Create(query)}";
    }

    private static Dictionary<string, string>? ReadLiteral(string text)
    {
        var pins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('.') is not [var metric, var year, var status, { Length: 32 } version]
                || !version.All(char.IsAsciiHexDigitLower)
                || !SliceKey.TryParse($"{metric}|{year}|{status}", out var key) || key.Metric.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
            {
                return null;
            }

            pins[key.ToString()] = version;
        }

        return pins;
    }
}
