using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Security;

/// <summary>A key by its id, and who holds it.</summary>
internal sealed record IssuedKey(string Id, Caller Holder);

/// <summary>Keys by their SHA-256: table <c>Keys</c> never holds a key itself. Keys are 256 random bits, so that a plain hash cannot be
/// turned back.</summary>
internal sealed class KeyStore(StorageClients storage, TimeProvider clock, IOptions<BenchmarkingOptions> options)
{
    private const string Partition = "keys";
    private const int LongestKey = 200;

    private static readonly Caller FirstOperator = new(Role.Operator, "first operator", null);

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The key's holder, or null where there is no such key. What was found is remembered for half a minute.</summary>
    public async Task<Caller?> Find(string key, CancellationToken cancellation)
    {
        if (key.Length > LongestKey)
        {
            return null;
        }

        var hash = IdOf(key);
        if (known.TryGetValue(hash, out var found) && found.Until > clock.GetUtcNow())
        {
            return found.Caller;
        }

        if (hash == options.Value.OperatorKeySha256)
        {
            return FirstOperator;
        }

        var row = await storage.Keys.GetEntityIfExistsAsync<TableEntity>(Partition, hash, cancellationToken: cancellation);
        if (!row.HasValue || HolderOf(row.Value!) is not { } caller)
        {
            return null;
        }

        known[hash] = (caller, clock.GetUtcNow() + Remembered);
        return caller;
    }

    /// <summary>All keys that are good, by their holders' names.</summary>
    public async Task<IReadOnlyList<IssuedKey>> All(CancellationToken cancellation)
    {
        var issued = new List<IssuedKey>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in storage.Keys.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (HolderOf(row) is { } holder)
            {
                issued.Add(new IssuedKey(row.RowKey, holder));
            }
        }

        return [.. issued.OrderBy(key => key.Holder.Name, StringComparer.Ordinal).ThenBy(key => key.Id, StringComparer.Ordinal)];
    }

    /// <summary>Takes a key away; an instance that has just seen it goes on taking it for half a minute.</summary>
    public async Task Remove(string id, CancellationToken cancellation)
    {
        await storage.Keys.DeleteEntityAsync(Partition, id, cancellationToken: cancellation);
        known.TryRemove(id, out _);
    }

    public async Task Save(IEnumerable<(string Key, Caller Caller)> keys, CancellationToken cancellation)
    {
        foreach (var batch in TableBatches.OfUpserts(keys.Select(pair => ToRow(pair.Key, pair.Caller))))
        {
            await storage.Keys.SubmitTransactionAsync(batch, cancellation);
        }
    }

    private static Caller? HolderOf(TableEntity row) =>
        Codes.TryParse<Role>(row.GetString("Role"), out var role) && role != Role.Anonymous
            ? new Caller(role, row.GetString("Name") ?? "", row.GetString("Council") is { } slug ? CouncilCode.Parse(slug) : null)
            : null;

    private static TableEntity ToRow(string key, Caller caller)
    {
        var row = new TableEntity(Partition, IdOf(key)) { ["Role"] = Codes.Of(caller.Role), ["Name"] = caller.Name };
        if (caller.Council is { } council)
        {
            row["Council"] = council.Value;
        }

        return row;
    }

    /// <summary>What a key is known by: its hash, from which it cannot be had.</summary>
    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
