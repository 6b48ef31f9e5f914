using System.Diagnostics.Metrics;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Telemetry;

/// <summary>Everything the app counts and times, by name: codes, counts and seconds, never a figure or a word of a return. What each
/// says, and what to do about it, is in <c>docs/operations.md</c>.</summary>
internal sealed class Instruments : IDisposable
{
    /// <summary>The code under which findings are counted that a receipt does not list.</summary>
    public const string NotListed = "not-listed";

    /// <summary>An ingest is a second or so, a rebuild of everything minutes.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600],
    };

    private readonly Counter<long> returns;
    private readonly Counter<long> rows;
    private readonly Counter<long> findings;
    private readonly Histogram<double> ingest;
    private readonly Histogram<double> sliceRefresh;
    private readonly Histogram<double> sliceLag;
    private readonly Histogram<double> refresh;
    private readonly Counter<long> drift;
    private readonly Counter<long> putAside;
    private readonly Histogram<double> storageCalls;
    private readonly Counter<long> storageRetries;

    public Instruments()
    {
        returns = Meter.CreateCounter<long>("benchmarking.returns", "{return}", "Uploads taken in, by kind and status.");
        rows = Meter.CreateCounter<long>("benchmarking.rows", "{row}", "Rows read from uploads, by kind.");
        findings = Meter.CreateCounter<long>("benchmarking.findings", "{finding}", "Findings raised, by code and severity.");
        ingest = Timed("benchmarking.ingest.duration", "From a delivery to its receipt and slices handed on.");
        sliceRefresh = Timed("benchmarking.slice.refresh.duration", "Recomputing one slice, by whether a new version is served.");
        sliceLag = Timed("benchmarking.slice.lag", "From a change of a figure to the slice that shows it.");
        refresh = Timed("benchmarking.refresh.duration", "Rebuilding everything.");
        drift = Meter.CreateCounter<long>("benchmarking.drift", "{figure}", "Stored figures that were not what the accepted returns say.");
        putAside = Meter.CreateCounter<long>("benchmarking.poison", "{item}", "Work put aside after its last try, by trigger.");
        storageCalls = Timed("benchmarking.storage.call.duration", "Calls of storage with their retries, by service, method and status.");
        storageRetries =
            Meter.CreateCounter<long>("benchmarking.storage.retries", "{try}", "Tries of a storage call after its first, by service.");
    }

    public Meter Meter { get; } = new(Traces.Name);

    public void Dispose() => Meter.Dispose();

    /// <summary>An upload that is in the ledger for the first time.</summary>
    public void ReturnTaken(Receipt receipt, ReturnKind? kind)
    {
        var ofKind = KeyValuePair.Create("kind", (object?)(kind is { } known ? Codes.Of(known) : "unknown"));
        returns.Add(1, ofKind, KeyValuePair.Create("status", (object?)Codes.Of(receipt.Status)));
        rows.Add(receipt.Rows, ofKind);
        foreach (var alike in receipt.Findings.GroupBy(finding => (finding.Code, finding.Severity)))
        {
            Found(alike.Count(), alike.Key.Code, Codes.Of(alike.Key.Severity));
        }

        if (receipt.FindingsTotal > receipt.Findings.Count)
        {
            Found(receipt.FindingsTotal - receipt.Findings.Count, NotListed, NotListed);
        }
    }

    /// <summary>A delivery dealt with, whether or not it was new.</summary>
    public void Ingested(TimeSpan took) => ingest.Record(took.TotalSeconds);

    /// <summary>A slice recomputed; <paramref name="lag"/> since the change that asked for it, where it is served anew and the time is
    /// known.</summary>
    public void SliceRefreshed(TimeSpan took, bool served, TimeSpan? lag)
    {
        sliceRefresh.Record(took.TotalSeconds, KeyValuePair.Create("served", (object?)(served ? "new" : "unchanged")));
        if (served && lag is { } waited)
        {
            sliceLag.Record(Math.Max(0, waited.TotalSeconds));
        }
    }

    public void Refreshed(double seconds) => refresh.Record(seconds);

    public void Drifted() => drift.Add(1);

    public void PutAside(string trigger) => putAside.Add(1, KeyValuePair.Create("trigger", (object?)trigger));

    public void StorageCalled(string service, string method, string status, TimeSpan took, int retries)
    {
        var ofService = KeyValuePair.Create("service", (object?)service);
        storageCalls.Record(took.TotalSeconds, ofService, KeyValuePair.Create("method", (object?)method),
            KeyValuePair.Create("status", (object?)status));
        if (retries > 0)
        {
            storageRetries.Add(retries, ofService);
        }
    }

    private void Found(int count, string code, string severity) =>
        findings.Add(count, KeyValuePair.Create("code", (object?)code), KeyValuePair.Create("severity", (object?)severity));

    private Histogram<double> Timed(string name, string description) => Meter.CreateHistogram(name, "s", description, tags: null, Seconds);
}
