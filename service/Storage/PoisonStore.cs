using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Benchmarking.Service.Telemetry;

namespace Benchmarking.Service.Storage;

/// <summary>Work that failed too often and waits for an operator.</summary>
internal sealed record PoisonWork(string Id, string Trigger, string Subject, string Reason, DateTimeOffset At);

/// <summary>Table <c>Poison</c>: one row for each subject, the newest failure of it.</summary>
internal sealed class PoisonStore(StorageClients storage, TimeProvider clock, Instruments instruments, ILogger<PoisonStore> log)
{
    /// <summary>The longest subject and reason that are kept: a blob's name is no longer, and a queue message may be anything.</summary>
    public const int Longest = 1_024;

    public async Task Put(string trigger, string subject, string reason, CancellationToken cancellation)
    {
        Log.PutAside(log, trigger, subject, reason);
        instruments.PutAside(trigger);
        var row = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 16));
        var entity = new TableEntity(trigger, row) { ["Subject"] = Cut(subject), ["Reason"] = Cut(reason), ["At"] = clock.GetUtcNow() };
        await storage.Poison.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
    }

    public Task Remove(PoisonWork work, CancellationToken cancellation) =>
        storage.Poison.DeleteEntityAsync(work.Trigger, work.Id, cancellationToken: cancellation);

    private static string Cut(string text) => text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";

    public async Task<IReadOnlyList<PoisonWork>> All(CancellationToken cancellation)
    {
        var rows = new List<PoisonWork>();
        await foreach (var row in storage.Poison.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            rows.Add(new PoisonWork(row.RowKey, row.PartitionKey, row.GetString("Subject")!, row.GetString("Reason")!,
                row.GetDateTimeOffset("At")!.Value));
        }

        return rows;
    }
}
