using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Storage;

/// <summary>What a council's ledger says of one return: its newest upload (or withdrawal), how many there were, the accepted revision that
/// serves and who signed it off. <c>Revisions</c> is the highest revision number ever given; <c>FiledAt</c> is when the first accepted
/// revision was received since the return was last withdrawn, null where none serves.</summary>
internal sealed record LedgerEntry(string Row, int Uploads, LedgerUpload Latest, LedgerUpload? Accepted)
{
    public int Revisions { get; init; }

    public DateTimeOffset? FiledAt { get; init; }

    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];

    public TakenFiles Files { get; init; } = TakenFiles.None;

    /// <summary>The entry after one more upload, or a withdrawal. A new revision is unsigned; one that is not accepted takes nothing
    /// away.</summary>
    public static LedgerEntry After(LedgerEntry? before, string row, LedgerUpload latest)
    {
        var uploads = (before?.Uploads ?? 0) + 1;
        var files = (before?.Files ?? TakenFiles.None).With(latest);
        return latest.Status switch
        {
            ReturnStatus.Accepted => new LedgerEntry(row, uploads, latest, latest)
            {
                Revisions = latest.Revision!.Value, FiledAt = before?.FiledAt ?? latest.ReceivedAt, Files = files,
            },
            ReturnStatus.Withdrawn => new LedgerEntry(row, uploads, latest, null) { Revisions = before?.Revisions ?? 0 },
            _ => (before ?? new LedgerEntry(row, uploads, latest, null)) with { Uploads = uploads, Latest = latest, Files = files },
        };
    }
}

/// <summary>One upload as the ledger remembers it. <c>Tags</c> is the entity tag of its blob; of a withdrawal those of all that it
/// found.</summary>
internal sealed record LedgerUpload(
    string Receipt, string Path, string Sha256, ReturnStatus Status, int? Revision, DateTimeOffset ReceivedAt,
    [property: JsonIgnore] string? Tags = null);

/// <summary>A council's ledger as read at one moment. <c>Due</c> are the slices that an ingest has touched or is about to touch and that
/// are not yet handed on; while <c>Unfinished</c>, whoever comes next finishes the work, and while <c>Writing</c> somebody may be in the
/// middle of the figures. <c>Sequence</c> counts the announcements: what is written under a lower one never replaces what was written under
/// a higher. <c>ETag</c> is default where there is no ledger yet.</summary>
internal sealed record CouncilLedger(
    string Partition, IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<SliceKey> Due, bool Unfinished, bool Writing, long Sequence,
    ETag ETag)
{
    public LedgerEntry? Find(string row) => Entries.FirstOrDefault(entry => entry.Row == row);
}

/// <summary>The ledger of returns: table <c>Returns</c>, a partition for each council. Its head row is written in every change, on
/// condition that nobody else wrote it, so that two ingests of one council can never each miss the other's return.</summary>
internal sealed class ReturnLedger(StorageClients storage)
{
    private const string Writer = "Writer";
    private const string CsvTag = "CsvTag";
    private const string XlsxTag = "XlsxTag";

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

        return new CouncilLedger(
            partition, entries, PackedKeys.Unpack(head?.GetBinary("Due")), head?.GetBoolean("Unfinished") ?? false,
            head?.GetBoolean("Writing") ?? false,
            head?.GetInt64("Sequence") ?? 0, head?.ETag ?? default);
    }

    /// <summary>What the ledger says of one return; null where nothing was filed.</summary>
    public async Task<LedgerEntry?> Find(string partition, string row, CancellationToken cancellation)
    {
        var found = await storage.Ledger.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? ToEntry(found.Value!) : null;
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

    /// <summary>Announces that the council's figures, or a receipt, are about to be written, and which slices that touches. Null where
    /// somebody else changed the ledger first.</summary>
    public Task<CouncilLedger?> Announce(CouncilLedger ledger, IEnumerable<SliceKey> due, CancellationToken cancellation) =>
        Change(
            ledger with
            {
                Due = [.. ledger.Due.Concat(due).Distinct().Order()], Unfinished = true, Writing = true, Sequence = ledger.Sequence + 1,
            },
            [], cancellation);

    /// <summary>The switch: the upload is in the ledger and, if accepted, serves from now on; a withdrawn return no longer does. Null where
    /// somebody else was first.</summary>
    public Task<CouncilLedger?> Enter(CouncilLedger ledger, LedgerEntry entry, CancellationToken cancellation)
    {
        var history = new TableEntity(ledger.Partition, StorageKeys.HistoryRow(entry.Row, entry.Uploads));
        Put(history, "", entry.Latest);
        return Change(With(ledger, entry) with { Unfinished = true, Writing = false }, [ToRow(ledger.Partition, entry), history],
            cancellation);
    }

    /// <summary>Enters who signed off the revision that serves. Null where somebody else changed the ledger first.</summary>
    public Task<CouncilLedger?> Sign(CouncilLedger ledger, LedgerEntry entry, CancellationToken cancellation) =>
        Change(With(ledger, entry), [ToRow(ledger.Partition, entry)], cancellation);

    /// <summary>Says that all that was due is handed on. Null where new work came meanwhile; its author will say so.</summary>
    public Task<CouncilLedger?> Finish(CouncilLedger ledger, CancellationToken cancellation) =>
        Change(ledger with { Due = [], Unfinished = false, Writing = false }, [], cancellation);

    private static CouncilLedger With(CouncilLedger ledger, LedgerEntry entry) =>
        ledger with { Entries = [.. ledger.Entries.Where(other => other.Row != entry.Row), entry] };

    /// <summary>Writes the head as <paramref name="ledger"/> has it, on condition that it is still what it was when read, and the rows with
    /// it.</summary>
    private async Task<CouncilLedger?> Change(CouncilLedger ledger, TableEntity[] rows, CancellationToken cancellation)
    {
        var writer = Guid.NewGuid();
        var head = new TableEntity(ledger.Partition, StorageKeys.LedgerHead)
        {
            ["Due"] = PackedKeys.Pack(ledger.Due),
            ["Unfinished"] = ledger.Unfinished,
            ["Writing"] = ledger.Writing,
            ["Sequence"] = ledger.Sequence,
            [Writer] = writer,
        };
        var first = ledger.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, head)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, ledger.ETag);
        try
        {
            var answer = await storage.Ledger.SubmitTransactionAsync(
                [first, .. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))], cancellation);
            return ledger with { ETag = answer.Value[0].Headers.ETag!.Value };
        }
        catch (RequestFailedException lost) when (lost.Status is 409 or 412 or 404)
        {
            // The first try may have been done and its answer lost: then the head is as we wrote it.
            var found = await storage.Ledger.GetEntityIfExistsAsync<TableEntity>(ledger.Partition, StorageKeys.LedgerHead,
                cancellationToken: cancellation);
            return found.HasValue && found.Value!.GetGuid(Writer) == writer ? ledger with { ETag = found.Value.ETag } : null;
        }
    }

    private static LedgerEntry ToEntry(TableEntity row)
    {
        var accepted = row.GetString("AcceptedReceipt") is null ? null : ToUpload(row, "Accepted");
        return new LedgerEntry(row.RowKey, row.GetInt32("Uploads") ?? 0, ToUpload(row, "Latest"), accepted)
        {
            Revisions = row.GetInt32("Revisions") ?? accepted?.Revision ?? 0,
            FiledAt = row.GetDateTimeOffset("FiledAt") ?? accepted?.ReceivedAt,
            SignOffs = SignOffJson.Read(row.GetString("SignOffs")),
            Files = new TakenFiles(row.GetString(CsvTag), row.GetString(XlsxTag)),
        };
    }

    private static TableEntity ToRow(string partition, LedgerEntry entry)
    {
        var row = new TableEntity(partition, entry.Row)
        {
            ["Uploads"] = entry.Uploads, ["Revisions"] = entry.Revisions, ["SignOffs"] = SignOffJson.Write(entry.SignOffs),
        };
        Put(row, "Latest", entry.Latest);
        foreach (var (name, tag) in new[] { (CsvTag, entry.Files.Csv), (XlsxTag, entry.Files.Xlsx) })
        {
            if (tag is not null)
            {
                row[name] = tag;
            }
        }

        if (entry.Accepted is { } accepted)
        {
            Put(row, "Accepted", accepted);
        }

        if (entry.FiledAt is { } filedAt)
        {
            row["FiledAt"] = filedAt;
        }

        return row;
    }

    private static LedgerUpload ToUpload(TableEntity row, string prefix) => new(
        row.GetString($"{prefix}Receipt")!,
        row.GetString($"{prefix}Path")!,
        row.GetString($"{prefix}Sha256")!,
        Codes.Parse<ReturnStatus>(row.GetString($"{prefix}Status")!),
        row.GetInt32($"{prefix}Revision"),
        row.GetDateTimeOffset($"{prefix}ReceivedAt")!.Value,
        row.GetString($"{prefix}Tags"));

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

        if (upload.Tags is not null)
        {
            row[$"{prefix}Tags"] = upload.Tags;
        }
    }
}

/// <summary>How sign-offs lie in one property of a row.</summary>
internal static class SignOffJson
{
    public static string Write(IReadOnlyList<SignOff> signOffs) => JsonSerializer.Serialize(signOffs, PublishedJson.Options);

    public static IReadOnlyList<SignOff> Read(string? text) =>
        text is null ? [] : JsonSerializer.Deserialize<SignOff[]>(text, PublishedJson.Options)!;
}
