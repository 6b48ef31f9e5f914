using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Functions.Storage;

/// <summary>What a council's ledger says of one return: its newest upload and, apart from it, the accepted revision that serves.</summary>
internal sealed record LedgerEntry(string Row, int Uploads, LedgerUpload Latest, LedgerUpload? Accepted);

/// <summary>One upload as the ledger remembers it.</summary>
internal sealed record LedgerUpload(
    string Receipt, string Path, string Sha256, ReturnStatus Status, int? Revision, DateTimeOffset ReceivedAt);

/// <summary>A council's ledger as read at one moment. <c>Due</c> are the slices that an ingest has touched or is about to touch and that are
/// not yet handed on; while <c>Unfinished</c>, whoever comes next finishes the work. <c>ETag</c> is default where there is no ledger yet.</summary>
internal sealed record CouncilLedger(
    string Partition, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<SliceKey> Due, bool Unfinished, ETag ETag)
{
    public LedgerEntry? Find(string row) => Entries.FirstOrDefault(entry => entry.Row == row);
}

/// <summary>The ledger of returns: table <c>Returns</c>, a partition for each council. Its head row is written in every change, on condition
/// that nobody else wrote it, so that two ingests of one council can never each miss the other's return.</summary>
internal sealed class ReturnLedger(StorageClients storage)
{
    private const char Separator = '\n';

    /// <summary>A string property holds 32 K characters; the largest return of every metric over several years takes a tenth of that.</summary>
    private const int LongestDue = 30_000;

    public async Task<CouncilLedger> Read(string partition, CancellationToken cancellation)
    {
        var entries = new List<LedgerEntry>();
        TableEntity? head = null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var row in storage.Ledger.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey == StorageKeys.LedgerHead)
            {
                head = row;
            }
            else if (row.GetString("Receipt") is null)
            {
                entries.Add(ToEntry(row));
            }
        }

        var due = (head?.GetString("Due") ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        return new CouncilLedger(
            partition, entries, [.. due.Select(SliceKey.Parse)], head?.GetBoolean("Unfinished") ?? false, head?.ETag ?? default);
    }

    /// <summary>When the newest upload of one return was received; null where none was.</summary>
    public async Task<DateTimeOffset?> ReceivedAt(string partition, string row, CancellationToken cancellation)
    {
        var found = await storage.Ledger.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? ToEntry(found.Value!).Latest.ReceivedAt : null;
    }

    /// <summary>The uploads of one return, oldest first.</summary>
    public async Task<IReadOnlyList<LedgerUpload>> History(string partition, string row, CancellationToken cancellation)
    {
        var uploads = new List<LedgerUpload>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {row + "|"} and RowKey lt {row + "}"}");
        await foreach (var entity in storage.Ledger.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            uploads.Add(ToUpload(entity, ""));
        }

        return uploads;
    }

    /// <summary>Announces which slices are about to be touched. Null where somebody else changed the ledger first.</summary>
    public Task<CouncilLedger?> Announce(CouncilLedger ledger, IEnumerable<SliceKey> due, CancellationToken cancellation) =>
        Change(ledger, ledger.Due.Concat(due), unfinished: true, [], cancellation);

    /// <summary>The switch: the upload is in the ledger and, if accepted, serves from now on. Null where somebody else was first.</summary>
    public Task<CouncilLedger?> Enter(
        CouncilLedger ledger, string row, int upload, LedgerUpload latest, LedgerUpload? accepted, CancellationToken cancellation)
    {
        var current = new TableEntity(ledger.Partition, row) { ["Uploads"] = upload };
        Put(current, "Latest", latest);
        if (accepted is not null)
        {
            Put(current, "Accepted", accepted);
        }

        var history = new TableEntity(ledger.Partition, StorageKeys.HistoryRow(row, upload));
        Put(history, "", latest);
        var entry = new LedgerEntry(row, upload, latest, accepted);
        var entries = ledger.Entries.Where(other => other.Row != row).Append(entry).ToArray();
        return Change(ledger with { Entries = entries }, ledger.Due, unfinished: true, [current, history], cancellation);
    }

    /// <summary>Says that all that was due is handed on. Null where new work came meanwhile; its author will say so.</summary>
    public Task<CouncilLedger?> Finish(CouncilLedger ledger, CancellationToken cancellation) =>
        Change(ledger, [], unfinished: false, [], cancellation);

    private async Task<CouncilLedger?> Change(
        CouncilLedger ledger, IEnumerable<SliceKey> due, bool unfinished, TableEntity[] rows, CancellationToken cancellation)
    {
        SliceKey[] keys = [.. due.Distinct().Order()];
        var text = string.Join(Separator, keys.Select(key => key.ToString()));
        if (text.Length > LongestDue)
        {
            throw new InvalidOperationException($"A change of {ledger.Partition} touches more slices than its ledger can announce.");
        }

        var head = new TableEntity(ledger.Partition, StorageKeys.LedgerHead) { ["Due"] = text, ["Unfinished"] = unfinished };
        var first = ledger.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, head)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, ledger.ETag);
        try
        {
            var answer = await storage.Ledger.SubmitTransactionAsync(
                [first, .. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], cancellation);
            return ledger with { Due = keys, Unfinished = unfinished, ETag = answer.Value[0].Headers.ETag!.Value };
        }
        catch (RequestFailedException lost) when (lost.Status is 409 or 412 or 404)
        {
            return null;
        }
    }

    private static LedgerEntry ToEntry(TableEntity row) => new(
        row.RowKey, row.GetInt32("Uploads") ?? 0, ToUpload(row, "Latest"),
        row.GetString("AcceptedReceipt") is null ? null : ToUpload(row, "Accepted"));

    private static LedgerUpload ToUpload(TableEntity row, string prefix) => new(
        row.GetString($"{prefix}Receipt")!,
        row.GetString($"{prefix}Path")!,
        row.GetString($"{prefix}Sha256")!,
        Codes.Parse<ReturnStatus>(row.GetString($"{prefix}Status")!),
        row.GetInt32($"{prefix}Revision"),
        row.GetDateTimeOffset($"{prefix}ReceivedAt")!.Value);

    private static void Put(TableEntity row, string prefix, LedgerUpload upload)
    {
        row[$"{prefix}Receipt"] = upload.Receipt;
        row[$"{prefix}Path"] = upload.Path;
        row[$"{prefix}Sha256"] = upload.Sha256;
        row[$"{prefix}Status"] = Codes.Of(upload.Status);
        row[$"{prefix}ReceivedAt"] = upload.ReceivedAt;
        if (upload.Revision is not null)
        {
            row[$"{prefix}Revision"] = upload.Revision;
        }
    }
}
