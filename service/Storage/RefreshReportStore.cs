using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;

namespace Benchmarking.Service.Storage;

/// <summary>How the newest rebuild goes or went. <c>Drift</c> is the first lines of <c>DriftTotal</c>; all are in the blob
/// <c>DriftReport</c>.</summary>
internal sealed record RefreshReport(
    string State,
    DateTimeOffset StartedAt,
    double Seconds,
    int Councils,
    int Slices,
    int Rewritten,
    IReadOnlyList<string> Drift,
    string? Snapshot,
    string? Run = null,
    int DriftTotal = 0,
    string? DriftReport = null)
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Finished = "finished";
    public const string Failed = "failed";

    /// <summary>Lines of drift in the row: at most some 5,000 characters of the 32,768 that a property holds.</summary>
    public const int FirstLines = 50;

    public bool IsUnderWay => State is Queued or Running;
}

/// <summary>The newest report: one row of table <c>Snapshots</c>, which also decides whether a rebuild may be asked for.</summary>
internal sealed class RefreshReportStore(StorageClients storage, TimeProvider clock)
{
    private const string Partition = "refreshes";
    private const string Row = "latest-refresh";
    private const string Report = "Report";

    /// <summary>A run that is asked for begins within a minute. After so long the message that asked for it was never sent.</summary>
    private static readonly TimeSpan QueuedPatience = TimeSpan.FromMinutes(5);

    /// <summary>A run writes the row as it gets on. One that has not for so long is not waited for.</summary>
    private static readonly TimeSpan RunningPatience = TimeSpan.FromHours(1);

    public async Task<RefreshReport?> Latest(CancellationToken cancellation) => (await Read(cancellation)).Report;

    public Task Save(RefreshReport report, CancellationToken cancellation) =>
        storage.SnapshotPointers.UpsertEntityAsync(ToRow(report), TableUpdateMode.Replace, cancellation);

    /// <summary>Enters that a rebuild is asked for; false where one is under way or somebody else was first.</summary>
    public async Task<bool> Announce(CancellationToken cancellation)
    {
        var (report, row) = await Read(cancellation);
        var patience = report?.State == RefreshReport.Queued ? QueuedPatience : RunningPatience;
        if (report is { IsUnderWay: true } && row!.Timestamp + patience > clock.GetUtcNow())
        {
            return false;
        }

        var queued = ToRow(new RefreshReport(RefreshReport.Queued, clock.GetUtcNow(), 0, 0, 0, 0, [], report?.Snapshot));
        try
        {
            await (row is null
                ? storage.SnapshotPointers.AddEntityAsync(queued, cancellation)
                : storage.SnapshotPointers.UpdateEntityAsync(queued, row.ETag, TableUpdateMode.Replace, cancellation));
            return true;
        }
        catch (RequestFailedException other) when (other.Status is 409 or 412)
        {
            // Ours, where the first try was done and its answer was lost.
            return (await Read(cancellation)).Row?.GetString(Report) == queued.GetString(Report);
        }
    }

    private async Task<(RefreshReport? Report, TableEntity? Row)> Read(CancellationToken cancellation)
    {
        var row = await storage.SnapshotPointers.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancellation);
        return row.HasValue
            ? (JsonSerializer.Deserialize<RefreshReport>(row.Value!.GetString(Report)!, PublishedJson.Options), row.Value)
            : (null, null);
    }

    private static TableEntity ToRow(RefreshReport report) =>
        new(Partition, Row) { [Report] = JsonSerializer.Serialize(report, PublishedJson.Options) };
}
