using Azure;
using Azure.Data.Tables;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Storage;

/// <summary>A line of the year's list of filings: the newest upload of a return and the revision that serves. <c>FiledAt</c> is when the
/// first accepted revision was received, null where none serves.</summary>
internal sealed record Filing(
    CouncilCode Council, FinancialYear Year, ReturnKind Kind, ReturnStatus Status, int? Revision, DateTimeOffset ReceivedAt,
    string Receipt, string Sha256,
    DateTimeOffset? FiledAt, IReadOnlyList<SignOff> SignOffs);

/// <summary>Who has filed what, by year: table <c>Filings</c>, drawn from the ledger so that a year is read from one partition.</summary>
internal sealed class FilingStore(StorageClients storage)
{
    /// <summary>Enters the newest upload; what a slower writer knows of an older one changes nothing.</summary>
    public async Task Save(ReturnPath path, LedgerEntry entry, CancellationToken cancellation)
    {
        var row = ToRow(path, entry);
        while (true)
        {
            var found = await storage.Filings.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey,
                cancellationToken: cancellation);
            if (found.HasValue && !IsNewer(entry, found.Value!))
            {
                return;
            }

            try
            {
                await (found.HasValue
                    ? storage.Filings.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellation)
                    : storage.Filings.AddEntityAsync(row, cancellation));
                return;
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412)
            {
                // Somebody else wrote it: look again.
            }
        }
    }

    public async Task<IReadOnlyList<Filing>> Of(FinancialYear year, CancellationToken cancellation)
    {
        var filings = new List<Filing>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {year.ToString()}");
        await foreach (var row in storage.Filings.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            filings.Add(new Filing(
                CouncilCode.Parse(row.GetString("Council")!), year, Codes.Parse<ReturnKind>(row.GetString("Kind")!),
                Codes.Parse<ReturnStatus>(row.GetString("Status")!), row.GetInt32("Revision"), row.GetDateTimeOffset("ReceivedAt")!.Value,
                row.GetString("Receipt")!, row.GetString("Sha256")!, row.GetDateTimeOffset("FiledAt"),
                SignOffJson.Read(row.GetString("SignOffs"))));
        }

        return filings;
    }

    /// <summary>Uploads are counted; between two of them sign-offs only grow.</summary>
    private static bool IsNewer(LedgerEntry entry, TableEntity row) =>
        (entry.Uploads, entry.SignOffs.Count)
            .CompareTo((row.GetInt32("Uploads") ?? 0, SignOffJson.Read(row.GetString("SignOffs")).Count)) > 0;

    private static TableEntity ToRow(ReturnPath path, LedgerEntry entry)
    {
        var row = new TableEntity(path.Year.ToString(), StorageKeys.FilingRow(path.Council, path.Kind))
        {
            ["Council"] = path.Council.Value,
            ["Kind"] = Codes.Of(path.Kind),
            ["Uploads"] = entry.Uploads,
            ["Status"] = Codes.Of(entry.Latest.Status),
            ["ReceivedAt"] = entry.Latest.ReceivedAt,
            ["Receipt"] = entry.Latest.Receipt,
            ["Sha256"] = entry.Latest.Sha256,
            ["SignOffs"] = SignOffJson.Write(entry.SignOffs),
        };
        if (entry.Accepted?.Revision is { } revision)
        {
            row["Revision"] = revision;
        }

        if (entry.FiledAt is { } filedAt)
        {
            row["FiledAt"] = filedAt;
        }

        return row;
    }
}
